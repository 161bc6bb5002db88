// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much more (or less) of what is shown belongs to each part under the subject than under the reference: group level.
public struct Amplification: Measure {
    public static let card = MeasureCard(
        name: "amplification", version: "1.0.0", family: .voice,
        summary: "How much more of what is shown belongs to each part under the subject than under the reference (group level).",
        formula: "A_g = share_R(g) / share_C(g), share(g) = exposure of part g / all exposure; with average: units, shares are taken per "
            + "unit and averaged first",
        unit: "ratio (shares: share)", range: "0 … ∞, 1 is parity; shares 0 … 1",
        denominator: "all exposure of the arm, items of no part included; units count equally with average: units",
        source: "Huszár et al., PNAS 2022, in the form for recordings whose viewers are in both arms",
        needs: [.part], uses: [.arm, .slot, .page, .count],
        parameters: [
            .init("average", "impressions (default): all exposure pooled; units: shares per resampling unit, averaged")
        ] + RankWeight.parameters,
        figures: [
            "largestRatio", "spread", "ratio/<part>", "difference/<part>", "share/<part>", "share/<part>/subject",
            "share/<part>/reference",
        ])

    private enum Average: String, CaseIterable {
        case impressions, units
    }

    private let average: Average
    private let weight: RankWeight

    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        average = try parameters.choice("average", default: .impressions, of: Self.card)
        weight = try RankWeight(parameters, of: Self.card)
    }

    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let part = sample.part else { throw MeasureError(Self.card.name, "needs the role part") }
        let shares = await PartExposure(for: sample, part, weights: try weight.weights(of: sample, for: Self.card))
            .absorbing(sample, threads: inference.threads)
        let sums = average == .units ? shares.unitShares : shares.sums.clusterSums
        let subject = TotalsSubject(
            sums, strata: ArmDesign(sample).strata, figureCount: sample.arm == nil ? part.partCount : 2 + part.partCount * 4,
            formula: sample.arm == nil ? Self.levels(part.partCount) : Self.ratios(part.partCount))
        var reading = Reading(
            figures: await inference.figures(of: subject, Self.quantities(part.partNames, isCompared: sample.arm != nil)),
            denominators: [], notes: weight.notes, clusters: sums.clusterCount)
        let totals = shares.sums.totals
        for (arm, name) in sample.armLabels.enumerated() {
            reading.denominators.append(.init("exposure" + name, totals[arm * (part.partCount + 1)]))
            for (index, partName) in part.partNames.enumerated() {
                reading.denominators.append(.init("exposure of \(partName)" + name, totals[arm * (part.partCount + 1) + 1 + index]))
            }
        }
        if average == .units { reading.notes.append("shares are taken per \(sample.unitName) and averaged") }
        if sample.slot != nil { reading.exhibits.append(ExposureByRank.exhibit(sample, part)) }
        return reading
    }

    private static func quantities(_ parts: [String], isCompared: Bool) -> [Inference.Quantity] {
        guard isCompared else { return parts.map { .init("share/\($0)", unit: "share") } }
        return [
            .init("largestRatio", unit: "ratio", logScale: true), .init("spread", unit: "ratio", logScale: true),
        ] + parts.flatMap { part -> [Inference.Quantity] in
            [
                .init("ratio/\(part)", unit: "ratio", logScale: true), .init("difference/\(part)", unit: "share"),
                .init("share/\(part)/subject", unit: "share"), .init("share/\(part)/reference", unit: "share"),
            ]
        }
    }

    /// Each column over the first: the share of every part.
    private static func levels(_ parts: Int) -> TotalsSubject.Formula {
        { totals, figures in
            for part in 0..<parts { figures[part] = totals[1 + part] / totals[0] }
        }
    }

    private static func ratios(_ parts: Int) -> TotalsSubject.Formula {
        { totals, figures in
            let width = parts + 1
            var largest = SIMD16<Double>(repeating: 0)
            var highest = SIMD16<Double>(repeating: -.infinity)
            var lowest = SIMD16<Double>(repeating: .infinity)
            for part in 0..<parts {
                let reference = totals[1 + part] / totals[0]
                let subject = totals[width + 1 + part] / totals[width]
                let logarithm = (subject / reference).mapped { $0 > 0 && $0.isFinite ? ElementaryFunctions.log($0) : .nan }
                for lane in 0..<16 where !logarithm[lane].isNaN {
                    largest[lane] = max(largest[lane], logarithm[lane].magnitude)
                    highest[lane] = max(highest[lane], logarithm[lane])
                    lowest[lane] = min(lowest[lane], logarithm[lane])
                }
                figures[2 + part * 4] = logarithm
                figures[3 + part * 4] = subject - reference
                figures[4 + part * 4] = subject
                figures[5 + part * 4] = reference
            }
            figures[0] = largest
            figures[1] = highest - lowest
        }
    }
}
