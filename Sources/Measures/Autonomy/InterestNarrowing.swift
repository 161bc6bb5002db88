// SPDX-License-Identifier: Apache-2.0

/// How much narrower interests become than under the reference.
public struct InterestNarrowing: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "interest-narrowing",
        version: "1.0.0",
        family: .autonomy,
        summary:
            "How much narrower people's interests become than they would be without a feed, minus the same under the reference.",
        formula:
            "narrowing = mean_u[mean of score over the people of u], score: 1 − B / B_without a feed, B = 1 / Σ_k p_k²: the effective number "
            + "of topics that interests p lie in; difference = narrowing_R − narrowing_C",
        unit: "share of topics",
        range: "−∞ … 1; 0 is no narrowing, below 0 interests widen; differences likewise",
        denominator: "people, then units: the value of a unit is the mean over its rows; one row a person and arm",
        source:
            "effective number of types of order 2 (Hill, Ecology 1973); the arm without a feed after Carroll et al., ICML 2022; it "
            + "describes simulated people, and depends on the model of them",
        needs: [.score],
        uses: [.arm, .count],
        figures: ["narrowing", "narrowing/difference", "narrowing/subject", "narrowing/reference"]
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
        _ = try sample.scores(in: -1e6...1, "how much narrower interests became", for: Self.card)
        return await inference.scoreMeans(sample, key: "narrowing", unit: "share of topics")
    }
}
