// SPDX-License-Identifier: Apache-2.0
internal import Rankers

/// Runs personas through worlds under both rankers.
struct HuntTrials: Sendable {
    let hunt: Hunt
    let habits: Habits
    /// Multiplies everything by which a feed moves people.
    var influence = 1.0

    /// What a number of worlds say about some personas.
    ///
    /// A ranker that learns nothing is asked about all of them in one pass, as nobody there changes what others are shown; one that
    /// learns begins anew for each block.
    ///
    /// - Parameters:
    ///   - personas: Who.
    ///   - worlds: The numbers of the worlds.
    ///   - areAlone: Whether each is alone in its world, if the ranker learns.
    /// - Returns: For each persona the outcomes in the order of the worlds, without worlds that give no answer.
    /// - Throws: `CancellationError` where the task was cancelled.
    func outcomes(
        of personas: [Persona],
        in worlds: [Int],
        areAlone: Bool
    ) async throws(CancellationError) -> [[HuntOutcome]] {
        var results = Array(repeating: [HuntOutcome?](), count: worlds.count)
        await withTaskGroup(of: (Int, [HuntOutcome?]).self) { group in
            var next = 0
            func add() {
                guard next < worlds.count, !Task.isCancelled else { return }
                let place = next
                next += 1
                group.addTask { (place, await outcomes(of: personas, in: worlds[place], areAlone)) }
            }
            for _ in 0..<max(1, hunt.settings.threads) { add() }
            while let (place, outcomes) = await group.next() {
                results[place] = outcomes
                add()
            }
        }
        if Task.isCancelled { throw CancellationError() }
        return personas.indices.map { persona in results.compactMap { $0[persona] } }
    }

    private func outcomes(of personas: [Persona], in number: Int, _ areAlone: Bool) async -> [HuntOutcome?] {
        let world = world(number)
        let size = areAlone ? 1 : hunt.settings.block
        let subject = await records(of: personas, in: world, hunt.subject, block: size)
        let reference = await records(of: personas, in: world, hunt.reference, block: size)
        return personas.indices.map { persona in
            guard persona < subject.count, persona < reference.count,
                let one = hunt.property.value(of: subject[persona]),
                let other = hunt.property.value(of: reference[persona])
            else { return nil }
            return HuntOutcome(
                world: number,
                hash: world.hash,
                subject: one,
                reference: other,
                margin: hunt.property.margin(subject: one, reference: other)
            )
        }
    }

    /// What becomes of one persona alone in a world.
    func record(of persona: Persona, in number: Int, _ ranker: Hunt.Factory) async -> ProbeRecord {
        await records(of: [persona], in: world(number), ranker, block: 1).first ?? ProbeRecord()
    }

    /// Whether one of the rankers learns, so that a persona that is alone in its world costs a run of its own.
    var learns: Bool {
        let world = world(HuntPhase.search.world(0))
        return hunt.subject(world).card.learns || hunt.reference(world).card.learns
    }

    private func world(_ number: Int) -> World {
        var society = hunt.settings.society
        society.panel = 1
        return World(society, seed: hunt.seed, number: number)
    }

    private func records(
        of personas: [Persona],
        in world: World,
        _ factory: Hunt.Factory,
        block: Int
    ) async -> [ProbeRecord] {
        var ranker = factory(world)
        let size = ranker.card.learns ? max(1, block) : max(1, personas.count)
        var records: [ProbeRecord] = []
        for start in stride(from: 0, to: personas.count, by: size) {
            let probes = Array(personas[start..<min(personas.count, start + size)])
            let there = world.with(probes: probes, entering: hunt.settings.warmUp)
            if start > 0 { ranker = factory(world) }
            var run = ArmRun(ranker, in: there, acting: habits, influence: influence)
            while run.totals.count < min(world.settings.steps, there.probes.end), !Task.isCancelled { await run.step() }
            records += run.probeRecords(inSpreadsOf: world)
        }
        return records
    }
}
