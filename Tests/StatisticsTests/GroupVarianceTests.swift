// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Variance between groups", .tags(.published, .simulation))
struct GroupVarianceTests {
    @Test("the three variances of four groups")
    func fourGroups() throws {
        let variance = try #require(GroupVariance(successes: [6, 11, 25, 50], trials: [10, 20, 40, 80]))
        #expect((variance.uncorrected - 0.00125).magnitude < 1e-15)
        #expect((variance.corrected + 0.0100410156).magnitude < 5e-11)
        #expect((variance.doubleCorrected + 0.0205315674).magnitude < 5e-11)
    }

    @Test("the three variances of the six pooled job advertisements of AlgorithmWatch")
    func jobs() throws {
        let female = [17_906, 11_092, 7_314, 10_511, 7_266, 1_474]
        let male = [2_423, 2_853, 5_600, 9_169, 7_484, 12_979]
        let variance = try #require(GroupVariance(successes: female, trials: zip(female, male).map(+)))
        #expect((variance.uncorrected - 0.074669276398).magnitude < 5e-13)
        #expect((variance.corrected - 0.074657313400).magnitude < 5e-13)
        #expect((variance.doubleCorrected - 0.074645351202).magnitude < 5e-13)
    }

    @Test("groups without trials are left out, and one group has no variance")
    func fewGroups() {
        let all = GroupVariance(successes: [6, 0, 11], trials: [10, 0, 20])
        #expect(all == GroupVariance(successes: [6, 11], trials: [10, 20]) && all != nil)
        #expect(GroupVariance(successes: [6, 0], trials: [10, 0]) == nil)
        let random = KeyedRandom(seed: 1)
        #expect(
            GroupVariance.interval(successes: [6], trials: [10], replicates: 9, confidence: 0.9, random: random) == nil
        )
    }

    @Test("the interval is floored at 0 and depends on the seed alone")
    func interval() throws {
        func interval(_ seed: UInt64) -> ConfidenceInterval? {
            GroupVariance.interval(
                successes: [6, 11, 25, 50],
                trials: [10, 20, 40, 80],
                replicates: 500,
                confidence: 0.95,
                random: KeyedRandom(seed: seed)
            )
        }
        let first = try #require(interval(1))
        #expect(first.lower == 0 && first.upper > first.upperLimit && first.upperLimit > 0)
        #expect(interval(1) == first && interval(2) != first)
    }

    /// A row of the published coverage table: 100 groups, 95 % percentile intervals of the three estimators, floored at 0.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let trials: @Sendable (Int) -> Int
        let rate: @Sendable (Int) -> Double
        let coverage: [Double]
    }

    private static let even: @Sendable (Int) -> Double = { Double($0) / 99 }
    private static let rows = [
        Row(
            testDescription: "50 trials, no variance",
            trials: { _ in 50 },
            rate: { _ in 0.8 },
            coverage: [0, 0, 0.99]
        ),
        Row(
            testDescription: "10 to 90 trials, no variance",
            trials: { Int((10 + 80 * even($0)).rounded()) },
            rate: { _ in 0.8 },
            coverage: [0, 0, 0.99]
        ),
        Row(
            testDescription: "50 trials, even rates",
            trials: { _ in 50 },
            rate: { 0.1 + 0.8 * even($0) },
            coverage: [0.11, 0.69, 0.96]
        ),
        Row(
            testDescription: "10 to 90 trials, even rates",
            trials: { Int((10 + 80 * even($0)).rounded()) },
            rate: { 0.1 + 0.8 * even($0) },
            coverage: [0.11, 0.60, 0.93]
        ),
    ]

    @Test("only the double correction covers the true variance", arguments: rows)
    func coverage(row: Row) throws {
        let (groups, runs) = (100, 300)
        let trials = (0..<groups).map(row.trials)
        let rates = (0..<groups).map(row.rate)
        let mean = rates.reduce(0, +) / Double(groups)
        let truth = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(groups - 1)
        let populations = zip(trials, rates).map { BinomialDistribution(trials: $0, probability: $1) }
        var covered = [0, 0, 0]
        for run in 0..<runs {
            let random = KeyedRandom(seed: UInt64(7_000 + run))
            let successes = populations.enumerated().map { index, population in
                population.count(at: random.uniform(.permutation, UInt32(index), 0))
            }
            let draws = GroupVariance.replicates(successes: successes, trials: trials, replicates: 300, random: random)
            for (index, estimator) in [\GroupVariance.uncorrected, \.corrected, \.doubleCorrected].enumerated() {
                let sorted = draws.map { max(0, $0[keyPath: estimator]) }.sorted()
                // A variance that is exactly 0 is covered by an interval that starts at 0.
                if quantile(0.025, ofSorted: sorted) <= truth + 1e-15, truth <= quantile(0.975, ofSorted: sorted) {
                    covered[index] += 1
                }
            }
        }
        for (hits, expected) in zip(covered, row.coverage) {
            #expect((Double(hits) / Double(runs) - expected).magnitude <= 0.08, "\(covered) of \(runs)")
        }
        #expect(Double(covered[2]) / Double(runs) >= 0.9)
    }
}
