// SPDX-License-Identifier: Apache-2.0

/// What accounts gain in reach by acting together.
public struct CoordinationGain: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "coordination-gain",
        version: "1.0.0",
        family: .integrity,
        summary:
            "The reach of items of accounts that act together, divided by their reach where as many accounts post the same, each for itself.",
        formula:
            "ratio = (Σ score / rows)_R / (Σ score / rows)_C, score: people whom an item reaches; R: together, C: each for itself",
        unit: "ratio",
        range: "0 … ∞, 1 is no gain; where an arm reaches nobody, one is counted",
        denominator:
            "items of the accounts, those that reached nobody included; one row an item and arm, under the same ranker",
        source:
            "own definition; both arms have the same accounts and items, and differ only in whether the accounts act together",
        needs: [.arm, .score],
        uses: [.count],
        figures: ["ratio", "reach/subject", "reach/reference"],
        comparesRankers: false
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
        try await ReachRatio(people: "people", boundsReference: true).read(sample, inference, Self.card)
    }
}
