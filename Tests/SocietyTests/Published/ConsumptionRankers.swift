// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Knows the true value.
struct IdealConsumption: ConsumptionRanker {
    let world: ConsumptionWorld
    var representation: [[Double]]? { world.interests }
    func scores(person: Int, items: Int) -> [Double] { world.value[person] }
    mutating func learn(_ history: ConsumptionHistory, items: Int) {}
}

/// Any order, anew each time.
struct RandomConsumption: ConsumptionRanker {
    var representation: [[Double]]? { nil }
    // Ties are broken at random.
    func scores(person: Int, items: Int) -> [Double] { Array(repeating: 0, count: items) }
    mutating func learn(_ history: ConsumptionHistory, items: Int) {}
}

/// What most have consumed.
struct PopularConsumption: ConsumptionRanker {
    private var counts: [Double] = []
    var representation: [[Double]]? { nil }
    func scores(person: Int, items: Int) -> [Double] { counts }
    mutating func learn(_ history: ConsumptionHistory, items: Int) { counts = history.counts }
}

/// What friends have consumed.
struct SocialConsumption: ConsumptionRanker {
    let friends: [[Double]]
    private var sums: [[Double]]

    init(_ world: ConsumptionWorld) {
        friends = world.friends
        sums = friends.map { _ in Array(repeating: 0, count: ConsumptionWorld.items) }
    }

    var representation: [[Double]]? { friends }
    func scores(person: Int, items: Int) -> [Double] { sums[person] }

    mutating func learn(_ history: ConsumptionHistory, items: Int) {
        for (person, consumed) in history.consumed.enumerated() {
            guard let item = consumed.last else { continue }
            for other in friends.indices { sums[other][item] += friends[other][person] }
        }
    }
}

/// Non-negative least squares of what a person consumed on the attributes of all items released.
struct ContentConsumption: ConsumptionRanker {
    let world: ConsumptionWorld
    private var weights = Array(
        repeating: Array(repeating: 0.0, count: ConsumptionWorld.attributes),
        count: ConsumptionWorld.people
    )
    private var gram = Array(
        repeating: Array(repeating: 0.0, count: ConsumptionWorld.attributes),
        count: ConsumptionWorld.attributes
    )
    private var known = 0

    init(_ world: ConsumptionWorld) { self.world = world }

    var representation: [[Double]]? { weights }

    func scores(person: Int, items: Int) -> [Double] {
        let weights = weights[person]
        return (0..<items).map { ConsumptionWorld.product(weights, world.content[$0]) }
    }

    mutating func learn(_ history: ConsumptionHistory, items: Int) {
        for item in known..<items {
            let row = world.content[item]
            for first in row.indices { for second in row.indices { gram[first][second] += row[first] * row[second] } }
        }
        known = items
        for person in weights.indices {
            var target = Array(repeating: 0.0, count: ConsumptionWorld.attributes)
            for item in history.consumed[person] {
                for index in target.indices { target[index] += world.content[item][index] }
            }
            descend(&weights[person], to: target)
        }
    }

    /// Coordinate descent, from the last solution.
    private func descend(_ weights: inout [Double], to target: [Double]) {
        for _ in 0..<200 {
            var change = 0.0
            for index in weights.indices where gram[index][index] > 0 {
                let slope = target[index] - ConsumptionWorld.product(gram[index], weights)
                let moved = max(0, weights[index] + slope / gram[index][index])
                change = max(change, (moved - weights[index]).magnitude)
                weights[index] = moved
            }
            if change < 1e-10 { return }
        }
    }
}
