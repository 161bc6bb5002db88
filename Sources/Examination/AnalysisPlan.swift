// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Instrument
internal import Measures
internal import Notation
internal import Recipes

/// One analysis with its measure ready: its parameters are known to be good before any data are read.
struct AnalysisPlan {
    let analysis: Analysis
    let measure: any Measure
    let card: MeasureCard
    private(set) var alternatives: [AlternativePlan]
    let parameters: Parameters

    /// Plans an analysis, or adds to the problems what is wrong with it.
    static func make(_ analysis: Analysis, in file: String, _ problems: inout [Problem]) -> AnalysisPlan? {
        guard let type = MeasureCatalogue.named(analysis.measure) else {
            let known = MeasureCatalogue.all.map { $0.card.name }.joined(separator: ", ")
            problems.append(
                Problem(
                    file: file,
                    line: analysis.line,
                    message: "there is no measure \"\(analysis.measure)\"; there are \(known)"
                )
            )
            return nil
        }
        guard let measure = measure(type, analysis, file, &problems) else { return nil }
        var plan = AnalysisPlan(
            analysis: analysis,
            measure: measure,
            card: type.card,
            alternatives: [],
            parameters: Parameters(analysis)
        )
        for alternative in analysis.alternatives {
            let changed = analysis.under(alternative)
            guard let other = Self.measure(type, changed, file, &problems) else { continue }
            plan.alternatives.append(AlternativePlan(label: alternative.label, analysis: changed, measure: other))
        }
        return plan
    }

    private static func measure(
        _ type: any Measure.Type,
        _ analysis: Analysis,
        _ file: String,
        _ problems: inout [Problem]
    ) -> (any Measure)? {
        let given = given(analysis)
        for role in type.card.needs where !given.contains(role) {
            problems.append(
                Problem(
                    file: file,
                    line: analysis.line,
                    message: "\"\(analysis.id)\": \(type.card.name) needs \(hint(role))"
                )
            )
        }
        if given.contains(.arm), !(type.card.needs + type.card.uses).contains(.arm) {
            problems.append(
                Problem(
                    file: file,
                    line: analysis.line,
                    message:
                        "\"\(analysis.id)\": \(type.card.name) does not compare arms, it would pool them; choose one with where"
                )
            )
        }
        do throws(MeasureError) {
            return try type.init(Parameters(analysis))
        } catch {
            problems.append(Problem(file: file, line: analysis.line, message: "\"\(analysis.id)\": \(error)"))
            return nil
        }
    }

    private static func given(_ analysis: Analysis) -> Set<MeasureCard.Role> {
        var given = Set(analysis.columns.keys.compactMap { MeasureCard.Role(rawValue: $0) })
        if analysis.arms != nil { given.insert(.arm) }
        if analysis.candidates != nil { given.insert(.candidates) }
        if analysis.follows != nil { given.insert(.follows) }
        return given
    }

    private static func hint(_ role: MeasureCard.Role) -> String {
        switch role {
        case .arm: "two arms: state arms: {by: column, subject: value, reference: value}"
        case .candidates: "candidates: name the table of what could have been shown"
        case .follows: "follows: name the table of follow relations"
        default: "the role \(role.rawValue): name its column under columns"
        }
    }

    /// Whether the analysis looks at rows of some parts only, chosen by their names.
    var choosesParts: Bool {
        let parts = (analysis.columns["part"] ?? []) + (analysis.columns["readerPart"] ?? [])
        return analysis.conditions.contains { condition in
            parts.contains(condition.column)
                && condition.tests.contains { test in
                    switch test {
                    case .isOneOf, .isNoneOf: true
                    case .atMost, .atLeast, .below, .above, .isPresent: false
                    }
                }
        }
    }

    /// Whether a clause speaks about this analysis.
    func isBound(by application: Application) -> Bool {
        let clause = application.clause
        return application.reasonNotToApply == nil && clause.measure == card.name
            && (clause.analyses.isEmpty || clause.analyses.contains(analysis.id))
    }

    /// Why the analysis says nothing about a clause that compares with a reference ranker; `nil` where it does.
    func lacksReference(for clause: Clause) -> String? {
        guard card.isContrast(clause.figure) else { return nil }
        guard let arms = analysis.arms else {
            return "the analysis has no arms, so there is no reference to compare with"
        }
        return arms.isReferenceRanker || !card.comparesRankers
            ? nil
            : "the recipe says that \"\(arms.referenceName)\" is no reference ranker: the contrast does not show what a ranker adds"
    }

    /// What the measure finds.
    func result(_ sample: Sample, _ inference: Inference) async -> AnalysisResult {
        var result = AnalysisResult(
            id: analysis.id,
            title: analysis.title,
            measure: card,
            parameters: parameters.texts,
            unit: analysis.unit,
            arms: sample.arm == nil ? nil : sample.armNames,
            rows: sample.rows,
            headline: analysis.headline ?? "",
            reading: Reading(figures: [], denominators: [], clusters: 0),
            failure: nil,
            alternatives: []
        )
        do throws(MeasureError) {
            result.reading = try await measure.read(sample, inference)
            let unitless = sample.unit.codes.count { $0 < 0 }
            if unitless > 0 {
                result.reading.notes.append(
                    "\(unitless) rows have no \(sample.unitName), so they belong to no unit and are left out"
                )
            }
            if analysis.headline == nil { result.headline = result.reading.figures.first?.key ?? "" }
            if let headline = analysis.headline, result.reading[headline] == nil {
                result.failure = result.reading.lacks(headline, of: card.name)
            }
        } catch {
            result.failure = error.message
        }
        return result
    }
}
