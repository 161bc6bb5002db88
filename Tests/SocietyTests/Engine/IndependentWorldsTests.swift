// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@testable import Society

@Suite("A ranker beside itself in other worlds", .tags(.simulation))
struct IndependentWorldsTests {
    @Test("the 95 % interval over worlds holds 0 in 95 of 100 examinations")
    func coverage() async {
        let settings = smallSettings {
            ($0.people, $0.steps, $0.panel, $0.window) = (24, 3, 1, 3)
            ($0.candidates, $0.inNetworkCandidates, $0.follows) = (12, 6, 3)
            ($0.scroll, $0.scrollCap, $0.sessionsPerDay, $0.quietPosts, $0.busyPosts) = (5, 10, 3, 60, 60)
        }
        let habits = await Habits(fittedTo: settings, seed: 1)
        let (replicates, worlds) = (1_000, 8)
        let half = StudentDistribution(degreesOfFreedom: Double(worlds - 1)).quantile(0.975)
        func seconds(_ number: Int) async -> Double {
            var run = ArmRun(Newest(), in: World(settings, seed: 77, number: number), acting: habits)
            await run.run()
            let sum = run.totals.reduce(into: StepTotals()) { $0.add($1) }
            return sum.seconds / Double(max(1, sum.noticed))
        }
        var covered = 0
        for replicate in 0..<replicates {
            var differences: [Double] = []
            for pair in 0..<worlds {
                let first = 2 * (replicate * worlds + pair)
                differences.append(await seconds(first) - seconds(first + 1))
            }
            if differences.mean.magnitude <= half * differences.standardError { covered += 1 }
        }
        #expect((0.929...0.971).contains(Double(covered) / Double(replicates)), "\(covered) of \(replicates)")
    }
}
