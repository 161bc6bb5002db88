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
            var run = ArmRun(KeyedOrder(), in: world, mode: mode, acting: first)
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

    /// The intercepts that give the rates of the settings to what was noticed in the pilots.
    private static func intercepts(_ settings: SocietySettings, _ logits: [Logit]) -> [Float] {
        let targets = [
            settings.clickRate, settings.likeRate, settings.replyRate, settings.shareRate, settings.hideRate,
        ]
        return Behaviour.Lane.solved.map { intercept($0, target: targets[$0], logits) }
    }

    /// The intercept that gives a mean probability, by halving; the mean ascends with the intercept.
    private static func intercept(
        _ lane: Int,
        target: Double,
        _ logits: [Logit]
    ) -> Float {
        guard !logits.isEmpty else { return 0 }
        let isVisible = lane == Behaviour.Lane.like || lane == Behaviour.Lane.reply || lane == Behaviour.Lane.share
        var (low, high): (Float, Float) = (-25, 15)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            var sum = 0.0
            for logit in logits {
                let chance = SingleFunctions.logistic(logit.predictor[lane] + middle)
                sum += Double(isVisible ? chance * logit.visibility : chance)
            }
            if sum / Double(logits.count) > target { high = middle } else { low = middle }
        }
        return (low + high) / 2
    }

    /// An order that nothing about people or items decides.
    private struct KeyedOrder: ScoringRanker {
        let card = RankerCard(name: "keyed-order", summary: "", formula: "", source: "")

        func score(_ place: Int, in request: RankingRequest) -> Double {
            request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), 0)
        }
    }
}
