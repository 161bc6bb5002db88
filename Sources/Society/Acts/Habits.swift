// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// How the people of a society act: how far they scroll, and intercepts of actions that give the rates of its settings.
///
/// The rates hold for items shown in random order; a ranker that shows people what they like raises them, as it would anywhere.
public struct Habits: Sendable {
    let behaviour: Behaviour
    let budget: ScrollBudget

    /// Solves the intercepts in pilot societies where nobody is influenced and nothing is ranked.
    ///
    /// - Parameters:
    ///   - settings: Of the society.
    ///   - seed: Of the examination; pilots are worlds that no arm uses.
    public init(fittedTo settings: SocietySettings, seed: UInt64) async {
        var pilot = settings
        pilot.people = min(settings.people, 300)
        pilot.steps = min(settings.steps, 4)
        pilot.candidates = min(max(settings.candidates, 50), 200)
        (pilot.panel, pilot.campaigns, pilot.coordinated, pilot.influence) = (1, 0, 0, 0)
        let cap = settings.candidates == 0 ? settings.scrollCap : min(settings.scrollCap, max(1, settings.candidates))
        // A mean at the cap asks for sessions that all last to it.
        let isFixed = settings.scroll >= Double(settings.scrollCap)
        let budget = ScrollBudget(mean: isFixed ? Double(cap) : min(settings.scroll, Double(cap) * 0.95), cap: cap)
        let behaviour = Behaviour(settings)
        var mode = ArmMode()
        mode.recordsLogits = true
        let first = Habits(behaviour: behaviour, budget: budget)
        // What people are like matters more than what they happen to see: many people, for a short time.
        var logits: [Logit] = []
        for number in 1...max(1, Self.pilotPeople / pilot.people) {
            let world = World(pilot, seed: seed, number: -number)
            var run = ArmRun(RandomOrder(), in: world, mode: mode, acting: first)
            await run.run()
            logits += run.collect(\.logits)
        }
        self.init(behaviour: Behaviour(settings, intercepts: Self.intercepts(settings, logits)), budget: budget)
    }

    /// People in all pilot worlds together.
    private static let pilotPeople = 3_000

    init(behaviour: Behaviour, budget: ScrollBudget) {
        self.behaviour = behaviour
        self.budget = budget
    }

    /// The intercepts that give the rates of the settings to what was noticed in the pilots, by halving; means ascend with them.
    @inline(never)
    private static func intercepts(_ settings: SocietySettings, _ logits: [Logit]) -> [Float] {
        guard !logits.isEmpty else { return [] }
        let targets = [
            settings.clickRate, settings.likeRate, settings.replyRate, settings.shareRate, settings.hideRate,
        ]
        var (low, high) = (SIMD8<Float>(repeating: -25), SIMD8<Float>(repeating: 15))
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let sums = sums(middle, logits)
            for lane in Behaviour.Lane.solved {
                let isAbove = sums[lane] / Double(logits.count) > targets[lane]
                if isAbove { high[lane] = middle[lane] } else { low[lane] = middle[lane] }
            }
        }
        return Behaviour.Lane.solved.map { (low[$0] + high[$0]) / 2 }
    }

    /// The sums of all probabilities under some intercepts.
    private static func sums(_ intercepts: SIMD8<Float>, _ logits: [Logit]) -> [Double] {
        var sums = Array(repeating: 0.0, count: 8)
        // Blocks, since single precision counts no further than so many small numbers.
        for block in stride(from: 0, to: logits.count, by: 512) {
            var part = SIMD8<Float>()
            for logit in logits[block..<min(block + 512, logits.count)] {
                part += Behaviour.seen(SingleFunctions.logistic(logit.predictor + intercepts), logit.visibility)
            }
            for lane in 0..<8 { sums[lane] += Double(part[lane]) }
        }
        return sums
    }
}
