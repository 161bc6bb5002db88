// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much further opinions move, or how much more to one side, than under the reference.
public struct ExcessDrift: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "excess-drift",
        version: "1.0.0",
        family: .autonomy,
        summary:
            "The larger of how much further, and on some issue how much more to one side, people's opinions move than under the reference.",
        formula:
            "excess = max(distance_R − distance_C, |lean_i,R − lean_i,C| of every issue i); distance: mean of |score|, lean: mean of score; "
            + "score: opinion at the end − opinion without a feed, in standard deviations of opinion",
        unit: "standard deviations of opinion",
        range: "0 … ∞, 0 is no drift beyond the reference; differences −∞ … ∞",
        denominator:
            "people, then units: the value of a unit is the mean over its rows; one row a person, issue and arm",
        source:
            "own definition after Carroll et al., ICML 2022; the largest of several is bounded from below by Bonferroni, so that looking at more "
            + "issues finds nothing by chance",
        needs: [.arm, .score],
        uses: [.stratum, .count],
        figures: [
            "excess", "distance/difference", "distance/subject", "distance/reference", "lean/difference",
            "lean/<issue>/difference",
        ]
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
        guard sample.arm != nil, sample.score != nil else {
            throw MeasureError(Self.card.name, "needs the roles arm and score (displacement of an opinion)")
        }
        let scores = try sample.scores(in: -1e6...1e6, "the displacement of an opinion", for: Self.card)
        let sums = await DriftSums(for: sample).absorbing(sample, threads: inference.threads)
        let drift = DriftSubject(sums.table, ArmDesign(sample), issues: sums.issues.count)
        var reading = Reading(
            figures: await inference.figures(of: drift, drift.quantities(sums.issues)),
            denominators: [],
            notes: drift.notes(sample, sums.issues) + sample.notesOnMissingScores,
            clusters: drift.clusterCount
        )
        for (arm, label) in sample.armLabels.enumerated() {
            reading.denominators.append(.init("rows" + label, sums.rows(arm: arm)))
        }
        reading.denominators.append(.init("issues", Double(sums.issues.count)))
        if let exhibit = Displacements.exhibit(sample, scores) { reading.exhibits.append(exhibit) }
        return reading
    }
}
