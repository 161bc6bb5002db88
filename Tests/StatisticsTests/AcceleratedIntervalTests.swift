// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Accelerated interval", .tags(.oracle))
struct AcceleratedIntervalTests {
    private func ends(_ interval: ConfidenceInterval) -> [Double] {
        [interval.lower, interval.upper, interval.lowerLimit, interval.upperLimit]
    }

    @Test("ends and one-sided limits agree with SciPy on its own draws")
    func oracle() throws {
        let oracle = try Oracle.load().accelerated
        let draws = BootstrapDraws(point: [oracle.point], draws: [oracle.draws], leaveOneOut: [oracle.leaveOneOut])
        var compared = 0
        for one in oracle.cases {
            let interval = try #require(draws.interval(of: 0, kind: .bca, confidence: one.confidence))
            let isTwoSided = one.lower != nil && one.upper != nil
            for (value, expected) in [
                (isTwoSided ? interval.lower : interval.lowerLimit, one.lower),
                (isTwoSided ? interval.upper : interval.upperLimit, one.upper),
            ] {
                guard let expected else { continue }
                #expect(relativeError(value, expected) < 1e-12)
                compared += 1
            }
        }
        #expect(compared == 6)
    }

    @Test("without bias and skewness it is the percentile interval")
    func symmetric() throws {
        let draws = BootstrapDraws(point: [0], draws: [(-50...50).map(Double.init)], leaveOneOut: [[-1, 0, 1]])
        let accelerated = try #require(draws.interval(of: 0, kind: .bca, confidence: 0.95))
        let percentile = try #require(draws.interval(of: 0, kind: .percentile, confidence: 0.95))
        for (left, right) in zip(ends(accelerated), ends(percentile)) { #expect((left - right).magnitude < 1e-9) }
    }

    @Test("draws equal to the point count half")
    func ties() throws {
        // Half of the draws tie with the point, a quarter lies on each side: no bias.
        let values =
            Array(repeating: -1.0, count: 25) + Array(repeating: 0.1 + 0.2, count: 50)
            + Array(repeating: 2.0, count: 25)
        let draws = BootstrapDraws(point: [0.3], draws: [values], leaveOneOut: [[1, 1, 1]])
        #expect(
            draws.interval(of: 0, kind: .bca, confidence: 0.9)
                == draws.interval(of: 0, kind: .percentile, confidence: 0.9)
        )
    }

    @Test(
        "degenerate draws fall back to the percentile interval",
        arguments: [Array(repeating: 3.0, count: 40), (0..<40).map { 4 + Double($0) }, (0..<40).map { -Double($0) }]
    )
    func degenerate(values: [Double]) throws {
        let draws = BootstrapDraws(point: [3], draws: [values], leaveOneOut: [[1, 2, 4]])
        let interval = try #require(draws.interval(of: 0, kind: .bca, confidence: 0.95))
        #expect(interval == draws.interval(of: 0, kind: .percentile, confidence: 0.95))
        #expect(ends(interval).allSatisfy { $0.isFinite })
    }

    @Test("equal or undefined leave-one-out values mean no acceleration")
    func noAcceleration() throws {
        let values = (0..<200).map { Double($0 * $0) }
        func interval(_ leftOut: [Double]) -> ConfidenceInterval? {
            BootstrapDraws(point: [9_000], draws: [values], leaveOneOut: [leftOut])
                .interval(of: 0, kind: .bca, confidence: 0.95)
        }
        let plain = try #require(interval([-1, 0, 1]))
        #expect(interval([5, 5, 5]) == plain && interval([5, .nan, 7]) == plain)
        #expect(interval([-3, 1, 1, 1]) != plain)
    }

    @Test("an extreme acceleration runs to the end of the draws and not beyond")
    func extreme() throws {
        let values = (0...100).map(Double.init)
        // One cluster holds everything: the largest acceleration that its number of clusters allows.
        let draws = BootstrapDraws(
            point: [1],
            draws: [values],
            leaveOneOut: [[-1e9] + Array(repeating: 0, count: 2_000)]
        )
        let interval = try #require(draws.interval(of: 0, kind: .bca, confidence: 0.9999))
        #expect(ends(interval).allSatisfy { (0...100).contains($0) })
        #expect(interval.lower <= interval.lowerLimit && interval.upperLimit <= interval.upper)
    }

    @Test("in strata only what varies within them accelerates")
    func strata() throws {
        let values = (0..<200).map { Double($0 * $0) }
        func interval(_ leftOut: [Double], _ strata: [Int32]?) -> ConfidenceInterval? {
            BootstrapDraws(point: [9_000], draws: [values], leaveOneOut: [leftOut], strata: strata)
                .interval(of: 0, kind: .bca, confidence: 0.95)
        }
        let skewed: [Double] = [0, 0, 0, 9, 9, 9, 9, 9, 9]
        let plain = interval([-1, 0, 1], nil)
        #expect(interval(skewed, [0, 0, 0, 1, 1, 1, 1, 1, 1]) == plain)
        #expect(interval(skewed, nil) != plain)
        // Strata of two and four: influences ½ (1, −1) and ¾ (3, −1, −1, −1).
        let stratified = try #require(interval([0, 2, -3, 1, 1, 1], [0, 0, 1, 1, 1, 1]))
        let expected = try #require(interval([-0.5, 0.5, -2.25, 0.75, 0.75, 0.75], nil))
        for (left, right) in zip(ends(stratified), ends(expected)) { #expect((left - right).magnitude < 1e-6) }
        #expect(interval([-3, 1, 1, 1], [2, 2, 2, 2]) == interval([-3, 1, 1, 1], nil))
    }
}
