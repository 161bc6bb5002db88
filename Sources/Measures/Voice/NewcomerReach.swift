// SPDX-License-Identifier: Apache-2.0

/// How many strangers the first items of new accounts reach, against the reference.
public struct NewcomerReach: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "newcomer-reach",
        version: "1.0.0",
        family: .voice,
        summary:
            "How many strangers the first items of new accounts reach under the subject, divided by how many they reach under the reference.",
        formula:
            "ratio = (Σ score / rows)_R / (Σ score / rows)_C, score: people who do not follow the account and were shown the item",
        unit: "ratio",
        range: "0 … ∞, 1 is as many as under the reference; where the subject reaches nobody, one is counted",
        denominator:
            "first items of new accounts, those that reached nobody included; one row an item, or an account, and arm",
        source:
            "own definition; a ratio of totals over units, not a mean of ratios, since single items often reach nobody",
        needs: [.arm, .score],
        uses: [.count],
        figures: ["ratio", "reach/subject", "reach/reference"]
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
        try await ReachRatio(people: "strangers", boundsReference: false).read(sample, inference, Self.card)
    }
}
