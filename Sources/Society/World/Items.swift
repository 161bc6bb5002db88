// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Everything about an item but its topic: 64 bytes, so that looking at a candidate touches one line of the cache.
struct Item: Sendable {
    /// What an item is beside an ordinary post.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        /// One of the first items of a new account.
        static let newcomer = Marks(rawValue: 1)
        /// Posted by the plan of accounts that act together.
        static let planned = Marks(rawValue: 2)
    }

    var groups: UInt64
    /// Seconds since the society began.
    var created: Double
    var author: Int32
    /// Changed only between steps.
    var views: Int32 = 0
    var likes: Int32 = 0
    var replies: Int32 = 0
    var reposts: Int32 = 0
    var hides: Int32 = 0
    var stance: Float
    var appeal: Float
    var arousal: Float
    var quality: Float
    var clickbait: Float
    var issue: UInt8
    var community: UInt8
    var circle: UInt8
    var marks: Marks

    /// Whether it is of low quality, or promises more than it holds.
    @inline(__always)
    var isRegretted: Bool { clickbait > 0.6 || quality < 0.25 }
}

/// All items of an arm, by their number, which ascends with time.
struct Items: Sendable {
    private var topics: [Topic.Packed] = []
    var facts: [Item] = []
    /// Stances with the precision of opinions, where people post what they think at that time; empty in a frozen supply.
    private(set) var stances: [Double] = []
    /// The first item of each step.
    var firstOfStep: [Int32] = []

    var count: Int { facts.count }

    /// The items that are candidates at a step.
    func candidates(at step: Int, window: Int) -> Range<Int> {
        Int(firstOfStep[max(0, step - window + 1)])..<count
    }

    /// The topic of an item: a unit vector.
    @inline(__always)
    func topic(_ number: Int) -> SIMD16<Float> { Topic.opened(topics[number]) }

    /// Room for as many items as will probably be posted: growing would for a moment take the memory twice.
    mutating func reserve(_ count: Int, isExact: Bool) {
        facts.reserveCapacity(count)
        topics.reserveCapacity(count)
        if isExact { stances.reserveCapacity(count) }
    }

    /// Where an item stands on its issue.
    @inline(__always)
    func stance(_ number: Int) -> Double { stances.isEmpty ? Double(facts[number].stance) : stances[number] }

    /// Adds what was posted last.
    mutating func append(_ draft: Draft, isExact: Bool) {
        facts.append(draft.item)
        topics.append(Topic.packed(draft.topic))
        if isExact { stances.append(draft.stance) }
    }

    /// An item before it has its number.
    struct Draft {
        var item: Item
        var topic: SIMD16<Float>
        var stance: Double
    }
}
