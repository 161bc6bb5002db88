// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How differently single authors fare under the subject: the individual level beside that of groups.
public struct AuthorAmplification: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "author-amplification",
        version: "1.0.0",
        family: .voice,
        summary:
            "How much more exposure each single author gets under the subject, every author counting once (individual level).",
        formula:
            "a_i = (n_R + 1) / (k·n_C + 1), k = N_R / N_C; typical = geometric mean over authors; spread = 90th / 10th percentile, "
            + "which exceeds 1 by chance alone: its lower limit is that of the two authors at those percentiles, by Bonferroni over all "
            + "pairs",
        unit: "ratio",
        range: "0 … ∞, 1 is parity; spread 1 … ∞",
        denominator:
            "eligible authors, zero exposure included, where a population is named, else those shown in either arm",
        source: "Huszár et al., PNAS 2022: group and individual level are different findings",
        needs: [.arm, .author],
        uses: [.part, .slot, .page, .count],
        parameters: RankWeight.parameters,
        figures: ["typical", "spread", "largestGap", "typical/<part>"]
    )

    private let weight: RankWeight

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
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
        guard let author = sample.author, sample.arm != nil else {
            throw MeasureError(Self.card.name, "needs the roles arm and author")
        }
        let counts = await ExposureCounts(
            for: sample,
            part: nil,
            weights: try weight.weights(of: sample, for: Self.card)
        )
        .absorbing(sample, threads: inference.threads)
        let exposure = counts.sums()
        let totals = exposure.columnTotals()
        let all = author.names.count
        let isPopulation = sample.eligibleAuthors != nil
        let eligible = (0..<all).filter { isPopulation || totals[$0] + totals[all + $0] > 0 }.map { Int32($0) }
        let members = partMembers(sample, eligible)
        let subject = AuthorSubject(
            exposure: exposure,
            authorCount: all,
            eligible: eligible,
            members: members.map(\.authors),
            strata: ArmDesign(sample).strata
        )
        var quantities: [Inference.Quantity] = [
            .init("typical", unit: "ratio", logScale: true),
            .init(
                "spread",
                unit: "ratio",
                logScale: true,
                extreme: .init(
                    .largest,
                    component: subject.figureCount - 1,
                    comparisons: eligible.count * (eligible.count - 1)
                ),
                range: 1...Double.infinity
            ),
        ]
        if !members.isEmpty {
            let pairs = members.count * (members.count - 1)
            quantities += [
                .init(
                    "largestGap",
                    unit: "ratio",
                    logScale: true,
                    extreme: .init(
                        .largest,
                        component: 3,
                        comparisons: pairs,
                        candidates: Inference.Extreme.Candidate.pairs(members.indices.map { 4 + $0 })
                    ),
                    range: 1...Double.infinity
                ), .component,
            ]
            quantities += members.map { .init("typical/\($0.name)", unit: "ratio", logScale: true) }
        }
        quantities.append(.component)
        var reading = Reading(
            figures: await inference.figures(of: subject, quantities),
            denominators: [
                .init("authors", Double(eligible.count)),
                .init("exposure, \(sample.armNames.reference)", totals[..<all].reduce(0, +)),
                .init("exposure, \(sample.armNames.subject)", totals[all...].reduce(0, +)),
            ],
            notes: weight.notes,
            clusters: sample.unit.names.count
        )
        if !isPopulation { reading.notes.append("only authors that were shown in either arm are known") }
        return reading
    }

    /// Authors of each part, by place in `eligible`; an author belongs to every part that any of its rows has.
    private func partMembers(_ sample: Sample, _ eligible: [Int32]) -> [(name: String, authors: [Int])] {
        guard let part = sample.part, let author = sample.author else { return [] }
        let parts = AuthorParts(author, part)
        let members = (0..<part.partCount).map { index in
            eligible.indices.filter { parts.contains(eligible[$0], part: index) }
        }
        return zip(part.partNames, members).filter { !$1.isEmpty }.map { ($0, $1) }
    }
}

/// The amplification of every author recomputed in each replicate.
private struct AuthorSubject: Resamplable {
    let exposure: SparseSums
    let authorCount: Int
    let eligible: [Int32]
    /// Authors of each part, by place in `eligible`.
    let members: [[Int]]
    let strata: [Int32]?

    var clusterCount: Int { exposure.unitCount }
    /// The last one is the gap between two authors, which bounds the spread.
    var figureCount: Int { members.isEmpty ? 3 : 5 + members.count }
    /// The parts that lie furthest apart on the data.
    private(set) var highest = 0
    private(set) var lowest = 0
    /// The authors at the 90th and the 10th percentile on the data, by place in `eligible`.
    private(set) var upper = 0
    private(set) var lower = 0

    init(exposure: SparseSums, authorCount: Int, eligible: [Int32], members: [[Int]], strata: [Int32]?) {
        self.exposure = exposure
        self.authorCount = authorCount
        self.eligible = eligible
        self.members = members
        self.strata = strata
        let totals = exposure.columnTotals().map { SIMD16<Double>(repeating: $0) }
        let logarithms = self.logarithms(totals, lane: 0) ?? []
        let order = logarithms.indices.sorted { (logarithms[$0], $0) < (logarithms[$1], $1) }
        if let last = order.indices.last {
            upper = order[Int((0.9 * Double(last)).rounded())]
            lower = order[Int((0.1 * Double(last)).rounded())]
        }
        let typical = Array(BootstrapDraws.point(of: self).dropFirst(4).dropLast())
        // Of parts that are tied the one with the fewest authors, then the one whose authors come first.
        func first(_ places: [Int]) -> Int {
            places.min { left, right in
                let (one, other) = (members[left], members[right])
                return one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
            } ?? 0
        }
        highest = first(Ties.places(of: typical, largest: true))
        lowest = first(Ties.places(of: typical, largest: false))
    }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = exposure.weightedTotals(block)
        for lane in 0..<block.used {
            guard var logarithms = logarithms(totals, lane: lane) else {
                for figure in 0..<figureCount { output[figure][lane] = .nan }
                continue
            }
            output[figureCount - 1][lane] = logarithms[upper] - logarithms[lower]
            output[0][lane] = Moments(logarithms).mean
            var furthest = (high: -Double.infinity, low: Double.infinity)
            for (part, places) in members.enumerated() {
                let mean = Moments(places.map { logarithms[$0] }).mean
                output[4 + part][lane] = mean
                furthest = (max(furthest.high, mean), min(furthest.low, mean))
            }
            if !members.isEmpty {
                output[2][lane] = furthest.high - furthest.low
                output[3][lane] = output[4 + highest][lane] - output[4 + lowest][lane]
            }
            logarithms.sort()
            output[1][lane] =
                logarithms.count < 2
                ? .nan : quantile(0.9, ofSorted: logarithms) - quantile(0.1, ofSorted: logarithms)
        }
    }

    /// ln of the amplification of each eligible author; `nil` without exposure in an arm, where the smoothed ratios would all
    /// be 1 and read as parity.
    private func logarithms(_ totals: [SIMD16<Double>], lane: Int) -> [Double]? {
        var (reference, subject) = (0.0, 0.0)
        for author in 0..<authorCount {
            reference += totals[author][lane]
            subject += totals[authorCount + author][lane]
        }
        guard reference > 0, subject > 0, !eligible.isEmpty else { return nil }
        let ratio = subject / reference
        return eligible.map { author in
            ElementaryFunctions.log(
                (totals[authorCount + Int(author)][lane] + 1) / (ratio * totals[Int(author)][lane] + 1)
            )
        }
    }
}
