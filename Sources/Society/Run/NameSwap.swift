// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// Other names for all accounts: a permutation, applied throughout to what a second copy of the ranker is told.
struct NameSwap: Sendable {
    /// The other name of each account.
    let names: [Int32]

    init(_ world: World) {
        // Sorting by keyed numbers is a uniform permutation.
        let people = world.settings.people
        names =
            (0..<Int32(people)).map { ($0, world.draws.words(.plan, $0, -2).x) }
            .sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0)
            + (Int32(people)..<Int32(world.population.count))
    }

    /// What happened, under the other names.
    func renamed(_ feedback: [Feedback]) -> [Feedback] {
        feedback.map { impression in
            var other = impression
            other.viewer = names[Int(impression.viewer)]
            other.author = names[Int(impression.author)]
            return other
        }
    }
}
