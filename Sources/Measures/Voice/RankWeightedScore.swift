// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// The mean score of what stands on a page, places at the top weighing more.
public struct RankWeightedScore: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "rank-weighted-score",
        version: "1.0.0",
        family: .voice,
        summary:
            "The mean score of what stands on a page, places at the top weighing more; pages are averaged within their unit, units equally.",
        formula:
            "B = Σ w(r)·x / Σ w(r) over the items of a page; mean over the pages of a unit, then over units (pages/…: over all pages)",
        unit: "unit of the score",
        range: "lowest … highest score",
        denominator: "the weights of the items on the page; with pageSize N those of N places, empty ones scoring 0",
        source: "SERP-MS of Hussein, Juneja, Mitra, CSCW 2020, is the case weight: linear",
        needs: [.page, .slot, .score],
        uses: [.arm, .count],
        parameters: [
            .init(
                "weight",
                "exposure weight of a slot r: linear (n−r+1, default), log2 (1/log2(1+r)), geometric (γ^(r−1)), none"
            )
        ] + RankWeight.parameters.dropFirst(),
        figures: [
            "score", "score/difference", "score/subject", "score/reference", "pages", "pages/difference",
            "pages/subject",
            "pages/reference", "standardError/units", "standardError/pages",
        ]
    )

    private let weight: RankWeight

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        weight = try RankWeight(parameters, of: Self.card, default: "linear")
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard sample.score != nil, sample.page != nil else {
            throw MeasureError(Self.card.name, "needs the roles page, slot and score")
        }
        if case .linear(let size) = weight, size > 0, sample.count != nil {
            throw MeasureError(
                Self.card.name,
                "pageSize divides by the places of a page, so a row is one place: leave out the role count, or pageSize"
            )
        }
        let weights = try weight.weights(of: sample, for: Self.card)
        let scores = await PageScores(for: sample, weights: weights).absorbing(sample, threads: inference.threads)
        try scores.refuseMixedPages(sample, for: Self.card)
        let pages = scores.pages(placesOf: weight)
        let values = pages.unitValues(sample)
        let means = await inference.means(values, key: "score", unit: "score")
        var reading = Reading(
            figures: means.figures,
            denominators: [],
            notes: means.notes + weight.notes,
            exhibits: means.exhibits,
            clusters: means.clusters
        )
        reading.figures += await pageFigures(pages, sample, inference)
        reading.figures += Self.standardErrors(pages, values)
        for (arm, name) in sample.armLabels.enumerated() {
            reading.denominators.append(.init("pages" + name, Double(pages.list.count { $0.arm == arm })))
        }
        return reading
    }

    /// The same with every page weighing alike, units still being what is resampled.
    private func pageFigures(_ pages: PageValues, _ sample: Sample, _ inference: Inference) async -> [Figure] {
        let isCompared = sample.arm != nil
        var sums = ClusterSums(clusterCount: sample.unit.names.count, width: isCompared ? 4 : 2)
        for page in pages.list {
            sums[page.unit, page.arm * 2] += 1
            sums[page.unit, page.arm * 2 + 1] += page.value
        }
        let quantities = (isCompared ? ["pages/difference", "pages/subject", "pages/reference"] : ["pages"])
            .map { Inference.Quantity($0, unit: "score") }
        let subject = TotalsSubject(sums, strata: ArmDesign(sample).strata, figureCount: quantities.count) {
            totals,
            figures in
            guard figures.count == 3 else {
                figures[0] = totals[1] / totals[0]
                return
            }
            figures[1] = totals[3] / totals[2]
            figures[2] = totals[1] / totals[0]
            figures[0] = figures[1] - figures[2]
        }
        return await inference.figures(of: subject, quantities)
    }

    /// What the standard error of the difference would be if pages were independent, beside that of the units.
    private static func standardErrors(_ pages: PageValues, _ values: UnitValues) -> [Figure] {
        guard values.isPaired else { return [] }
        let differences = values.complete.map { values.subject[$0] - values.reference[$0] }
        let byUnit = (Moments(differences).variance / Double(differences.count)).squareRoot()
        let arms = (0..<2).map { arm in Moments(pages.list.filter { $0.arm == arm }.map(\.value)) }
        let byPage = (arms[0].variance / Double(arms[0].count) + arms[1].variance / Double(arms[1].count)).squareRoot()
        return [
            Figure(
                key: "standardError/units",
                value: byUnit,
                unit: "score",
                note: differences.count < 2 ? "a standard error needs at least two units" : nil
            ),
            Figure(
                key: "standardError/pages",
                value: byPage,
                unit: "score",
                note: "as if pages were independent, which they are not: shown to compare, never used"
            ),
        ]
    }
}
