// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite("Cluster sums")
struct ClusterSumsTests {
    private func counts(_ key: UInt32, seed: UInt64) -> ClusterSums {
        var sums = ClusterSums(clusterCount: 9, width: 3)
        let random = KeyedRandom(seed: seed)
        for cluster in 0..<9 {
            for column in 0..<3 {
                sums[cluster, column] = (random.uniform(.parametric, key, UInt32(cluster), UInt32(column)) * 1e9)
                    .rounded()
            }
        }
        return sums
    }

    @Test("merging counts gives the same bits in any order and grouping")
    func merge() {
        for seed in 0..<20 as Range<UInt64> {
            let parts = (0..<3 as Range<UInt32>).map { counts($0, seed: seed) }
            var left = parts[0]
            left.merge(parts[1])
            left.merge(parts[2])
            var right = parts[2]
            right.merge(parts[1])
            var outer = parts[0]
            outer.merge(right)
            #expect(left == outer, "seed \(seed)")
            var neutral = ClusterSums(clusterCount: 9, width: 3)
            neutral.merge(left)
            #expect(neutral == left)
        }
    }

    @Test("the weighted totals are the totals of the repeated rows")
    func weightedTotals() {
        let sums = counts(0, seed: 1)
        let once = sums.weightedTotals(WeightBlock(clusterCount: 9, used: 2, repeating: 1))
        let thrice = sums.weightedTotals(WeightBlock(clusterCount: 9, used: 16, repeating: 3))
        for (column, total) in sums.totals().enumerated() {
            #expect(once[column][0] == total && once[column][1] == total && once[column][2] == 0)
            #expect(thrice[column][15] == 3 * total)
        }
        var block = WeightBlock(clusterCount: 9, used: 1, repeating: 0)
        block.rows[4][0] = 7
        #expect(sums.weightedTotals(block)[2][0] == 7 * sums[4, 2])
    }
}
