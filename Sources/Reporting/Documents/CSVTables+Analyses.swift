// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension CSVTables {
    private static let figureColumns = [
        "figure", "value", "unit", "lower", "upper", "other_lower", "other_upper", "lower_limit", "upper_limit",
        "method", "p", "note",
    ]

    private static func fields(_ figure: Figure) -> [CSVTable.Field] {
        let uncertainty = figure.uncertainty
        return [
            .text(figure.key), .optional(figure.value), .text(figure.unit), .optional(uncertainty?.lower),
            .optional(uncertainty?.upper), .optional(uncertainty?.alternative?.lowerBound),
            .optional(uncertainty?.alternative?.upperBound), .optional(uncertainty?.lowerLimit),
            .optional(uncertainty?.upperLimit), .optional(uncertainty?.method), .optional(figure.pValue),
            .optional(figure.note),
        ]
    }

    var figures: CSVTable {
        var table = CSVTable(
            "figures.csv",
            ["analysis", "analysis_title", "measure", "resampled"] + Self.figureColumns
        )
        for analysis in record.analyses {
            for figure in analysis.reading.figures {
                table.add(
                    [.text(analysis.id), .text(analysis.title), .text(analysis.measure.name), .text(analysis.unit)]
                        + Self.fields(figure)
                )
            }
        }
        return table
    }

    var denominators: CSVTable {
        var table = CSVTable("denominators.csv", ["analysis", "count", "value"])
        for analysis in record.analyses {
            for denominator in analysis.reading.denominators {
                table.add([.text(analysis.id), .text(denominator.name), .optional(denominator.value)])
            }
        }
        return table
    }

    var analysisNotes: CSVTable {
        var table = CSVTable("analysis-notes.csv", ["analysis", "note"])
        for analysis in record.analyses {
            for note in [analysis.failure].compactMap(\.self) + analysis.reading.notes {
                table.add([.text(analysis.id), .text(note)])
            }
        }
        return table
    }

    var alternatives: CSVTable {
        var table = CSVTable("alternatives.csv", ["analysis", "choice"] + Self.figureColumns + ["failure"])
        for analysis in record.analyses where !analysis.alternatives.isEmpty {
            if let headline = analysis.headlineFigure {
                table.add([.text(analysis.id), "as declared"] + Self.fields(headline) + [.optional(analysis.failure)])
            }
            for other in analysis.alternatives {
                let fields = other.figure.map { Self.fields($0) } ?? Self.figureColumns.map { _ in .absent }
                table.add([.text(analysis.id), .text(other.label)] + fields + [.optional(other.failure)])
            }
        }
        return table
    }

    // MARK: Exhibits

    var lorenz: CSVTable {
        curves("lorenz.csv", ["share_of_authors", "share_of_exposure"]) { exhibit in
            guard case .lorenz(let curves) = exhibit else { return nil }
            return curves
        }
    }

    var exposure: CSVTable {
        curves("exposure.csv", ["rank", "exposure"]) { exhibit in
            guard case .exposureByRank(let curves) = exhibit else { return nil }
            return curves
        }
    }

    var distribution: CSVTable {
        curves("distribution.csv", ["middle_of_bin", "share_of_people"]) { exhibit in
            guard case .distribution(_, let curves) = exhibit else { return nil }
            return curves
        }
    }

    /// The curves of one kind of exhibit.
    private func curves(_ name: String, _ axes: [String], _ chosen: (Exhibit) -> [Exhibit.Curve]?) -> CSVTable {
        var table = CSVTable(name, ["analysis", "curve"] + axes)
        for analysis in record.analyses {
            for curves in analysis.reading.exhibits.compactMap(chosen) {
                Self.add(curves, of: analysis, to: &table)
            }
        }
        return table
    }

    private static func add(_ curves: [Exhibit.Curve], of analysis: AnalysisResult, to table: inout CSVTable) {
        for curve in curves {
            for point in curve.points {
                table.add([.text(analysis.id), .text(curve.name), .optional(point.x), .optional(point.y)])
            }
        }
    }

    var encounter: CSVTable {
        var table = CSVTable("encounter.csv", ["analysis", "arm", "reader", "author", "share"])
        for analysis in record.analyses {
            for exhibit in analysis.reading.exhibits {
                guard case .encounterMatrix(let readers, let authors, let arms) = exhibit else { continue }
                for arm in arms {
                    for (index, value) in arm.values.enumerated() where index < readers.count * authors.count {
                        table.add([
                            .text(analysis.id), .text(arm.name), .text(readers[index / authors.count]),
                            .text(authors[index % authors.count]), .optional(value),
                        ])
                    }
                }
            }
        }
        return table
    }

    var clusters: CSVTable {
        var table = CSVTable("clusters.csv", ["analysis", "unit", "cluster", "value"])
        for analysis in record.analyses {
            for exhibit in analysis.reading.exhibits {
                guard case .clusters(let unit, let values) = exhibit else { continue }
                for value in values {
                    table.add([.text(analysis.id), .text(unit), .text(value.name), .optional(value.value)])
                }
            }
        }
        return table
    }
}
