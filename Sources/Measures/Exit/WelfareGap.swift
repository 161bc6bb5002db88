// SPDX-License-Identifier: Apache-2.0

/// Time that goes to what people do not want, beyond what their own order would cost them.
public struct WelfareGap: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "welfare-gap",
        version: "1.0.0",
        family: .exit,
        summary:
            "Minutes a day that people spend on what they say they do not want, minus the same under a ranking by what they say they want.",
        formula:
            "minutes = mean_u[mean of score over the people of u], score: minutes a day on unwanted items; difference = minutes_R − minutes_C",
        unit: "minutes a day",
        range: "0 … 1440; differences −1440 … 1440, 0 is no more than under the reference",
        denominator: "people, then units: the value of a unit is the mean over its rows; one row a person and arm",
        source:
            "gap between engagement and stated preference: Kleinberg, Mullainathan, Raghavan, EC 2022; the reference is the ranking by "
            + "stated preference",
        needs: [.arm, .score],
        uses: [.count],
        figures: ["minutes/difference", "minutes/subject", "minutes/reference"]
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
        guard sample.arm != nil else {
            throw MeasureError(Self.card.name, "needs the roles arm and score (minutes a day)")
        }
        _ = try sample.scores(in: 0...1_440, "minutes a day on what people do not want", for: Self.card)
        return await inference.scoreMeans(sample, key: "minutes", unit: "minutes a day")
    }
}
