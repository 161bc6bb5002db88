// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Ranks what was released before, learns from what was consumed, and sees people in its own way.
protocol ConsumptionRanker {
    /// Higher is earlier; one score for each item released before.
    func scores(person: Int, items: Int) -> [Double]
    /// Learns after an iteration.
    mutating func learn(_ history: ConsumptionHistory, items: Int)
    /// How it sees people; `nil` where all look the same to it.
    var representation: [[Double]]? { get }
}

/// Who consumed what.
struct ConsumptionHistory {
    /// One list a person, in order.
    var consumed = Array(repeating: [Int](), count: ConsumptionWorld.people)
    var counts = Array(repeating: 0.0, count: ConsumptionWorld.items)
    private var has = Array(repeating: false, count: ConsumptionWorld.people * ConsumptionWorld.items)

    func has(_ person: Int, _ item: Int) -> Bool { has[person * ConsumptionWorld.items + item] }

    mutating func add(_ person: Int, _ item: Int) {
        consumed[person].append(item)
        counts[item] += 1
        has[person * ConsumptionWorld.items + item] = true
    }
}

/// The loop: everybody is shown a list, consumes exactly one item, and the ranker learns.
struct ConsumptionLoop {
    let world: ConsumptionWorld
    private let attention = (0...ConsumptionWorld.items).map { ElementaryFunctions.pow(Double(max($0, 1)), -0.8) }

    init(world: ConsumptionWorld) { self.world = world }

    /// What everybody consumed, in order, and how the ranker saw people at some iterations.
    func run(
        _ start: some ConsumptionRanker,
        looks: [Int]
    ) -> (history: ConsumptionHistory, representations: [[[Double]]?]) {
        var ranker = start
        var history = ConsumptionHistory()
        var representations: [[[Double]]?] = []
        for iteration in 0..<ConsumptionWorld.iterations {
            let old = iteration * ConsumptionWorld.releases
            for person in 0..<ConsumptionWorld.people {
                var earlier: [Int] = []
                if iteration >= ConsumptionWorld.startUp {
                    earlier = ranked(person, iteration, ranker.scores(person: person, items: old))
                }
                history.add(person, choice(person, earlier, old, iteration, history))
            }
            ranker.learn(history, items: old + ConsumptionWorld.releases)
            if looks.contains(iteration + 1) { representations.append(ranker.representation) }
        }
        return (history, representations)
    }

    /// Items by their scores, ties at random: everything that decides is packed into one number an item.
    private func ranked(_ person: Int, _ iteration: Int, _ scores: [Double]) -> [Int] {
        let items = iteration * ConsumptionWorld.releases
        let ties = world.ties[person]
        let mix = UInt64(iteration) &* 0xD134_2543_DE82_EF95
        var keys = (0..<items).map { item -> UInt64 in
            let bits = Float(scores[item]).bitPattern
            let ordered = bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
            let tie = ((ties[item] ^ mix) &* 0x9E37_79B9_7F4A_7C15) >> 42
            return UInt64(~ordered) << 32 | tie << 10 | UInt64(item)
        }
        keys.sort()
        return keys.map { Int($0 & 1_023) }
    }

    /// New items take random places among the earlier ones; arg max of attention times value over what was not consumed before.
    ///
    /// What was consumed keeps its place in the list. If it made room, homogenisation would be far stronger (popularity .56, factors .41)
    /// and far off the reference.
    private func choice(
        _ person: Int,
        _ earlier: [Int],
        _ old: Int,
        _ iteration: Int,
        _ history: ConsumptionHistory
    ) -> Int {
        let new = ConsumptionWorld.releases
        let key = person * ConsumptionWorld.iterations + iteration
        let draws = DrawsWithoutReplacement(count: new) { world.draw(.order, key, $0) }
        let places = draws.uniform(below: earlier.count + new)
        var isTaken = Array(repeating: false, count: earlier.count + new)
        var best = (item: old, worth: -1.0)
        func consider(_ item: Int, _ place: Int) {
            let worth = attention[place + 1] * world.value[person][item]
            if worth > best.worth { best = (item, worth) }
        }
        for (index, place) in places.enumerated() {
            isTaken[place] = true
            consider(old + index, place)
        }
        var place = 0
        for item in earlier {
            while isTaken[place] { place += 1 }
            if !history.has(person, item) { consider(item, place) }
            place += 1
        }
        return best.item
    }
}
