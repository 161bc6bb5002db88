// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures
internal import Notation

extension FindingsDocument {
    static func analysis(_ analysis: AnalysisResult) -> JSONValue {
        .object([
            "id": .text(analysis.id),
            "title": .text(analysis.title),
            "measure": .object(["name": .text(analysis.measure.name), "version": .text(analysis.measure.version)]),
            "parameters": .object(analysis.parameters.mapValues { .text($0) }),
            "unit": .text(analysis.unit),
            "arms": analysis.arms.map {
                .object(["subject": .text($0.subject), "reference": .text($0.reference)])
            } ?? .null,
            "rows": .integer(analysis.rows),
            "clusters": .integer(analysis.reading.clusters),
            "headline": .text(analysis.headline),
            "failure": .optional(analysis.failure),
            "figures": .list(analysis.reading.figures.map { figure($0) }),
            "denominators": .list(
                analysis.reading.denominators.map { .object(["name": .text($0.name), "value": .optional($0.value)]) }
            ),
            "notes": .list(analysis.reading.notes.map { .text($0) }),
            "alternatives": .list(analysis.alternatives.map { alternative($0) }),
            "exhibits": .list(analysis.reading.exhibits.map { exhibit($0) }),
        ])
    }

    static func figure(_ figure: Figure) -> JSONValue {
        .object([
            "key": .text(figure.key),
            "value": .optional(figure.value),
            "unit": .text(figure.unit),
            "uncertainty": figure.uncertainty.map { uncertainty($0) } ?? .null,
            "pValue": .optional(figure.pValue),
            "note": .optional(figure.note),
        ])
    }

    private static func uncertainty(_ uncertainty: Uncertainty) -> JSONValue {
        .object([
            "lower": .optional(uncertainty.lower),
            "upper": .optional(uncertainty.upper),
            "alternative": uncertainty.alternative.map {
                .object(["lower": .optional($0.lowerBound), "upper": .optional($0.upperBound)])
            } ?? .null,
            "lowerLimit": .optional(uncertainty.lowerLimit),
            "upperLimit": .optional(uncertainty.upperLimit),
            "method": .text(uncertainty.method),
        ])
    }

    private static func alternative(_ alternative: AnalysisResult.Alternative) -> JSONValue {
        .object([
            "label": .text(alternative.label),
            "figure": alternative.figure.map { figure($0) } ?? .null,
            "failure": .optional(alternative.failure),
        ])
    }

    private static func exhibit(_ exhibit: Exhibit) -> JSONValue {
        switch exhibit {
        case .lorenz(let curves): .object(["kind": "lorenz", "curves": .list(curves.map { curve($0) })])
        case .exposureByRank(let curves):
            .object(["kind": "exposureByRank", "curves": .list(curves.map { curve($0) })])
        case .distribution(let unit, let curves):
            .object([
                "kind": "distribution",
                "unit": .text(unit),
                "curves": .list(curves.map { curve($0) }),
            ])
        case .encounterMatrix(let readers, let authors, let arms):
            .object([
                "kind": "encounterMatrix",
                "readers": .list(readers.map { .text($0) }),
                "authors": .list(authors.map { .text($0) }),
                "arms": .list(
                    arms.map { .object(["name": .text($0.name), "values": .list($0.values.map { .optional($0) })]) }
                ),
            ])
        case .clusters(let unit, let values):
            .object([
                "kind": "clusters",
                "unit": .text(unit),
                "values": .list(values.map { .object(["name": .text($0.name), "value": .optional($0.value)]) }),
            ])
        }
    }

    private static func curve(_ curve: Exhibit.Curve) -> JSONValue {
        .object([
            "name": .text(curve.name),
            "points": .list(curve.points.map { .list([.optional($0.x), .optional($0.y)]) }),
        ])
    }
}
