// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// The encounter figures recomputed in each replicate.
struct EncounterSubject: Resamplable {
    let sums: ClusterSums
    let strata: [Int32]?
    let table: EncounterTable
    /// The share of each part among authors.
    let population: [Double]
    let armCount: Int
    /// The parts of connectedness, where they were named.
    let corner: (reader: Int, author: Int)?
    /// The parts of readers that meet others least on the data, by level and by ratio.
    private(set) var least = 0
    private(set) var leastRatio = 0

    init(
        sums: ClusterSums,
        strata: [Int32]?,
        table: EncounterTable,
        population: [Double],
        armCount: Int,
        corner: (reader: Int, author: Int)?
    ) {
        self.sums = sums
        self.strata = strata
        self.table = table
        self.population = population
        self.armCount = armCount
        self.corner = corner
        let totals = sums.totals().map { SIMD16<Double>(repeating: $0) }
        let levels = table.readers.indices.map { encounter($0, armCount - 1, totals)[0] }
        let ratios = table.readers.indices.map { levels[$0] / encounter($0, 0, totals)[0] }
        least = first(Ties.places(of: levels, largest: false))
        leastRatio = first(Ties.places(of: ratios, largest: false))
    }

    /// Of parts that are tied the one with the fewest authors, then the one with the smallest counts: what its figures rest on.
    private func first(_ places: [Int]) -> Int {
        func own(_ reader: Int) -> Double { table.own(reader).map { population[$0] } ?? 2 }
        let fewest = places.map(own).min()
        return Ties.first(places.filter { own($0) == fewest }, sums) { reader in
            (0..<armCount).flatMap { arm in
                let first = (arm * table.readers.count + reader) * (table.authors.count + 1)
                return [first, table.own(reader).map { first + 1 + $0 } ?? first]
            }
        } ?? 0
    }

    var clusterCount: Int { sums.clusterCount }
    var figureCount: Int { quantities.count }

    /// What is computed, in this order.
    var quantities: [Inference.Quantity] {
        let mixing = "ratio to proportionate mixing"
        let parts = table.readers.count
        let readers = table.readers.indices
        var list: [Inference.Quantity] = [
            .init(
                "least",
                unit: mixing,
                extreme: .init(
                    .smallest,
                    component: 1,
                    comparisons: parts,
                    candidates: Inference.Extreme.Candidate.each(readers.map { armCount == 1 ? 2 + $0 : 5 + 3 * $0 })
                ),
                range: 0...Double.infinity
            ), .component,
        ]
        if armCount == 2 {
            list.append(
                .init(
                    "leastRatio",
                    unit: "ratio",
                    logScale: true,
                    extreme: .init(
                        .smallest,
                        component: 3,
                        comparisons: parts,
                        candidates: Inference.Extreme.Candidate.each(readers.map { 4 + 3 * $0 })
                    )
                )
            )
            list.append(.component)
        }
        for reader in table.readers {
            if armCount == 1 {
                list.append(.init("encounter/\(reader)", unit: mixing, range: 0...Double.infinity))
            } else {
                list += [
                    .init("ratio/\(reader)", unit: "ratio", logScale: true),
                    .init("encounter/\(reader)/subject", unit: mixing, range: 0...Double.infinity),
                    .init("encounter/\(reader)/reference", unit: mixing, range: 0...Double.infinity),
                ]
            }
        }
        if corner != nil {
            list += (armCount == 1 ? ["connectedness"] : ["connectedness/subject", "connectedness/reference"])
                .map { .init($0, unit: mixing, range: 0...Double.infinity) }
        }
        return list
    }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = sums.weightedTotals(block)
        let levels = (0..<armCount).map { arm in table.readers.indices.map { encounter($0, arm, totals) } }
        let subject = armCount - 1
        var next = 0
        func put(_ value: SIMD16<Double>) {
            output[next] = value
            next += 1
        }
        put(Self.least(levels[subject]))
        put(levels[subject][least])
        let ratios = armCount == 2 ? zip(levels[1], levels[0]).map { ($0 / $1).logarithms } : []
        if armCount == 2 {
            let bounded = table.readers.indices.map { reader in
                (self.bounded(levels[1][reader], reader, totals) / levels[0][reader]).logarithms
            }
            put(Self.least(bounded))
            put(bounded[leastRatio])
        }
        for reader in table.readers.indices {
            if armCount == 2 { put(ratios[reader]) }
            for arm in (0..<armCount).reversed() { put(levels[arm][reader]) }
        }
        if let corner {
            for arm in (0..<armCount).reversed() { put(share(corner.reader, corner.author, arm, totals) / 0.5) }
        }
    }

    private static func least(_ values: [SIMD16<Double>]) -> SIMD16<Double> {
        var least = SIMD16<Double>(repeating: .infinity)
        for value in values {
            for lane in 0..<16 where value[lane] < least[lane] { least[lane] = value[lane] }
        }
        // −∞ is the logarithm of a part that meets nobody else any more: the least there can be.
        return least.mapped { $0 == .infinity ? .nan : $0 }
    }

    /// A level of the subject kept away from 0: where no reader of a part meets anybody else, it counts as if one did.
    ///
    /// So a part that is cut off altogether is bounded from above instead of escaping every bound.
    private func bounded(_ level: SIMD16<Double>, _ reader: Int, _ totals: [SIMD16<Double>]) -> SIMD16<Double> {
        guard let own = table.own(reader) else { return level }
        let readers = totals[(table.readers.count + reader) * (table.authors.count + 1)]
        return level.replacing(with: 1 / readers / (1 - population[own]), where: level .<= 1e-12)
    }

    private func share(_ reader: Int, _ author: Int, _ arm: Int, _ totals: [SIMD16<Double>]) -> SIMD16<Double> {
        let first = (arm * table.readers.count + reader) * (table.authors.count + 1)
        return totals[first + 1 + author] / totals[first]
    }

    private func encounter(_ reader: Int, _ arm: Int, _ totals: [SIMD16<Double>]) -> SIMD16<Double> {
        guard let own = table.own(reader) else { return SIMD16(repeating: 1) }
        return (1 - share(reader, own, arm, totals)) / (1 - population[own])
    }

    /// The mean shares M_ab of each arm on the data themselves, row after row.
    static func matrices(of sums: ClusterSums, _ table: EncounterTable, armCount: Int) -> [[Double]] {
        let totals = sums.totals()
        let width = table.authors.count + 1
        return (0..<armCount).map { arm in
            table.readers.indices.flatMap { reader in
                let first = (arm * table.readers.count + reader) * width
                return (0..<table.authors.count).map { totals[first + 1 + $0] / totals[first] }
            }
        }
    }
}
