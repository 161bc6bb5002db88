// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite("Resampling scheme")
struct ResamplingSchemeTests {
    private let random = KeyedRandom(seed: 99)

    @Test("the weights of a replicate add up to the number of clusters")
    func sums() {
        for clusters in [0, 1, 2, 3, 5, 40, 1_001] {
            let scheme = ResamplingScheme(replicates: 37, random: random)
            #expect(scheme.blockCount == 3)
            for index in 0..<3 {
                let block = scheme.block(index, clusterCount: clusters, strata: nil)
                #expect(block.used == (index == 2 ? 5 : 16) && block.rows.count == clusters)
                for lane in 0..<WeightBlock.lanes {
                    let sum = block.rows.reduce(0) { $0 + Int($1[lane]) }
                    #expect(sum == (lane < block.used ? clusters : 0))
                }
            }
        }
    }

    @Test("clusters are drawn within their stratum, those without one among themselves")
    func strata() {
        let strata: [Int32] = [4, 0, 4, -1, 0, 0, 4, -7, 9, 4]
        let groups: [[Int]] = [[0, 2, 6, 9], [1, 4, 5], [3, 7], [8]]
        let scheme = ResamplingScheme(replicates: 160, random: random)
        var distinct = Set<[UInt16]>()
        for index in 0..<scheme.blockCount {
            let block = scheme.block(index, clusterCount: strata.count, strata: strata)
            for lane in 0..<WeightBlock.lanes {
                for group in groups { #expect(group.reduce(0) { $0 + Int(block.rows[$1][lane]) } == group.count) }
                distinct.insert(block.rows.map { $0[lane] })
            }
        }
        #expect(distinct.count > 100)
    }

    @Test("two strata of one size are drawn independently")
    func independentStrata() {
        let scheme = ResamplingScheme(replicates: 800, random: random)
        let strata: [Int32] = Array(repeating: 0, count: 10) + Array(repeating: 1, count: 10)
        var same = 0
        for index in 0..<scheme.blockCount {
            let block = scheme.block(index, clusterCount: 20, strata: strata)
            for lane in 0..<WeightBlock.lanes
            where (0..<10).allSatisfy({ block.rows[$0][lane] == block.rows[$0 + 10][lane] }) {
                same += 1
            }
        }
        #expect(same <= 1)
    }

    @Test("every cluster is drawn equally often")
    func uniform() {
        let scheme = ResamplingScheme(replicates: 16_000, random: random)
        var counts = Array(repeating: 0, count: 7)
        for index in 0..<scheme.blockCount {
            let block = scheme.block(index, clusterCount: 7, strata: nil)
            for (cluster, row) in block.rows.enumerated() {
                for lane in 0..<WeightBlock.lanes { counts[cluster] += Int(row[lane]) }
            }
        }
        // χ² with 6 degrees of freedom exceeds 22.5 with probability 0.001.
        let chiSquare = counts.reduce(0) { $0 + (Double($1) - 16_000) * (Double($1) - 16_000) / 16_000 }
        #expect(chiSquare < 22.5)
    }

    @Test("a jackknife lane leaves out its own cluster and no other")
    func jackknife() {
        for index in 0..<2 {
            let block = ResamplingScheme.jackknifeBlock(index, clusterCount: 20)
            #expect(block.used == (index == 0 ? 16 : 4))
            for lane in 0..<block.used {
                for cluster in 0..<20 { #expect(block.rows[cluster][lane] == (cluster == index * 16 + lane ? 0 : 1)) }
            }
        }
    }
}
