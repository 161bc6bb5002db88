// SPDX-License-Identifier: Apache-2.0
internal import Rankers

extension Hunt {
    /// The story of a persona in the middle one of the worlds that confirmed it.
    func tell(_ persona: Persona, _ outcomes: [HuntOutcome], _ trials: HuntTrials) async -> HuntStory? {
        let order = outcomes.sorted { $0.margin != $1.margin ? $0.margin < $1.margin : $0.world < $1.world }
        guard !order.isEmpty else { return nil }
        let middle = order[order.count / 2]
        let world = World(settings.society, seed: seed, number: middle.world)
        return HuntStory(
            world: middle.world,
            hash: middle.hash,
            subjectName: subject(world).card.name,
            referenceName: reference(world).card.name,
            subject: await trials.record(of: persona, in: middle.world, subject),
            reference: await trials.record(of: persona, in: middle.world, reference),
            plain: await trials.record(of: Persona(), in: middle.world, subject)
        )
    }
}
