// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much more (or less) of what is shown belongs to each part under the subject than under the reference: group level.
public struct Amplification: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "amplification",
        version: "1.0.0",
        family: .voice,
        summary:
            "How much more of what is shown belongs to each part under the subject than under the reference (group level).",
        formula:
            "A_g = share_R(g) / share_C(g), share(g) = exposure of part g / all exposure; with average: units, shares are taken per "
            + "unit and averaged first",
        unit: "ratio (shares: share)",
        range: "0 … ∞, 1 is parity; shares 0 … 1",
        denominator:
            "all exposure of the arm, items of no part included; units count equally with average: units; for the extremes, a part that one arm "
            + "does not show counts as shown once there",
        source: "Huszár et al., PNAS 2022, in the form for recordings whose viewers are in both arms",
        needs: [.part],
        uses: [.arm, .slot, .page, .count],
        parameters: [
            .init("average", "impressions (default): all exposure pooled; units: shares per resampling unit, averaged")
        ] + RankWeight.parameters,
        figures: [
            "largestRatio", "spread", "ratio/<part>", "difference/<part>", "share/<part>", "share/<part>/subject",
            "share/<part>/reference",
        ],
        contrasts: ["largestRatio", "spread"]
    )

    private enum Average: String, CaseIterable {
        case impressions, units
    }

    private let average: Average
    private let weight: RankWeight

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        average = try parameters.choice("average", default: .impressions, of: Self.card)
        weight = try RankWeight(parameters, of: Self.card)
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let part = sample.part else { throw MeasureError(Self.card.name, "needs the role part") }
        let shares = await PartExposure(for: sample, part, weights: try weight.weights(of: sample, for: Self.card))
            .absorbing(sample, threads: inference.threads)
        let sums = average == .units ? shares.unitShares : shares.sums.clusterSums
        let strata = ArmDesign(sample).strata
        let subject: TotalsSubject
        let quantities: [Inference.Quantity]
        if sample.arm == nil {
            subject = TotalsSubject(
                sums,
                strata: strata,
                figureCount: part.partCount,
                formula: Self.levels(part.partCount)
            )
            quantities = part.partNames.map { .init("share/\($0)", unit: "share", range: 0...1) }
        } else {
            let extremes = PartExtremes(sums, parts: part.partCount)
            subject = TotalsSubject(
                sums,
                strata: strata,
                figureCount: 4 + part.partCount * 4,
                formula: Self.ratios(part.partCount, extremes)
            )
            quantities = Self.quantities(part.partNames)
        }
        var reading = Reading(
            figures: await inference.figures(of: subject, quantities),
            denominators: [],
            notes: weight.notes,
            clusters: sums.clusterCount
        )
        let totals = shares.sums.totals
        for (arm, name) in sample.armLabels.enumerated() {
            reading.denominators.append(.init("exposure" + name, totals[arm * (part.partCount + 1)]))
            for (index, partName) in part.partNames.enumerated() {
                reading.denominators.append(
                    .init("exposure of \(partName)" + name, totals[arm * (part.partCount + 1) + 1 + index])
                )
            }
        }
        if sample.arm != nil {
            for (index, partName) in part.partNames.enumerated() {
                let inReference = totals[1 + index] > 0
                guard inReference != (totals[part.partCount + 2 + index] > 0) else { continue }
                reading.notes.append(
                    "\(partName) is not shown at all under \(inReference ? sample.armNames.subject : sample.armNames.reference): the "
                        + "extremes count it as if shown once there, so what they say is the least it can be"
                )
            }
        }
        if average == .units { reading.notes.append("shares are taken per \(sample.unitName) and averaged") }
        if sample.slot != nil { reading.exhibits.append(ExposureByRank.exhibit(sample, part)) }
        return reading
    }

    /// Two extremes, their components, then four figures a part.
    private static func quantities(_ parts: [String]) -> [Inference.Quantity] {
        let pairs = parts.count * (parts.count - 1)
        let ratios = parts.indices.map { 4 + $0 * 4 }
        return [
            .init(
                "largestRatio",
                unit: "ratio",
                logScale: true,
                extreme: .init(
                    .largest,
                    component: 2,
                    comparisons: 2 * parts.count,
                    candidates: Inference.Extreme.Candidate.bothSigns(ratios)
                ),
                range: 1...Double.infinity
            ),
            .init(
                "spread",
                unit: "ratio",
                logScale: true,
                extreme: .init(
                    .largest,
                    component: 3,
                    comparisons: pairs,
                    candidates: Inference.Extreme.Candidate.pairs(ratios)
                ),
                range: 1...Double.infinity
            ),
            .component, .component,
        ]
            + parts.flatMap { part -> [Inference.Quantity] in
                [
                    .init("ratio/\(part)", unit: "ratio", logScale: true), .init("difference/\(part)", unit: "share"),
                    .init("share/\(part)/subject", unit: "share", range: 0...1),
                    .init("share/\(part)/reference", unit: "share", range: 0...1),
                ]
            }
    }

    /// Each column over the first: the share of every part.
    private static func levels(_ parts: Int) -> TotalsSubject.Formula {
        { totals, figures in
            for part in 0..<parts { figures[part] = totals[1 + part] / totals[0] }
        }
    }

    private static func ratios(_ parts: Int, _ extremes: PartExtremes) -> TotalsSubject.Formula {
        { totals, figures in
            let width = parts + 1
            var largest = SIMD16<Double>(repeating: -.infinity)
            var highest = SIMD16<Double>(repeating: -.infinity)
            var lowest = SIMD16<Double>(repeating: .infinity)
            let bounded = (0..<parts).map { part in
                Self.boundedRatio(totals[width + 1 + part], totals[width], totals[1 + part], totals[0]).logarithms
            }
            for part in 0..<parts {
                let reference = totals[1 + part] / totals[0]
                let subject = totals[width + 1 + part] / totals[width]
                let logarithm = bounded[part]
                for lane in 0..<16 where !logarithm[lane].isNaN {
                    largest[lane] = max(largest[lane], logarithm[lane].magnitude)
                    highest[lane] = max(highest[lane], logarithm[lane])
                    lowest[lane] = min(lowest[lane], logarithm[lane])
                }
                figures[4 + part * 4] = (subject / reference).logarithms
                figures[5 + part * 4] = subject - reference
                figures[6 + part * 4] = subject
                figures[7 + part * 4] = reference
            }
            // Without any ratio there is no largest one; between fewer than two parts there is no spread.
            figures[0] = largest.mapped { $0 < 0 ? .nan : $0 }
            figures[1] = parts < 2 ? SIMD16(repeating: .nan) : (highest - lowest).mapped { $0 < 0 ? .nan : $0 }
            if parts > 0 {
                figures[2] = bounded[extremes.furthest] * extremes.sign
                figures[3] = bounded[extremes.highest] - bounded[extremes.lowest]
            }
        }
    }

    /// The ratio of two shares, kept away from 0 and infinity: a part that one arm does not show at all counts there as if it had
    /// been shown once, so that silencing it is bounded from below instead of escaping every bound.
    fileprivate static func boundedRatio(
        _ subject: SIMD16<Double>,
        _ allSubject: SIMD16<Double>,
        _ reference: SIMD16<Double>,
        _ allReference: SIMD16<Double>
    ) -> SIMD16<Double> {
        let one = SIMD16<Double>(repeating: 1)
        let isShown = subject .> 0 .| reference .> 0
        let ratio =
            subject.replacing(with: one, where: subject .== 0) / allSubject
            / (reference.replacing(with: one, where: reference .== 0) / allReference)
        return ratio.replacing(with: .nan, where: .!isShown)
    }
}

/// Which parts lie furthest on the data themselves.
private struct PartExtremes: Sendable {
    private(set) var furthest = 0
    private(set) var sign = 1.0
    private(set) var highest = 0
    private(set) var lowest = 0

    init(_ sums: ClusterSums, parts: Int) {
        let totals = sums.totals()
        let width = parts + 1
        let ratios = (0..<parts).map { part -> Double in
            let ratio = Amplification.boundedRatio(
                .init(repeating: totals[width + 1 + part]),
                .init(repeating: totals[width]),
                .init(repeating: totals[1 + part]),
                .init(repeating: totals[0])
            )
            return ElementaryFunctions.log(ratio[0])
        }
        func first(_ places: [Int]) -> Int { Ties.first(places, sums) { [1 + $0, width + 1 + $0] } ?? 0 }
        highest = first(Ties.places(of: ratios, largest: true))
        lowest = first(Ties.places(of: ratios, largest: false))
        furthest = first(Ties.places(of: ratios.map(\.magnitude), largest: true))
        if parts > 0, ratios[furthest] < 0 { sign = -1 }
    }
}
