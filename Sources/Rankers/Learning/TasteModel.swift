// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Whom which items hold, learned from what people did and nothing else: collaborative filtering.
///
/// A viewer has a vector of 16 numbers. An item has one too, and so do its author and its community, so that an item nobody saw yet is
/// judged by where it comes from. The chance of engagement is σ(bias + ⟨viewer, item + author + community⟩), fitted by one step of
/// stochastic gradient descent an impression. Vectors of those who engaged pull an item towards them, and it pulls them.
struct TasteModel: Sendable {
    /// What is known about an item, an author or a community.
    private struct Source: Sendable {
        var vector = SIMD16<Float>(repeating: 0)
        var bias: Float = 0
    }

    private struct Person: Sendable {
        var vector = SIMD16<Float>(repeating: 0)
        var isKnown = false
    }

    private let random: KeyedRandom
    private var known: UInt32 = 0
    private var people = GrowingColumn(Person())
    private var items = GrowingColumn(Source())
    private var authors = GrowingColumn(Source())
    private var communities = GrowingColumn(Source())
    private var base: Float = -2

    init(seed: UInt64) { random = KeyedRandom(seed: seed) }

    /// The logarithm of the odds that the viewer engages, as far as learned.
    func affinity(viewer: Int32, item: Int32, author: Int32, community: Int32) -> Float {
        let (a, b, c) = (items[item], authors[author], communities[community])
        let person = people[viewer].vector
        return a.bias + b.bias + c.bias + Self.dot(person, a.vector + b.vector + c.vector)
    }

    /// Takes one impression into account.
    ///
    /// - Parameters:
    ///   - impression: Who saw what from whom.
    ///   - target: How much it held them, from 0 to 1.
    ///   - weight: How much the impression counts.
    mutating func learn(_ impression: Feedback, target: Float, weight: Float = 1) {
        let person = person(impression.viewer)
        let affinity = affinity(
            viewer: impression.viewer,
            item: impression.item,
            author: impression.author,
            community: impression.community
        )
        let chance = Float(ElementaryFunctions.logistic(Double(base + affinity)))
        let error = (target - chance) * weight
        base += 0.002 * error
        let sum =
            items[impression.item].vector + authors[impression.author].vector
            + communities[impression.community].vector
        // The rarer a source is seen, the faster it has to learn.
        items.change(impression.item) { Self.move(&$0, 0.12, error, person) }
        authors.change(impression.author) { Self.move(&$0, 0.06, error, person) }
        communities.change(impression.community) { Self.move(&$0, 0.03, error, person) }
        people.change(impression.viewer) { $0.vector = Self.bounded($0.vector + 0.15 * error * sum) }
    }

    private static func move(_ source: inout Source, _ rate: Float, _ error: Float, _ person: SIMD16<Float>) {
        source.vector = bounded(source.vector + rate * error * person)
        source.bias = max(-4, min(4, source.bias + 0.5 * rate * error))
    }

    /// The vector of a viewer; at the first meeting a drawn one.
    ///
    /// The draw is keyed by the order of first appearance and not by the number of the account, so that renaming accounts changes nothing.
    private mutating func person(_ viewer: Int32) -> SIMD16<Float> {
        let person = people[viewer]
        if person.isKnown { return person.vector }
        var vector = SIMD16<Float>(repeating: 0)
        for lane in 0..<16 {
            // Independent and uniform with a variance of 1/16: a length of about 1.
            vector[lane] = Float(random.uniform(.taste, known, UInt32(lane)) - 0.5) * 0.866
        }
        known += 1
        people.change(viewer) { $0 = Person(vector: vector, isKnown: true) }
        return vector
    }

    /// Keeps lengths below 4, so that no history, however strange, ends in numbers that are none.
    private static func bounded(_ vector: SIMD16<Float>) -> SIMD16<Float> {
        let square = dot(vector, vector)
        return square > 16 ? vector * (4 / square.squareRoot()) : vector
    }

    /// The products added in a fixed order, which a horizontal sum of the machine does not promise.
    private static func dot(_ one: SIMD16<Float>, _ other: SIMD16<Float>) -> Float {
        let products = one * other
        let eighth = products.lowHalf + products.highHalf
        let fourth = eighth.lowHalf + eighth.highHalf
        let half = fourth.lowHalf + fourth.highHalf
        return half.x + half.y
    }
}

extension KeyedRandom.Purpose {
    /// First vectors of a learner.
    static let taste = KeyedRandom.Purpose(rawValue: 48)
}
