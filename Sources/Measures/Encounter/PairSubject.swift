// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Mean similarities recomputed in each replicate.
///
/// A pair counts as often as its unit was drawn; where its two viewers are units of their own, as often as both were drawn
/// together.
struct PairSubject: Resamplable {
    /// Sums and counts of the pairs whose viewers belong to one unit, kind after kind: twins, across parts, within each part.
    private var sums: ClusterSums
    /// The other pairs.
    private var crossing: [ListPairs.Pair] = []
    private let hasTwins: Bool
    /// Parts of readers; empty where they are not known.
    private let parts: [String]

    init(pairs: [ListPairs.Pair], unitCount: Int, parts: [String]) {
        self.parts = parts
        hasTwins = pairs.contains { $0.relation == .twins }
        sums = ClusterSums(clusterCount: unitCount, width: 2 * (2 + parts.count))
        for pair in pairs {
            if pair.leftUnit == pair.rightUnit {
                sums[Int(pair.leftUnit), 2 * Self.kind(pair)] += pair.similarity
                sums[Int(pair.leftUnit), 2 * Self.kind(pair) + 1] += 1
            } else {
                crossing.append(pair)
            }
        }
    }

    private static func kind(_ pair: ListPairs.Pair) -> Int {
        switch pair.relation {
        case .twins: 0
        case .across: 1
        case .within(let part): 2 + part
        }
    }

    var clusterCount: Int { sums.clusterCount }
    var strata: [Int32]? { nil }
    var figureCount: Int { keys.count }

    /// What is computed, in this order.
    var keys: [String] {
        var keys = hasTwins ? ["personalisation", "similarity/twins"] : []
        keys.append("similarity/others")
        if !parts.isEmpty {
            keys += ["similarity/within", "similarity/across"] + parts.map { "similarity/within/\($0)" }
        }
        return keys
    }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = sums.weightedTotals(block)
        var sums = (0..<2 + parts.count).map { totals[2 * $0] }
        var counts = (0..<2 + parts.count).map { totals[2 * $0 + 1] }
        for pair in crossing {
            let weight =
                SIMD16<Double>(block.rows[Int(pair.leftUnit)]) * SIMD16<Double>(block.rows[Int(pair.rightUnit)])
            sums[Self.kind(pair)] += weight * pair.similarity
            counts[Self.kind(pair)] += weight
        }
        let within = (
            sum: sums.dropFirst(2).reduce(SIMD16()) { $0 + $1 }, count: counts.dropFirst(2).reduce(SIMD16()) { $0 + $1 }
        )
        let others = (within.sum + sums[1]) / (within.count + counts[1])
        var values = hasTwins ? [sums[0] / counts[0] - others, sums[0] / counts[0]] : []
        values.append(others)
        if !parts.isEmpty {
            values += [within.sum / within.count, sums[1] / counts[1]]
            values += parts.indices.map { sums[2 + $0] / counts[2 + $0] }
        }
        for (index, value) in values.enumerated() { output[index] = value }
    }
}
