// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The share of one author in everything that viewers saw: two sums a viewer, one ratio of totals.
struct AuthorShare: Resamplable {
    let sums: ClusterSums
    var clusterCount: Int { sums.clusterCount }
    var strata: [Int32]? { nil }
    var figureCount: Int { 1 }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = sums.weightedTotals(block)
        output[0] = totals[0] / totals[1]
    }
}

let ofTheAuthor: [Double] = [3, 0, 5, 1, 2, 8, 0, 4, 1, 2, 6, 3]
let ofAnyone: [Double] = [20, 15, 22, 9, 18, 30, 12, 25, 11, 16, 24, 19]
var sums = ClusterSums(clusterCount: ofAnyone.count, width: 2)
for viewer in ofAnyone.indices {
    sums[viewer, 0] = ofTheAuthor[viewer]
    sums[viewer, 1] = ofAnyone[viewer]
}

let scheme = ResamplingScheme(replicates: 10_000, random: KeyedRandom(seed: 1))
let draws = await BootstrapDraws(of: AuthorShare(sums: sums), scheme: scheme, threads: 2)
if let interval = draws.interval(of: 0, kind: .percentile, confidence: 0.95) {
    print("share \(draws.point[0])")
    print("interval \(interval.lower) to \(interval.upper)")
    print("upper limit \(interval.upperLimit)")
}
