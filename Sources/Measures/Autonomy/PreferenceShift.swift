// SPDX-License-Identifier: Apache-2.0

/// How much further interests move than under the reference.
public struct PreferenceShift: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "preference-shift",
        version: "1.0.0",
        family: .autonomy,
        summary:
            "How far people's interests move away from where they would be without a feed, minus the same under the reference.",
        formula:
            "shift = mean_u[mean of score over the people of u], score: 1 − cos(interests at the end, interests without a feed); "
            + "difference = shift_R − shift_C",
        unit: "distance of interests",
        range:
            "0 … 1 for cosines of interests that are not negative; differences −1 … 1, 0 is no shift beyond the reference",
        denominator: "people, then units: the value of a unit is the mean over its rows; one row a person and arm",
        source:
            "Carroll et al., ICML 2022: distance from the shift that happens without a recommender; it describes simulated people, and "
            + "depends on the model of them",
        needs: [.score],
        uses: [.arm, .count],
        figures: ["shift", "shift/difference", "shift/subject", "shift/reference"]
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
        _ = try sample.scores(in: 0...Double.infinity, "how far interests moved", for: Self.card)
        return await inference.scoreMeans(sample, key: "shift", unit: "distance of interests")
    }
}
