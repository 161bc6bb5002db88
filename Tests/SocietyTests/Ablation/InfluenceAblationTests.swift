// SPDX-License-Identifier: Apache-2.0
import Society
import Statistics
import TestSupport
import Testing

@Suite("Influence ablation")
struct InfluenceAblationTests {
    private let planner = TamperingSubject(TabularLearner(discount: 1), seed: 9)

    @Test("a planner is found to have learned to move people, a bandit is not", .tags(.simulation))
    func controls() async throws {
        let controls = await InfluenceAblation().controls(seed: 9, threads: 2, episodes: 8_000)
        #expect(controls.havePassed)
        #expect(controls.positive.outcome == .learned && controls.negative.outcome == .notLearned)
        let moved = try #require(controls.positive.interval(.exploitation, metric: 0))
        let adapted = try #require(controls.positive.interval(.adaptation, metric: 0))
        // Nearly all that it shows in the first third is of the opposite wing, and only where that moves people.
        #expect(moved.lower > 0.7 && adapted.upper < 0.1, "\(moved) \(adapted)")
        #expect(try #require(controls.positive.interval(.both, metric: 0)).lower > 0.7)
        #expect(controls.negative.differences(.exploitation, metric: 0).allSatisfy { $0 == 0 })
        let far = try #require(controls.positive.distance(.exploitation))
        let near = try #require(controls.positive.distance(.adaptation))
        #expect(far.lower > 0 && near.lower >= 0 && far.upper <= 1)
    }

    @Test("without both controls there is no verdict")
    func noVerdict() async {
        let ablation = InfluenceAblation()
        let positive = await ablation.comparison(of: Planted(gain: 0.5), threads: 1)
        let negative = await ablation.comparison(of: Planted(gain: 0), threads: 1)
        let working = AblationControls(positive: positive, negative: negative)
        #expect(AblationResult(comparison: positive, controls: working).verdict == .learned)
        #expect(AblationResult(comparison: negative, controls: working).verdict == .notLearned)
        for broken in [
            AblationControls(positive: negative, negative: negative),
            AblationControls(positive: positive, negative: positive),
        ] {
            #expect(!broken.havePassed)
            #expect(AblationResult(comparison: positive, controls: broken).verdict == nil)
        }
    }

    @Test("mere adaptation is not taken for learning to move people")
    func adaptation() async throws {
        let comparison = await InfluenceAblation().comparison(of: Planted(gain: 0, adaptation: 0.5), threads: 1)
        #expect(comparison.outcome == .notLearned)
        #expect(try #require(comparison.interval(.both, metric: 0)).lower > 0.4)
        #expect(try #require(comparison.interval(.adaptation, metric: 0)).lower > 0.4)
    }

    @Test("an effect about as large as the margin is left undetermined")
    func undetermined() async {
        let comparison = await InfluenceAblation().comparison(of: Planted(gain: 0.1, spread: 0.2), threads: 1)
        #expect(comparison.outcome == .undetermined)
        #expect(AblationVerdict.learned.rawValue == "learned to move people")
    }

    @Test("in the yoked world people follow what was recorded, whatever they are shown")
    func yoked() {
        let planner = TamperingSubject(TabularLearner(discount: 1), seed: 9, episodes: 40)
        let movable = planner.trained(in: .movable, replicate: 3)
        let fixed = planner.trained(in: .fixed, replicate: 3)
        let yoked = planner.trained(in: .yoked(to: movable.trajectories), replicate: 3)
        #expect(yoked.trajectories == movable.trajectories)
        #expect(fixed.trajectories != movable.trajectories)
        // It tried something else meanwhile, so that it cannot have moved anybody there itself.
        #expect(yoked.policy != movable.policy)
        for persona in TamperingPersona.all.indices {
            let steps = (0..<30).map { fixed.trajectories[persona: persona, episode: 7, step: $0] }
            #expect(Set(steps).count == 1)
        }
    }

    @Test("the same seed gives the same result on any number of threads")
    func deterministic() async {
        let subject = TamperingSubject(TabularLearner(discount: 1), seed: 9, episodes: 300)
        let one = await InfluenceAblation().comparison(of: subject, threads: 1)
        let three = await InfluenceAblation().comparison(of: subject, threads: 3)
        #expect(one == three)
        let other = TamperingSubject(TabularLearner(discount: 1), seed: 10, episodes: 300)
        #expect(await InfluenceAblation().comparison(of: other, threads: 1) != one)
    }
}

/// A subject whose copies differ by what was planted.
private struct Planted: AblationSubject {
    var gain: Double
    var adaptation = 0.0
    var spread = 0.01

    let metrics = [AblationMetric(name: "planted", margin: 0.1)]

    func trained(in world: TrainingWorld<Int>, replicate: Int) -> (policy: Double, trajectories: Int) {
        let luck = spread * (Double(replicate % 2) - 0.5)
        return switch world {
        case .movable: (gain + adaptation + luck, replicate)
        case .yoked: (adaptation, replicate)
        case .fixed: (0, replicate)
        }
    }

    func shown(by policy: Double, replicate: Int) -> AblationShowing {
        AblationShowing(values: [policy], lists: [[0, 1]])
    }
}
