// SPDX-License-Identifier: Apache-2.0
import Evidence
import Statistics
import TestSupport
import Testing

@testable import Measures

@Suite("Extremes of several figures", .tags(.simulation))
struct ExtremeTests {
    /// Sixty viewers with twenty impressions in each arm, eight parts at random: no part is amplified.
    private func fair(_ seed: UInt64) -> Sample {
        let random = KeyedRandom(seed: seed)
        let rows = 60 * 40
        var sample = Sample(rows: rows, unit: Categorical((0..<rows).map { "v\($0 / 40)" }), unitName: "viewer")
        sample.arm = (0..<rows).map { Int8($0 % 2) }
        sample.part = Partition(
            name: "part",
            Categorical((0..<rows).map { "p\(Int(random.uniform(.permutation, UInt32($0), 1) * 8))" })
        )
        return sample
    }

    @Test(
        "where no part is amplified, the lower limit of the spread lies above 1 in at most one run of twenty, and the draws' own quantile nearly always"
    )
    func chanceAlone() async throws {
        var (beyond, quantileBeyond) = (0, 0)
        let runs = 200
        for seed in 0..<UInt64(runs) {
            let sample = fair(seed)
            var inference = TestSamples.inference
            inference.replicates = 150
            let reading = try await Amplification(Parameters()).read(sample, inference)
            let spread = try #require(reading["spread"]?.uncertainty)
            if spread.lowerLimit > 1 { beyond += 1 }
            let largest = try #require(
                reading.figures.compactMap { $0.key.hasPrefix("ratio/") ? $0.uncertainty : nil }.map(\.lower).max()
            )
            let smallest = try #require(
                reading.figures.compactMap { $0.key.hasPrefix("ratio/") ? $0.uncertainty : nil }.map(\.upper).min()
            )
            if largest > 1 || smallest < 1 { quantileBeyond += 1 }
        }
        // 5 % of 200, with room for the simulation's own error.
        #expect(beyond <= 16, "\(beyond) of \(runs)")
        #expect(quantileBeyond > 40, "looking at eight intervals one by one misleads: \(quantileBeyond) of \(runs)")
    }

    @Test("a part that really is amplified is found")
    func power() async throws {
        var sample = fair(3)
        let parts = (0..<sample.rows).map { row -> String? in
            let name = sample.part.map { $0.partNames[Int($0.members[$0.range(ofRow: row).lowerBound])] }
            return sample.arm?[row] == 1 && row % 6 == 1 ? "p0" : name
        }
        sample.part = Partition(name: "part", Categorical(parts))
        let spread = try #require(try await Amplification(Parameters()).read(sample, TestSamples.inference)["spread"])
        #expect(try #require(spread.uncertainty).lowerLimit > 1.25)
    }
}
