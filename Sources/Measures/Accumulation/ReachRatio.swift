// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How many people each of a kind of items reaches, one arm divided by the other.
struct ReachRatio {
    /// Who is reached: "strangers".
    let people: String
    /// Whether an arm of the reference that reaches nobody counts as if it had reached one, as the subject always does; without it the
    /// ratio is undefined there.
    let boundsReference: Bool

    /// Reads a sample.
    ///
    /// The ratio is that of the means over all rows of each arm. Where every account has one row in each arm, as it should, that is
    /// the ratio of the sums.
    func read(_ sample: Sample, _ inference: Inference, _ card: MeasureCard) async throws(MeasureError) -> Reading {
        guard sample.arm != nil else {
            throw MeasureError(card.name, "needs the roles arm and score (\(people) reached)")
        }
        _ = try sample.scores(in: 0...Double.infinity, "how many \(people) were reached", for: card)
        let sums = await ScoreSums(for: sample).absorbing(sample, threads: inference.threads).table
        let clusters = sums.clusterSums
        let unit = "\(people) a row"
        let subject = TotalsSubject(clusters, strata: ArmDesign(sample).strata, figureCount: 3) { totals, figures in
            let one = SIMD16<Double>(repeating: 1)
            let isReached = totals[0] .> 0 .| totals[2] .> 0
            let inSubject = totals[2].replacing(with: one, where: totals[2] .== 0) / totals[3]
            let inReference =
                (boundsReference ? totals[0].replacing(with: one, where: totals[0] .== 0) : totals[0]) / totals[1]
            figures[0] = (inSubject / inReference).replacing(with: .nan, where: .!isReached).logarithms
            figures[1] = totals[2] / totals[3]
            figures[2] = totals[0] / totals[1]
        }
        var reading = Reading(
            figures: await inference.figures(
                of: subject,
                [
                    .init("ratio", unit: "ratio", logScale: true),
                    .init("reach/subject", unit: unit, range: 0...Double.infinity),
                    .init("reach/reference", unit: unit, range: 0...Double.infinity),
                ]
            ),
            denominators: [],
            notes: sample.notesOnMissingScores,
            clusters: clusters.clusterCount
        )
        explain(&reading, sums.totals, sample)
        return reading
    }

    private func explain(_ reading: inout Reading, _ totals: [Double], _ sample: Sample) {
        for (arm, label) in sample.armLabels.enumerated() {
            reading.denominators.append(.init("rows" + label, totals[arm * 2 + 1]))
            reading.denominators.append(.init("\(people) reached" + label, totals[arm * 2]))
        }
        if totals[1] != totals[3] {
            reading.notes.append(
                "the arms do not have as many rows, so reach is compared per row: an item that reached nobody must have a row, too"
            )
        }
        if reading.figures[0].value == nil {
            reading.figures[0].note =
                totals[2] > 0
                ? "nobody is reached under \(sample.armNames.reference): there is nothing to divide by"
                : "nobody is reached in either arm: there is nothing to compare"
        }
        for (arm, name) in [(0, sample.armNames.reference), (2, sample.armNames.subject)]
        where totals[arm] == 0 && totals[2 - arm] > 0 && (arm == 2 || boundsReference) {
            reading.notes.append(
                "nobody is reached under \(name): the ratio counts one, so that it has a bound instead of escaping every one"
            )
        }
    }
}
