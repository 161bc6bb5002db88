// SPDX-License-Identifier: Apache-2.0
import Rankers
import Society
import Synchronization
import TestSupport
import Testing

@Suite("Hunt") struct HuntTests {
    /// Small enough to be run often.
    private static var small: HuntSettings {
        var settings = HuntSettings()
        (settings.society.people, settings.society.steps, settings.warmUp) = (80, 10, 5)
        (settings.society.candidates, settings.society.inNetworkCandidates) = (60, 30)
        (settings.personas, settings.generations, settings.keptShare) = (32, 1, 0.1)
        (settings.rungs, settings.trialWorlds, settings.confirmationWorlds) = ([4, 8], 8, 16)
        return settings
    }

    /// With as many items of each topic as a short session has.
    private static var short: HuntSettings {
        var settings = small
        (settings.society.people, settings.society.scroll, settings.personas) = (150, 8, 64)
        (settings.society.candidates, settings.society.inNetworkCandidates) = (150, 50)
        return settings
    }

    @Test("a planted condition is found, and nothing but it is left", .tags(.simulation))
    func planted() async throws {
        var hunt = Hunt(HuntProperty(.encounter, bound: 0.5), seed: 3) { Hider($0, topic: 5, association: 1) }
        hunt.settings.rungs = [4, 8, 16]
        hunt.settings.confirmationWorlds = 32
        let result = try await hunt.run()
        #expect(result.confirmed?.persona.text == "associations=1; follows=5*3")
        #expect(result.outcome == .confirmed)
        #expect(result.trace.map(\.persona.complexity).isStrictlyDescending)
        #expect(result.trace.last?.persona == result.confirmed?.persona)
        let story = try #require(result.story)
        #expect(
            result.confirmed?.persona.sentence
                == "Somebody in circle 0 and association 1, who follows 3 accounts of topic 5, opens the space once."
        )
        #expect(story.subject.crossCircle == 0 && story.reference.crossCircle > 5 && story.plain.crossCircle > 5)
        #expect(HuntStory.feed(story.reference).count == 20)
        #expect(result.outcomes.contains { $0.world == story.world && $0.hash == story.hash })
    }

    @Test("what a learner does with a past is found too, each persona alone in its world", .tags(.simulation))
    func learner() async throws {
        let hunt = Hunt(HuntProperty(.concentration, bound: 0.1), settings: Self.short, seed: 1) { _ in Echo() }
        let result = try await hunt.run()
        let persona = try #require(result.confirmed?.persona)
        #expect(result.outcome == .confirmed)
        // More than three lingers on one topic, and nothing else.
        #expect(persona.history[.linger].total == 4 && persona.complexity == 4)
    }

    @Test("a ranker without a failure gives no confirmed finding", .tags(.simulation))
    func clean() async throws {
        let small = Self.small
        let habits = await Habits(fittedTo: small.society, seed: 0)
        var confirmed = 0
        for seed in 0..<24 {
            let kind: HuntProperty.Kind = seed % 2 == 0 ? .encounter : .concentration
            let property = HuntProperty(kind, bound: kind == .encounter ? 0.8 : 0.1)
            let hunt = Hunt(property, settings: small, seed: UInt64(seed)) { _ in Shuffled() }
            if try await hunt.run(acting: habits).outcome == .confirmed { confirmed += 1 }
        }
        #expect(confirmed <= 1)
    }

    @Test("at the bound itself a finding is confirmed as seldom as its confidence says", .tags(.simulation))
    func boundary() async throws {
        let small = Self.small
        let habits = await Habits(fittedTo: small.society, seed: 0)
        var (confirmed, seeming) = (0, 0)
        for seed in 0..<30 {
            // Two orders that differ by luck alone: every persona stands exactly at the bound.
            let hunt = Hunt(
                HuntProperty(.encounter, bound: 1),
                settings: small,
                seed: UInt64(seed),
                reference: { _ in Shuffled(salt: 1) },
                subject: { _ in Shuffled(salt: 2) }
            )
            let result = try await hunt.run(acting: habits)
            if result.outcome == .confirmed { confirmed += 1 }
            if result.outcome != .nothingFound { seeming += 1 }
        }
        #expect(seeming >= 6, "the search was not tempted, and the confirmation not tried")
        #expect(confirmed <= 4)
    }

    @Test("the same seed gives the same result on any number of threads, and another seed another search")
    func deterministic() async throws {
        func result(_ seed: UInt64, threads: Int) async throws -> HuntResult {
            var hunt = Hunt(HuntProperty(.concentration, bound: 0.1), settings: Self.short, seed: seed) { _ in Echo() }
            hunt.settings.threads = threads
            var result = try await hunt.run()
            result.settings.threads = 1
            return result
        }
        let (one, two) = (try await result(5, threads: 1), try await result(5, threads: 3))
        #expect(one == two)
        #expect(one.found?.persona.text == two.found?.persona.text)
        #expect(try await result(6, threads: 1).found?.persona != one.found?.persona)
    }

    @Test("the worlds of the confirmation are used for nothing else")
    func heldOut() async throws {
        let asked = Mutex<[Int]>([])
        let worlds = Mutex<[HuntPhase: Set<Int>]>([:])
        let phase = Mutex(HuntPhase.search)
        let hunt = Hunt(HuntProperty(.concentration, bound: 0.1), settings: Self.short, seed: 5) { world in
            asked.withLock { $0.append(world.number) }
            return Echo()
        }
        let result = try await hunt.run { progress in
            phase.withLock { $0 = progress.phase }
            let numbers = asked.withLock { asked in
                defer { asked = [] }
                return asked
            }
            worlds.withLock { $0[progress.phase, default: []].formUnion(numbers) }
        }
        #expect(result.outcome == .confirmed)
        let used = HuntPhase.allCases.map { Set(result.worlds[$0] ?? []) }
        #expect(used.allSatisfy { !$0.isEmpty })
        #expect(used[0].isDisjoint(with: used[1]) && used[2].isDisjoint(with: used[0].union(used[1])))
        // What the ranker itself was asked for agrees with the record.
        let confirmation = used[2]
        #expect(worlds.withLock { ($0[.search] ?? []).union($0[.shrinking] ?? []) }.isDisjoint(with: confirmation))
        #expect(result.outcomes.map(\.world) == result.worlds[.confirmation])
    }

    @Test("a finding about drift says how it depends on how easily people are moved", .tags(.simulation))
    func sensitivity() async throws {
        var hunt = Hunt(HuntProperty(.excessDrift, bound: 0.02), settings: Self.short, seed: 2) { _ in Steerer() }
        (hunt.settings.personas, hunt.settings.society.scroll, hunt.settings.society.susceptibility) = (32, 30, 0.04)
        let result = try await hunt.run()
        #expect(result.outcome == .confirmed)
        #expect(result.sensitivity.map(\.influence) == [0, 0.25, 4])
        let figures = result.sensitivity.map(\.figure)
        #expect(figures.count == 3 && !figures[0].fails && (figures[0].margin + 0.02).magnitude < 1e-6)
        #expect(figures.count == 3 && figures[2].margin > result.confirmed?.figure.margin ?? .infinity)
    }

    @Test("where nothing simpler may be tried, the worst persona itself is confirmed")
    func unshrunk() async throws {
        var hunt = Hunt(HuntProperty(.concentration, bound: 0.1), settings: Self.short, seed: 5) { _ in Echo() }
        hunt.settings.trials = 0
        let result = try await hunt.run()
        #expect(result.tried == 0 && result.trace.isEmpty)
        #expect(result.outcome == .confirmed && result.confirmed?.persona == result.found?.persona)
    }

    @Test("a hunt that is cancelled ends without a result")
    func cancelling() async {
        let task = Task {
            try await Hunt(HuntProperty(.encounter, bound: 0.5), settings: Self.small, seed: 1) { _ in Chronological() }
                .run()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

extension [Int] {
    fileprivate var isStrictlyDescending: Bool { zip(self, dropFirst()).allSatisfy { $0 > $1 } }
}
