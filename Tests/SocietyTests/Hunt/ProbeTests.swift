// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

@testable import Society

@Suite("Probes") struct ProbeTests {
    /// A society with everything in it.
    private static var settings: SocietySettings {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.candidates, settings.inNetworkCandidates) = (120, 14, 60, 30)
        (settings.supply, settings.coordinated, settings.campaigns) = (.endogenous, 6, 1)
        return settings
    }

    private static let personas = (0..<24).map { PersonaGenerator(settings, slots: 8, seed: 1).persona($0) }

    private static func run(
        _ ranker: any Ranker,
        _ personas: [Persona],
        threads: Int = 1,
        people: Int? = nil
    ) async -> ArmRun {
        var settings = settings
        settings.people = people ?? settings.people
        let world = World(settings, seed: 2, number: 0)
        let habits = await Habits(fittedTo: settings, seed: 2)
        var mode = ArmMode()
        mode.actsTogether = true
        let there = personas.isEmpty ? world : world.with(probes: personas, entering: 6)
        var run = ArmRun(ranker, in: there, mode: mode, acting: habits, threads: threads)
        await run.run()
        return run
    }

    private static func counters(_ run: ArmRun) -> [SIMD4<Int32>] {
        run.items.facts.map { SIMD4($0.views, $0.likes, $0.reposts, $0.hides) }
    }

    @Test("whoever only reads changes nothing for anybody", arguments: [false, true])
    func traceless(isShuffled: Bool) async {
        let ranker: any Ranker = isShuffled ? Shuffled() : Chronological()
        let without = await Self.run(ranker, [])
        let with = await Self.run(ranker, Self.personas)
        #expect(without.totals == with.totals)
        #expect(Self.counters(without) == Self.counters(with))
        #expect(without.opinions == Array(with.opinions.prefix(120)))
        let people = 0..<Int32(120)
        #expect(people.allSatisfy { without.graph.followers[Int($0)] == with.graph.followers[Int($0)] })
        #expect(people.allSatisfy { without.graph.followed(by: Int($0)) == with.graph.followed(by: Int($0)) })
        #expect(without.world.hash == with.world.hash)
        #expect(without.world.silentPeople == with.world.silentPeople)
    }

    @Test("what a probe is shown does not depend on who is examined with it")
    func alone() async {
        let together = await Self.run(Shuffled(), Self.personas).probeRecords()
        #expect(together.count == 24)
        for probe in [0, 7, 23] {
            let alone = await Self.run(Shuffled(), [Self.personas[probe]]).probeRecords()
            #expect(alone == [together[probe]])
        }
        #expect(together.allSatisfy { !$0.shown.isEmpty })
    }

    @Test("any number of threads gives the same records")
    func threads() async {
        let one = await Self.run(Echo(), Self.personas, people: 1_100)
        let three = await Self.run(Echo(), Self.personas, threads: 3, people: 1_100)
        #expect(one.probeRecords() == three.probeRecords())
        #expect(one.totals == three.totals)
    }

    @Test("probes open the space when their schedule says so, and scroll as far as they do")
    func schedule() async {
        let run = await Self.run(Chronological(), Self.personas)
        for (persona, record) in zip(Self.personas, run.probeRecords()) {
            let steps = Set(record.shown.map(\.step))
            #expect(steps.sorted() == persona.sessions.map { $0 + 6 })
            let first = record.shown.count { $0.step == 6 }
            let expected = [Persona.Scroll.short: 6, .ordinary: 20, .long: 60][persona.scroll]
            #expect(first == expected, "\(persona.text)")
        }
    }

    @Test("a topic that is followed is followed in every world, as far as it has accounts")
    func follows() {
        for number in 0..<8 {
            let world = World(Self.settings, seed: 7, number: number)
            var persona = Persona()
            (persona.follows[5], persona.follows[9]) = (3, 200)
            let there = world.with(probes: [persona], entering: 6)
            let accounts = there.graph.followed(by: 120)
            #expect(accounts.count { world.mainTopic(of: $0) == 5 } == min(3, world.accounts(of: 5).count))
            #expect(accounts.count { world.mainTopic(of: $0) == 9 } == world.accounts(of: 9).count)
            #expect(Set(accounts).count == accounts.count)
            // Fewer are some of them.
            persona.follows[5] = 2
            #expect(Set(accounts).isSuperset(of: world.with(probes: [persona], entering: 6).graph.followed(by: 120)))
        }
        #expect(World(Self.settings, seed: 7, number: 0).mainTopic(of: 120) == -1)
    }

    @Test("a ranker that learns is told of a probe's past, and of what it does, as of anybody's")
    func learning() async {
        var persona = Persona()
        persona.history[.linger][4] = 6
        let plain = await Self.run(Echo(), [Persona()])
        let with = await Self.run(Echo(), [persona])
        let told = (plain.ranker as? Echo)?.lingers[120]?[4] ?? 0
        let shown = with.probeRecords()[0]
        #expect((with.ranker as? Echo)?.lingers[120]?[4] ?? 0 >= 6)
        #expect(told < 6)
        // There are not thirty items of one topic; those that there are come first.
        let count = shown.shown.count { $0.topic == 4 }
        #expect(count > 0 && shown.shown.prefix(count).allSatisfy { $0.topic == 4 })
        #expect((plain.ranker as? Echo)?.learned ?? 0 > (await Self.run(Echo(), []).ranker as? Echo)?.learned ?? 0)
    }

    @Test("without influence a probe stays where it would be without a feed", .tags(.law))
    func natural() async {
        var settings = Self.settings
        settings.influence = 0
        let world = World(settings, seed: 2, number: 0).with(probes: Self.personas, entering: 6)
        var run = ArmRun(Chronological(), in: world, acting: await Habits(fittedTo: settings, seed: 2))
        await run.run()
        for record in run.probeRecords() { #expect(record.drift < 1e-6 && record.turn < 1e-5) }
        let moved = await Self.run(Chronological(), Self.personas).probeRecords()
        #expect(moved.contains { $0.drift > 1e-3 } && moved.contains { $0.turn > 1e-3 })
    }
}
