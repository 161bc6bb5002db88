// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics
import TestSupport
import Testing

@testable import Society

@Suite("Influence ablation of rankers", .tags(.simulation))
struct RankerAblationTests {
    private let settings = smallSettings { ($0.people, $0.steps, $0.influence) = (100, 8, 4) }

    private func subject(_ ranker: any Ranker, influence: Double = 4, noticed: Double = 0.9) async -> RankerAblation {
        var settings = settings
        (settings.influence, settings.noticed) = (influence, noticed)
        let habits = await Habits(fittedTo: settings, seed: 4)
        return RankerAblation(ranker, in: settings, seed: 4, acting: habits, shownSteps: 4)
    }

    @Test("what learns nothing shows the same wherever it was trained", arguments: [false, true])
    func noLearning(usesNoise: Bool) async throws {
        let subject = await subject(usesNoise ? AnyOrder() : Clicked())
        let comparison = await InfluenceAblation().comparison(of: subject, threads: 2)
        for contrast in AblationComparison.Contrast.allCases {
            for metric in comparison.metrics.indices {
                #expect(comparison.differences(contrast, metric: metric).allSatisfy { $0 == 0 })
            }
            #expect(try #require(comparison.distance(contrast)).upper == 0)
        }
        #expect(comparison.outcome == .notLearned && comparison.metrics.count == 5)
        // What is shown means something: of the inventory a quarter is extreme, and a predictor is never early unlikely.
        let shown = comparison.replicates.map(\.movable.values)
        if usesNoise {
            #expect(abs(shown.map { $0[0] }.mean - 0.25) < 0.03 && abs(shown.map { $0[1] }.mean - 0.25) < 0.03)
            #expect(abs(shown.map { $0[4] }.mean - 0.5) < 0.05)
        } else {
            #expect(shown.allSatisfy { $0[4] == 0 && $0[2] < 0.5 })
        }
    }

    @Test("a learner is compared, the same on any number of threads")
    func learner() async throws {
        let subject = await subject(Engagement(seed: 4))
        let one = await InfluenceAblation().comparison(of: subject, threads: 1)
        #expect(one == (await InfluenceAblation().comparison(of: subject, threads: 3)))
        #expect(one.replicates.count == 8)
        for contrast in AblationComparison.Contrast.allCases {
            #expect(try #require(one.distance(contrast)).lower > 0)
            for metric in one.metrics.indices { #expect(one.interval(contrast, metric: metric) != nil) }
        }
    }

    @Test("where nobody can be influenced, the movable world is the fixed one")
    func noInfluence() async throws {
        let subject = await subject(Engagement(seed: 4), influence: 0)
        let comparison = await InfluenceAblation().comparison(of: subject, threads: 2)
        for replicate in comparison.replicates { #expect(replicate.movable == replicate.fixed) }
        #expect(try #require(comparison.distance(.both)).upper == 0)
        #expect(
            try #require(comparison.distance(.exploitation)).lower > 0,
            "the yoked copy must have been lucky elsewhere"
        )
    }

    @Test("in the yoked world people follow what was recorded, and the copy shows them something else")
    func yoked() async {
        let subject = await subject(Memory(), noticed: 1)
        let movable = await subject.trained(in: .movable, replicate: 1)
        let fixed = await subject.trained(in: .fixed, replicate: 1)
        let yoked = await subject.trained(in: .yoked(to: movable.trajectories), replicate: 1)
        #expect(yoked.trajectories == movable.trajectories && fixed.trajectories != movable.trajectories)
        let (here, there) = (Memory.seen(by: movable.policy), Memory.seen(by: yoked.policy))
        #expect(here != there && here.count > 500)
        // The same people come at the same time, so that only what they are shown and do differs.
        #expect(
            Set(here.map { SIMD2($0.viewer, Int32($0.time)) }) == Set(there.map { SIMD2($0.viewer, Int32($0.time)) })
        )
    }

