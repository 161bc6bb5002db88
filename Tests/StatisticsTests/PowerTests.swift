// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Power", .tags(.oracle, .published))
struct PowerTests {
    @Test("the minimal detectable effect is 2.8 standard errors")
    func minimalEffect() {
        #expect((Power.minimalDetectableEffect(standardError: 1) - 2.801585218112968).magnitude < 1e-12)
        #expect(Power.minimalDetectableEffect(standardError: 0) == 0)
    }

    @Test("sample sizes agree with statsmodels")
    func oracle() throws {
        let oracle = try Oracle.load().power
        for row in oracle.means {
            #expect(Power.clustersPerArm(difference: row[0], standardDeviation: 1) == Int(row[1].rounded(.up)))
        }
        for row in oracle.proportions {
            #expect(Power.unitsPerArm(proportions: row[0], row[1]) == Int(row[2].rounded(.up)))
        }
    }

    @Test(
        "trials that bound a rate after k failures",
        arguments: [
            (0.001, [2_995, 4_742, 6_294, 7_752]), (0.005, [598, 947, 1_258, 1_549]), (0.01, [299, 473, 628, 773]),
            (0.02, [149, 236, 313, 386]), (0.05, [59, 93, 124, 153]),
        ]
    )
    func rateBound(bound: Double, expected: [Int]) throws {
        for (failures, trials) in expected.enumerated() {
            #expect(Power.trials(toBoundRate: bound, failures: failures) == trials)
            let enough = try #require(
                ClopperPearsonInterval.interval(successes: failures, trials: trials, confidence: 0.95)
            )
            let tooFew = try #require(
                ClopperPearsonInterval.interval(successes: failures, trials: trials - 1, confidence: 0.95)
            )
            #expect(enough.upperLimit <= bound && tooFew.upperLimit > bound)
        }
    }

    @Test(
        "draws that find an alteration",
        arguments: [
            (0.2, [3, 5, 12, 23, 45, 224, 2_232]), (0.5, [7, 14, 35, 69, 139, 693, 6_932]),
            (0.9, [22, 45, 114, 230, 460, 2_302, 23_025]), (0.95, [29, 59, 149, 299, 598, 2_995, 29_956]),
            (0.99, [44, 90, 228, 459, 919, 4_603, 46_050]),
        ]
    )
    func detection(probability: Double, expected: [Int]) {
        for (share, draws) in zip([0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0.0001], expected) {
            #expect(Power.draws(toDetectShare: share, probability: probability) == draws)
            #expect(Power.detectionProbability(share: share, draws: draws) >= probability)
            #expect(Power.detectionProbability(share: share, draws: draws - 1) < probability)
        }
        #expect(
            Power.detectionProbability(share: 0, draws: 9) == 0 && Power.detectionProbability(share: 1, draws: 1) == 1
        )
        #expect(Power.detectionProbability(share: 1, draws: 0) == 0)
    }

    @Test("draws without replacement from a finite population")
    func finite() {
        let cases = [
            (100, 1, 95), (100, 5, 45), (1_000, 10, 258), (1_000, 50, 57), (10_000, 10, 2_588), (10_000, 100, 294),
            (1_000_000, 1_000, 2_990),
        ]
        for (population, altered, draws) in cases {
            #expect(Power.draws(toDetectAltered: altered, of: population, probability: 0.95) == draws)
        }
    }
}
