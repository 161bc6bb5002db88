// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How often the order does not follow when accounts exchange their identities.
public struct IdentitySwapMismatch: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "identity-swap-mismatch",
        version: "1.0.0",
        family: .voice,
        summary: "The share of replayed lists whose order does not follow when accounts exchange their identities.",
        formula: "share = lists with score 1 / lists; score: 0 the list followed the exchange, 1 it did not",
        unit: "share",
        range: "0 … 1",
        denominator: "replayed lists, one row a list; every list counts as one independent draw",
        source: "metamorphic relation of exchanged names; exact limits by Clopper and Pearson 1934, Biometrika 26",
        needs: [.score],
        figures: ["share"]
    )

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) { try parameters.allowOnly(Self.card) }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        let scores = try sample.scores(in: 0...1, "0 (the list followed) or 1 (it did not)", for: Self.card)
        if let odd = scores.first(where: { !$0.isNaN && $0 != 0 && $0 != 1 }) {
            throw MeasureError(
                Self.card.name,
                "a score must be 0 (the list followed the exchange) or 1 (it did not); found \(odd)"
            )
        }
        let lists = scores.indices.filter { !scores[$0].isNaN && sample.unit.codes[$0] >= 0 }
        let mismatches = lists.count { scores[$0] == 1 }
        var figure = Figure(
            key: "share",
            value: lists.isEmpty ? nil : Double(mismatches) / Double(lists.count),
            unit: "share",
            note: lists.isEmpty ? "there are no lists" : nil
        )
        if let exact = ClopperPearsonInterval.interval(
            successes: mismatches,
            trials: lists.count,
            confidence: inference.confidence
        ) {
            figure.uncertainty = Uncertainty(
                lower: exact.lower,
                upper: exact.upper,
                lowerLimit: exact.lowerLimit,
                upperLimit: exact.upperLimit,
                method: "Clopper–Pearson, exact, \(lists.count) lists"
            )
        }
        return Reading(
            figures: [figure],
            denominators: [
                .init("lists", Double(lists.count)), .init("lists that did not follow", Double(mismatches)),
            ],
            notes: ["every list counts as one independent draw: the limits hold for lists that were drawn at random"]
                + sample.notesOnMissingScores,
            clusters: lists.count
        )
    }
}