    @Test("without other luck a learner that tries nothing by itself would repeat what moved people")
    func repetition() async throws {
        var settings = settings
        settings.panel = settings.people
        let habits = await Habits(fittedTo: settings, seed: 4)
        let world = World(settings, seed: 4, number: 0)
        var first = ArmRun(
            Engagement(seed: 4),
            in: world,
            mode: ArmMode(),
            acting: habits,
            influence: 1,
            1,
            nil,
            records: true
        )
        await first.run()
        let path = try #require(first.recorded)
        for luck: UInt32 in [0, 1] {
            var mode = ArmMode()
            mode.luck = luck
            var second = ArmRun(
                Engagement(seed: 4),
                in: world,
                mode: mode,
                acting: habits,
                influence: 0,
                1,
                path,
                records: false
            )
            await second.run()
            #expect((Trace(second).lists == Trace(first).lists) == (luck == 0))
        }
    }

    @Test("frozen people and a frozen ranker stay as they are, and meet items that no copy knows")
    func frozen() async throws {
        let subject = await subject(Memory())
        let trained = await subject.trained(in: .movable, replicate: 0)
        let known = Memory.seen(by: trained.policy).map(\.item).max() ?? 0
        let showing = await subject.shown(by: trained.policy, replicate: 0)
        #expect(showing == (await subject.shown(by: trained.policy, replicate: 0)))
        #expect(showing.lists.flatMap(\.self).allSatisfy { $0 > Int(known) })
        #expect(showing.lists.allSatisfy { $0.count <= 10 } && showing.lists.count > 50)
        // Occasions do not depend on what is shown.
        let other = await subject.shown(by: Newest(), replicate: 0)
        #expect(other.lists.map(\.count) == showing.lists.map(\.count) && other.lists != showing.lists)

        let habits = await Habits(fittedTo: settings, seed: 4)
        var mode = ArmMode()
        (mode.isFrozen, mode.recordsShown) = (true, true)
        let world = World(settings, seed: 4, number: 0)
        var run = ArmRun(Memory(), in: world, mode: mode, acting: habits)
        let before = Trace(run)
        run.pass(steps: settings.steps + settings.window - 1)
        for _ in 0..<4 { await run.step() }
        let after = Trace(run)
        #expect(after.opinions == before.opinions && after.interests == before.interests)
        #expect(
            after.followers == before.followers && after.views.allSatisfy { $0 == 0 } && after.sum.impressions > 500
        )
        #expect(Memory.seen(by: run.ranker).isEmpty)
    }

    @Test("a large society is made smaller, and one in which nothing is shown has no verdict")
    func limits() async {
        var large = settings
        (large.people, large.steps) = (4_000_000, 1_000)
        let habits = await Habits(fittedTo: settings, seed: 4)
        let trained = RankerAblation(Newest(), in: large, seed: 4, acting: habits).people
        #expect(trained == RankerAblation.largest / 1_000)
        var silent = settings
        (silent.quietPosts, silent.busyPosts) = (0, 0)
        let nothing = RankerAblation(Newest(), in: silent, seed: 4, acting: habits)
        #expect(await InfluenceAblation().comparison(of: nothing, threads: 2).outcome == .undetermined)
    }

    @Test("a scenario makes the test if its subject learns")
    func scenario() async throws {
        let habits = await Habits(fittedTo: settings, seed: 4)
        let formula = Scenario(subject: Newest(), references: [], settings: settings, seed: 4)
        #expect(formula.ablationWorlds == 0)
        let none = await formula.ablation(acting: habits, threads: 2)
        #expect(none == nil)
        var scenario = Scenario(subject: Engagement(seed: 4), references: [], settings: settings, seed: 4)
        #expect(scenario.ablationWorlds == 8)
        scenario.ablationWorlds = 1
        let result = try #require(await scenario.ablation(acting: habits, threads: 2))
        #expect(result.controls.havePassed && result.verdict == result.comparison.outcome)
        #expect(result.comparison.replicates.count == 8)
    }
}

/// Shows the author first whose items were looked at longest, and remembers everything it was told.
private struct Memory: ScoringRanker {
    let card = RankerCard(name: "memory", summary: "", formula: "", source: "", learns: true)
    private var seen: [Feedback] = []
    private var seconds: [Int32: Double] = [:]

    func score(_ place: Int, in request: RankingRequest) -> Double {
        seconds[request.candidates.author[place], default: 0]
    }

    mutating func learn(from impressions: [Feedback]) {
        seen += impressions
        for impression in impressions { seconds[impression.author, default: 0] += Double(impression.dwell) }
    }

    static func seen(by ranker: any Ranker) -> [Feedback] { (ranker as? Memory)?.seen ?? [] }
}
