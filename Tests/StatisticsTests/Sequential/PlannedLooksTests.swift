// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Planned looks")
struct PlannedLooksTests {
    @Test("the price of four looks is width", .tags(.published))
    func widening() throws {
        let looks = PlannedLooks()
        #expect(looks == PlannedLooks.doubling(from: 8, count: 4))
        #expect(looks.confidenceOfEach == 0.9875)
        for (size, expected) in [(8, 1.41), (16, 1.33), (32, 1.30), (64, 1.29)] {
            #expect((try #require(looks.widening(at: size)) - expected).magnitude < 0.005)
        }
        #expect(looks.widening(at: 9) == nil)
    }

    @Test("one looks when it was planned, and at no other time")
    func plan() {
        let looks = PlannedLooks()
        #expect(looks.next(after: 0) == 8 && looks.next(after: 8) == 16 && looks.next(after: 64) == nil)
        #expect(looks.interval(of: Array(repeating: 1, count: 9)) == nil)
        let known = ConfidenceInterval(lower: 0.1, upper: 0.1, lowerLimit: 0.1, upperLimit: 0.1)
        #expect(looks.interval(of: Array(repeating: 0.1, count: 8)) == known)
        #expect(looks.interval(of: [.nan] + Array(repeating: 1, count: 7)) == nil)
    }

    @Test("uncorrected looks miss in 14.7 % of the runs, planned ones in 4.0 %", .tags(.published, .simulation))
    func misses() throws {
        let looks = PlannedLooks()
        let random = KeyedRandom(seed: 23)
        let runs: UInt32 = 10_000
        var reach: [(size: Int, plain: Double, planned: Double)] = []
        for size in looks.sizes {
            let plain = StudentDistribution(degreesOfFreedom: Double(size - 1)).quantile(0.975)
            reach.append((size, plain, plain * (try #require(looks.widening(at: size)))))
        }
        var (plainMisses, plannedMisses) = (0, 0)
        for run in 0..<runs {
            var (sum, squares, count) = (0.0, 0.0, 0)
            var (missed, missedPlanned) = (false, false)
            for look in reach {
                while count < look.size {
                    let key = KeyedRandom.Purpose(rawValue: 902)
                    let value = NormalDistribution.quantile(random.uniform(key, run, UInt32(count)) + 0x1p-54)
                    sum += value
                    squares += value * value
                    count += 1
                }
                let size = Double(count)
                let mean = sum / size
                let error = ((squares - size * mean * mean) / (size - 1) / size).squareRoot()
                missed = missed || mean.magnitude > look.plain * error
                missedPlanned = missedPlanned || mean.magnitude > look.planned * error
            }
            plainMisses += missed ? 1 : 0
            plannedMisses += missedPlanned ? 1 : 0
        }
        let plain = Double(plainMisses) / Double(runs)
        let planned = Double(plannedMisses) / Double(runs)
        // Three standard errors of 10,000 runs.
        #expect((plain - 0.147).magnitude < 0.0106, "\(plain)")
        #expect((planned - 0.040).magnitude < 0.0059, "\(planned)")
    }

    @Test("Student's interval of a few values", .tags(.byHand))
    func student() throws {
        let interval = try #require(StudentInterval.interval(of: [1, 2, 3, 4], confidence: 0.95))
        // 2.5 ± 3.182446305 · √(5/3/4), one-sided 2.353363435.
        #expect((interval.upper - 2.5 - 3.182446305284263 * 0.6454972243679028).magnitude < 1e-12)
        #expect((2.5 - interval.lowerLimit - 2.353363434801823 * 0.6454972243679028).magnitude < 1e-12)
        #expect(StudentInterval.interval(of: [1], confidence: 0.95) == nil)
    }
}
