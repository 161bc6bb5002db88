// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite("Bootstrap draws")
struct BootstrapDrawsTests {
    private func subject(clusters: Int, strata: [Int32]? = nil) -> Means {
        let random = KeyedRandom(seed: 5)
        return Means(
            (0..<clusters).map { cluster in
                (0...(cluster % 4)).map { random.uniform(.parametric, UInt32(cluster), UInt32($0)) }
            },
            strata: strata
        )
    }

    @Test("the draws are the same bits on one, two and five threads")
    func threads() async {
        let subject = subject(clusters: 53, strata: (0..<53).map { $0 % 5 })
        let scheme = ResamplingScheme(replicates: 1_003, random: KeyedRandom(seed: 8))
        let one = await BootstrapDraws(of: subject, scheme: scheme, threads: 1, leavingOneOut: true)
        for threads in [2, 5] {
            let many = await BootstrapDraws(of: subject, scheme: scheme, threads: threads, leavingOneOut: true)
            #expect(many.draws == one.draws && many.leaveOneOut == one.leaveOneOut && many.point == one.point)
        }
        #expect(one.draws[0].count == 1_003 && one.draws[0].allSatisfy { $0.isFinite })
        #expect(Set(one.draws[0]).count > 900)
        let other = await BootstrapDraws(
            of: subject,
            scheme: ResamplingScheme(replicates: 1_003, random: KeyedRandom(seed: 9)),
            threads: 2
        )
        #expect(other.draws != one.draws)
    }

    @Test("more replicates leave the first ones as they are")
    func prefix() async {
        let subject = subject(clusters: 20)
        let random = KeyedRandom(seed: 8)
        let few = await BootstrapDraws(
            of: subject,
            scheme: ResamplingScheme(replicates: 30, random: random),
            threads: 2
        )
        let many = await BootstrapDraws(
            of: subject,
            scheme: ResamplingScheme(replicates: 100, random: random),
            threads: 2
        )
        #expect(Array(many.draws[0].prefix(30)) == few.draws[0])
    }

    @Test("a leave-one-out value is the figure without that cluster")
    func leaveOneOut() async {
        let clusters: [[Double]] = (0..<35).map { [Double($0 * $0 % 17), Double($0)] }
        let draws = await BootstrapDraws(
            of: Means(clusters),
            scheme: ResamplingScheme(replicates: 1, random: KeyedRandom(seed: 1)),
            threads: 2,
            leavingOneOut: true
        )
        #expect(draws.leaveOneOut[0].count == 35)
        for left in clusters.indices {
            let rest = clusters.enumerated().filter { $0.offset != left }.flatMap(\.element)
            #expect(draws.leaveOneOut[0][left] == rest.reduce(0, +) / Double(rest.count))
        }
    }

    @Test("percentile ends are quantiles of the draws, basic ends their reflection")
    func percentileAndBasic() throws {
        let draws = BootstrapDraws(point: [40], draws: [(0...100).reversed().map(Double.init)])
        let percentile = try #require(draws.interval(of: 0, kind: .percentile, confidence: 0.9))
        let expected = [5.0, 95, 10, 90]
        let ends = [percentile.lower, percentile.upper, percentile.lowerLimit, percentile.upperLimit]
        for (end, value) in zip(ends, expected) { #expect((end - value).magnitude < 1e-9) }
        let basic = try #require(draws.interval(of: 0, kind: .basic, confidence: 0.9))
        let reflected = [basic.lower, basic.upper, basic.lowerLimit, basic.upperLimit]
        for (end, value) in zip(reflected, [-15.0, 75, -10, 70]) { #expect((end - value).magnitude < 1e-9) }
    }

    @Test("an undefined point or too many undefined draws give no interval")
    func undefined() {
        let mostly = Array(repeating: 1.0, count: 95) + Array(repeating: Double.nan, count: 5)
        let draws = BootstrapDraws(point: [1, .nan, 1], draws: [mostly, mostly, mostly.dropFirst() + [.nan]])
        #expect(draws.interval(of: 0, kind: .percentile, confidence: 0.95) != nil)
        #expect(draws.interval(of: 1, kind: .percentile, confidence: 0.95) == nil)
        #expect(draws.interval(of: 2, kind: .percentile, confidence: 0.95) == nil)
        #expect(BootstrapDraws(point: [1], draws: [[]]).interval(of: 0, kind: .basic, confidence: 0.95) == nil)
    }
}
