// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The mean of the rows of all clusters: a ratio of two totals, as most measures are.
struct Means: Resamplable {
    var sums: ClusterSums
    var strata: [Int32]?
    let figureCount = 1
    var clusterCount: Int { sums.clusterCount }

    /// One row of values a cluster.
    init(_ clusters: [[Double]], strata: [Int32]? = nil) {
        sums = ClusterSums(clusterCount: clusters.count, width: 2)
        for (cluster, rows) in clusters.enumerated() {
            sums[cluster, 0] = rows.reduce(0, +)
            sums[cluster, 1] = Double(rows.count)
        }
        self.strata = strata
    }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = sums.weightedTotals(block)
        output[0] = totals[0] / totals[1]
    }
}
