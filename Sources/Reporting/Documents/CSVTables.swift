// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Measures

/// The CSV twins of every table and chart of a report.
public struct CSVTables: Sendable {
    /// Every name a twin can have, whether the record fills it or not.
    public static let names = [
        "findings.csv", "references.csv", "figures.csv", "denominators.csv", "analysis-notes.csv", "alternatives.csv",
        "cells.csv", "cell-alternatives.csv", "lorenz.csv", "encounter.csv", "exposure.csv", "distribution.csv",
        "clusters.csv", "files.csv", "tables.csv", "rejections.csv", "rejected-rows.csv", "notes.csv", "measures.csv",
        "inference.csv", "society-series.csv", "society-reach.csv", "society-answers.csv", "society-looks.csv",
        "society-ablation.csv", "society-settings.csv", "society-worlds.csv",
    ]

    let record: ExaminationRecord

    /// The tables of a record.
    public init(_ record: ExaminationRecord) { self.record = record }

    /// Name and text of each table that has rows, in the order of the report.
    public var texts: [(name: String, text: String)] { all.filter { !$0.rows.isEmpty }.map { ($0.name, $0.text) } }

    private var all: [CSVTable] {
        [
            findings, references, figures, denominators, analysisNotes, alternatives, cells, cellAlternatives,
            lorenz, encounter, exposure, distribution, clusters, files, tables, rejections, rejectedRows, notes,
            measures, inference, societySeries, societyReach, societyAnswers, societyLooks, societyAblation,
            societySettings, societyWorlds,
        ]
    }

    // MARK: Findings and cells

    private var findings: CSVTable {
        var table = CSVTable(
            "findings.csv",
            [
                "finding", "clause", "clause_title", "analysis", "measure", "measure_version", "figure", "estimate",
                "unit", "lower", "upper", "lower_limit", "upper_limit", "direction", "bound", "tolerance", "verdict",
                "verdict_words", "reason", "rows", "clusters", "severity", "relabellings", "verdict_changed",
                "assurance", "access", "core", "exceptions", "undecided", "p_value", "adjusted_p_value", "family",
            ]
        )
        for finding in record.findings {
            let uncertainty = finding.figure?.uncertainty
            let criterion = finding.clause.criterion
            table.add([
                .text(finding.id), .text(finding.clause.id), .text(finding.clause.title), .optional(finding.analysis),
                .text(finding.clause.measure), .optional(finding.measureVersion), .text(finding.clause.figure),
                .optional(finding.figure?.value), .optional(finding.figure?.unit), .optional(uncertainty?.lower),
                .optional(uncertainty?.upper), .optional(uncertainty?.lowerLimit), .optional(uncertainty?.upperLimit),
                .text(criterion.direction.rawValue), .optional(criterion.bound), .optional(criterion.tolerance),
                .text(finding.verdict.rawValue), .text(finding.verdict.words), .optional(finding.reason),
                .integer(finding.rows), .integer(finding.clusters), .optional(finding.severity),
                finding.symmetryCheck.map { .integer($0.permutations) } ?? .absent,
                finding.symmetryCheck.map { .text($0.verdictChanged ? "true" : "false") } ?? .absent,
                .text(finding.assurance.rawValue), .text(finding.clause.access.rawValue),
                .text(finding.clause.isCore ? "true" : "false"), .text(finding.exceptions.joined(separator: " ")),
                .text(finding.undecided.joined(separator: " ")), .optional(finding.multiplicity?.pValue),
                .optional(finding.multiplicity?.adjusted), finding.multiplicity.map { .integer($0.family) } ?? .absent,
            ])
        }
        return table
    }

    private var references: CSVTable {
        var table = CSVTable("references.csv", ["finding", "arm", "estimate"])
        for finding in record.findings {
            for reference in finding.references {
                table.add([.text(finding.id), .text(reference.name), .optional(reference.estimate)])
            }
        }
        return table
    }

    private var cells: CSVTable {
        var table = CSVTable(
            "cells.csv",
            [
                "cell", "published", "recomputed", "difference", "agreement", "tolerance", "source", "estimate", "unit",
                "lower", "upper", "scale", "note",
            ]
        )
        for cell in record.cells {
            table.add([
                .text(cell.label), .optional(cell.published), .optional(cell.recomputed), .optional(cell.difference),
                .text(cell.agreement.rawValue), .text(cell.tolerance), .text(cell.source),
                .optional(cell.figure?.value),
                .optional(cell.figure?.unit), .optional(cell.figure?.uncertainty?.lower),
                .optional(cell.figure?.uncertainty?.upper), .optional(cell.scale), .optional(cell.note),
            ])
        }
        return table
    }

    private var cellAlternatives: CSVTable {
        var table = CSVTable("cell-alternatives.csv", ["cell", "choice", "value"])
        for cell in record.cells {
            for other in cell.alternatives {
                table.add([.text(cell.label), .text(other.label), .optional(other.value)])
            }
        }
        return table
    }
}
