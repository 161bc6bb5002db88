// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// How the people of a society act: how far they scroll, and intercepts of actions that give the rates of its settings.
///
/// The rates hold for items shown in random order; a ranker that shows people what they like raises them, as it would anywhere.
public struct Habits: Sendable {
    let behaviour: Behaviour
    let budget: ScrollBudget

    /// Solves the intercepts in a pilot society where nobody is influenced and nothing is ranked.
    ///
    /// - Parameters:
    ///   - settings: Of the society.
    ///   - seed: Of the examination; the pilot uses a world that no arm uses.
    public init(fittedTo settings: SocietySettings, seed: UInt64) async {
        var pilot = settings
        pilot.people = min(settings.people, 300)
        pilot.steps = min(settings.steps, 16)
        pilot.candidates = min(max(settings.candidates, 50), 200)
        (pilot.panel, pilot.campaigns, pilot.coordinated, pilot.influence) = (1, 0, 0, 0)
        let cap = settings.candidates == 0 ? settings.scrollCap : min(settings.scrollCap, max(1, settings.candidates))
        // A mean at the cap asks for sessions that all last to it.
        let isFixed = settings.scroll >= Double(settings.scrollCap)
        let budget = ScrollBudget(mean: isFixed ? Double(cap) : min(settings.scroll, Double(cap) * 0.95), cap: cap)
        let behaviour = Behaviour(settings)
        var mode = ArmMode()
        mode.recordsLogits = true
        var run = ArmRun(
            KeyedOrder(),
            in: World(pilot, seed: seed, number: -1),
            mode: mode,
            acting: Habits(behaviour: behaviour, budget: budget)
        )
        await run.run()
        self.init(behaviour: Behaviour(settings, intercepts: Self.intercepts(settings, run)), budget: budget)
    }

    init(behaviour: Behaviour, budget: ScrollBudget) {
        self.behaviour = behaviour
        self.budget = budget
    }

    /// The intercepts that give the rates of the settings to what was noticed in a pilot.
    private static func intercepts(_ settings: SocietySettings, _ pilot: ArmRun) -> [Float] {
        let targets = [
            settings.clickRate, settings.likeRate, settings.replyRate, settings.shareRate, settings.hideRate,
        ]
        let logits = pilot.collect(\.logits)
        return Behaviour.Lane.solved.map { intercept($0, target: targets[$0], logits) }
    }

    /// The intercept that gives a mean probability, by halving; the mean ascends with the intercept.
    private static func intercept(
        _ lane: Int,
        target: Double,
        _ logits: [(predictor: SIMD8<Float>, visibility: Float)]
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
