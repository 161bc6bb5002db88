// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Intervals of a proportion", .tags(.oracle))
struct ProportionIntervalsTests {
    @Test("both intervals agree with statsmodels")
    func oracle() throws {
        for row in try Oracle.load().proportions {
            let wilson = try #require(
                WilsonInterval.interval(
                    successes: Double(row.successes),
                    trials: Double(row.trials),
                    confidence: 0.95
                )
            )
            let exact = try #require(
                ClopperPearsonInterval.interval(successes: row.successes, trials: row.trials, confidence: 0.95)
            )
            for (interval, expected) in [(wilson, row.wilson), (exact, row.clopperPearson)] {
                let ends = [interval.lower, interval.upper, interval.lowerLimit, interval.upperLimit]
                for (end, value) in zip(ends, expected) {
                    #expect((end - value).magnitude < 1e-12 * max(value, 1e-3), "\(row.successes) of \(row.trials)")
                }
            }
        }
    }

    @Test("without trials there is no interval")
    func noTrials() {
        #expect(WilsonInterval.interval(successes: 0, trials: 0, confidence: 0.95) == nil)
        #expect(ClopperPearsonInterval.interval(successes: 0, trials: 0, confidence: 0.95) == nil)
    }

    @Test("no success and no failure reach the very ends")
    func ends() throws {
        for trials in Array(1...500) + [1_000_003] {
            for confidence in [0.5, 0.8, 0.95, 0.999] {
                let none = try #require(
                    WilsonInterval.interval(successes: 0, trials: Double(trials), confidence: confidence)
                )
                let all = try #require(
                    WilsonInterval.interval(successes: Double(trials), trials: Double(trials), confidence: confidence)
                )
                #expect(none.lower == 0 && none.lowerLimit == 0 && all.upper == 1 && all.upperLimit == 1)
                #expect(none.upper > 0 && none.upper < 1 && all.lower > 0 && all.lower < 1)
            }
        }
    }

    @Test(
        "exact limits sort mismatches into verdicts as the printed table does",
        arguments: [
            (59, -1, -1, 1), (299, -1, -1, 4), (598, -1, 0, 6), (1_000, -1, 1, 9), (2_995, 0, 8, 22),
            (5_000, 1, 16, 33),
        ]
    )
    func verdicts(trials: Int, lastMet: Int, lastWithComments: Int, lastUndetermined: Int) throws {
        for failures in 0...40 {
            let interval = try #require(
                ClopperPearsonInterval.interval(successes: failures, trials: trials, confidence: 0.95)
            )
            #expect((interval.upperLimit <= 0.001) == (failures <= lastMet))
            #expect((interval.upperLimit <= 0.005) == (failures <= lastWithComments))
            #expect((interval.lowerLimit > 0.005) == (failures > lastUndetermined))
        }
    }
}
