// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Measures
internal import Notation

/// `findings.json`: everything an examination found, in a canonical form: the same record gives the same bytes.
///
/// Top-level keys: `schema`, `tool`, `recording`, `inference`, `instrument`, `opinion`, `society`, `analyses`, `cells`, `findings`.
/// Where a value is missing the key is there and `null`. Numbers are in the unit of the measure; nothing is rounded. The seed is a text,
/// because JSON numbers end at 2⁵³.
///
/// `instrument` says which text bound (`title`, `version`, `date`, `digest`) and how: the day `asOf` whose values hold, the
/// `signatories` whose positions they follow from (none: the text's own proposal), the `circumstances` that were known, and the
/// `laws` that the anchors of clauses point to. `opinion` is what follows for the whole. In a finding, `exceptions` are those that
/// hold, `undecided` those of which nobody knows; `criterion.signatoriesBinding` are those whose positions keep the bound where it
/// is; `multiplicity` states the p-value of the finding alone and adjusted for its family.
///
/// `society` is `null` for a recording. Of a simulation it holds the cards of `subject` and `references`, the `seed` (a text), every
/// entry of `settings` with its source, the size (`people`, `silent`, `steps`, `slotsPerDay`, `impressions`), the `worlds` with their
/// digests, the `looks` that were taken of those `plannedLooks`, why it ended (`stop`), the `series` (one value a step: the mean over
/// worlds), the `reach` by size of audience, the `answers` that made no sense, by arm, and the influence-`ablation` of a learner.
public struct FindingsDocument: Sendable {
    /// The version of the keys: raised when one changes its meaning or goes.
    public static let schema = "euthyna-findings/2"

    let record: ExaminationRecord

    /// The document of a record.
    public init(_ record: ExaminationRecord) { self.record = record }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    var json: JSONValue {
        .object([
            "schema": .text(Self.schema),
            "tool": .text(record.tool),
            "recording": Self.recording(record.recording),
            "inference": .object([
                "seed": .text(String(record.inference.seed)),
                "replicates": .integer(record.inference.replicates),
                "confidence": .number(record.inference.confidence),
                "method": .text(record.inference.method),
            ]),
            "instrument": record.instrument.map { Self.instrument($0) } ?? .null,
            "opinion": record.opinion.map { .object(["value": .text($0.rawValue), "words": .text($0.words)]) } ?? .null,
            "society": record.society.map { Self.society($0) } ?? .null,
            "analyses": .list(record.analyses.map { Self.analysis($0) }),
            "cells": .list(record.cells.map { Self.cell($0) }),
            "findings": .list(record.findings.map { finding($0) }),
        ])
    }

    private static func cell(_ cell: CellResult) -> JSONValue {
        .object([
            "label": .text(cell.label),
            "published": .optional(cell.published),
            "recomputed": .optional(cell.recomputed),
            "difference": .optional(cell.difference),
            "agreement": .text(cell.agreement.rawValue),
            "tolerance": .text(cell.tolerance),
            "source": .text(cell.source),
            "scale": .optional(cell.scale),
            "figure": cell.figure.map { figure($0) } ?? .null,
            "note": .optional(cell.note),
            "alternatives": .list(
                cell.alternatives.map { .object(["label": .text($0.label), "value": .optional($0.value)]) }
            ),
        ])
    }
}
