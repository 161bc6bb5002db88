// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Society

@Suite("Common draws", .tags(.simulation))
struct CommonDrawsTests {
    @Test("for two rankers that differ by a tenth in one weight, the difference of click rates varies far less")
    func gain() async {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.panel) = (300, 16, 1)
        let habits = await Habits(fittedTo: settings, seed: 21)
        let (subject, reference) = (Popular(weight: 0.1), Popular(weight: 0.11))
        func rate(_ ranker: Popular, _ world: World) async -> Double {
            let sum = Trace(await run(ranker, in: world, habits)).sum
            return Double(sum.clicks) / Double(sum.noticed)
        }
        var (paired, ownDraws, independent): ([Double], [Double], [Double]) = ([], [], [])
        for number in 0..<32 {
            let world = World(settings, seed: 21, number: number)
            let one = await rate(subject, world)
            paired.append(await rate(reference, world) - one)
            // The same people and follows, but other luck.
            let other = World(settings, seed: 21, number: number + 1_000)
            let mixed = World(settings, seed: 21, number: number, other.draws, world.population, world.graph)
            ownDraws.append(await rate(reference, mixed) - one)
            independent.append(await rate(reference, other) - one)
        }
        let gain = independent.variance / paired.variance
        #expect(gain >= 16, "\(gain)")
        #expect(paired.variance > 0, "the two rankers have to differ")
        let shared = independent.variance / ownDraws.variance
        #expect(gain > 2 * shared, "sharing only the people gives \(shared)")
    }
}
