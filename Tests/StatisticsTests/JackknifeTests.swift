// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite(.tags(.byHand)) struct JackknifeTests {
    /// Two figures: the mean of the values, and their sum over the sum of other values.
    private struct Ratio: Resamplable {
        var values: [(Double, Double)]
        var strata: [Int32]?
        var clusterCount: Int { values.count }
        let figureCount = 2

        func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
            var (count, sum, other) = (SIMD16<Double>(), SIMD16<Double>(), SIMD16<Double>())
            for (cluster, value) in values.enumerated() {
                let weights = SIMD16<Double>(block.rows[cluster])
                count += weights
                sum += weights * value.0
                other += weights * value.1
            }
            output[0] = sum / count
            output[1] = sum / other
        }
    }

    @Test("of a mean it is the usual standard error")
    func mean() async throws {
        let values = (1...20).map { (Double($0 * $0), 1.0) }
        let jackknife = await Jackknife(of: Ratio(values: values), threads: 2)
        let mean = values.reduce(0) { $0 + $1.0 } / 20
        let variance = values.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) } / 19
        let spread = try #require(jackknife.spread(of: 0))
        #expect(abs(spread.standardError - (variance / 20).squareRoot()) < 1e-9)
        #expect(spread.degreesOfFreedom == 19 && jackknife.strataCount == 1)
        #expect(abs(spread.reach(0.975) - 2.093_024_054 * spread.standardError) < 1e-6)
    }

    @Test("of a ratio it is what leaving out one at a time gives")
    func ratio() async throws {
        // Sums 6 and 3: without the first 5/2, without the second 4/2, without the third 3/2; mean 2, SE² = 2/3 · 1/2.
        let jackknife = await Jackknife(of: Ratio(values: [(1, 1), (2, 1), (3, 1)]), threads: 1)
        #expect(jackknife.point[1] == 2 && jackknife.leaveOneOut[1] == [2.5, 2, 1.5])
        #expect(abs(try #require(jackknife.spread(of: 1)).standardError - (1.0 / 3).squareRoot()) < 1e-12)
        // The mean and the ratio are the same here, so that their difference has no error.
        let none = try #require(jackknife.spread(of: 0, minus: 1))
        #expect(none.standardError == 0 && none.degreesOfFreedom == 2)
    }

    @Test("strata of one cluster, and figures that are undefined without some cluster, have no error")
    func undefined() async throws {
        let lonely = await Jackknife(of: Ratio(values: [(1, 1), (2, 1), (3, 1)], strata: [0, 0, 1]), threads: 1)
        #expect(lonely.spread(of: 0) == nil && lonely.strataCount == 2)
        let only = await Jackknife(of: Ratio(values: [(1, 0), (2, 0), (3, 1)]), threads: 1)
        #expect(only.point[1] == 6 && only.spread(of: 1) == nil && only.spread(of: 0) != nil)
    }
}
