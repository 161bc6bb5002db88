// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Coverage under the null hypothesis", .tags(.simulation))
struct NullCoverageTests {
    private let clusters = 60
    private let runs: UInt32 = 2_000

    /// Clusters of 1 to 40 rows whose rows share a part of their cluster; the true mean is 0.
    private func sample(_ run: UInt32) -> [[Double]] {
        let random = KeyedRandom(seed: 77)
        func normal(_ cluster: Int, _ row: Int) -> Double {
            NormalDistribution.quantile(random.uniform(.parametric, run, UInt32(cluster), UInt32(row)) + 0x1p-54)
        }
        return (0..<clusters).map { cluster in
            let shared = normal(cluster, 0)
            return (1...(1 + cluster * 17 % 40)).map { shared + normal(cluster, $0) }
        }
    }

    @Test("intervals from clusters cover 0 as often as they say, intervals from rows do not")
    func coverage() async throws {
        var (byCluster, byRow) = (0, 0)
        for run in 0..<runs {
            let sample = sample(run)
            let scheme = ResamplingScheme(replicates: 400, random: KeyedRandom(seed: UInt64(run)))
            let draws = await BootstrapDraws(of: Means(sample), scheme: scheme, threads: 1)
            let interval = try #require(draws.interval(of: 0, kind: .percentile, confidence: 0.95))
            if interval.lower <= 0, 0 <= interval.upper { byCluster += 1 }

            let rows = sample.flatMap(\.self)
            let count = Double(rows.count)
            let mean = rows.reduce(0, +) / count
            let variance = rows.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
            if mean.magnitude <= 1.96 * (variance / count).squareRoot() { byRow += 1 }
        }
        let share = Double(byCluster) / Double(runs)
        let naive = Double(byRow) / Double(runs)
        #expect((0.92...0.97).contains(share), "\(share)")
        #expect(naive < 0.7, "\(naive)")
    }
}
