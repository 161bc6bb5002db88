// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Whom which items hold, learned from what people did and nothing else: collaborative filtering.
///
/// A viewer has a vector of 16 numbers. An item has one too, and so do its author and its community, so that an item nobody saw yet is
/// judged by where it comes from. The chance of engagement is σ(biases + ⟨viewer, item + author + community⟩), fitted by one step of
/// stochastic gradient descent an impression. Vectors of those who engaged pull an item towards them, and it pulls them.
///
/// The rates were chosen on a synthetic space where a topic that fits perfectly raises the usual dwell by a factor of about 2 against noise
/// as large: taste shows after some hundred impressions a person, and sooner where behaviour says more.
struct TasteModel: Sendable {
    /// What is known about an item, an author, a community or a viewer.
    private struct Known: Sendable {
        var vector = SIMD16<Float>(repeating: 0)
        var bias: Float = 0
        var acts: Float = 0
        var isMet = false
    }

    private let random: KeyedRandom
    private var met: UInt32 = 0
    private var metCommunities = 0
    private var people = GrowingColumn(Known())
    private var items = GrowingColumn(Known())
    private var authors = GrowingColumn(Known())
    private var communities = GrowingColumn(Known())
    private var base: Float = -2

    init(seed: UInt64) { random = KeyedRandom(seed: seed) }

    /// Appends the affinity of the viewer with every candidate.
    ///
    /// The columns are borrowed once: counting references to them for every candidate would make threads wait for each other.
    func appendAffinities(_ request: RankingRequest, to numbers: inout [Double]) {
        let (items, authors, communities) = (items.values.span, authors.values.span, communities.values.span)
        let person = people[request.viewer.id].vector
        let (itemIDs, authorIDs) = (request.candidates.item.span, request.candidates.author.span)
        let communityIDs = request.candidates.community.span
        for place in 0..<request.candidates.count {
            let a = Self.source(items, itemIDs[place])
            let b = Self.source(authors, authorIDs[place])
            let c = Self.source(communities, communityIDs[place])
            let bias = a.bias + b.bias + c.bias
            numbers.append(Double(bias + Self.dot(person, a.vector + b.vector + c.vector)))
        }
    }

    private static func source(_ column: Span<Known>, _ id: Int32) -> Known {
        let index = Int(id)
        return index >= 0 && index < column.count ? column[index] : Known()
    }

    /// Takes one impression into account.
    ///
    /// - Parameters:
    ///   - impression: Who saw what from whom.
    ///   - target: How much it held them, from 0 to 1.
    ///   - weight: How much the impression counts.
    mutating func learn(_ impression: Feedback, target: Float, weight: Float = 1) {
        meet(impression)
        let person = people[impression.viewer].vector
        let sum =
            items[impression.item].vector + authors[impression.author].vector
            + communities[impression.community].vector
        let bias =
            items[impression.item].bias + authors[impression.author].bias + communities[impression.community].bias
        let odds = base + people[impression.viewer].bias + bias + Self.dot(person, sum)
        let error = (target - Float(ElementaryFunctions.logistic(Double(odds)))) * weight
        base += 0.002 * error
        // The rarer something is seen, the faster it has to learn.
        items.change(impression.item) { Self.move(&$0, Rate.item, error, person) }
        authors.change(impression.author) { Self.move(&$0, Rate.author, error, person) }
        communities.change(impression.community) { Self.move(&$0, Rate.community, error, person) }
        people.change(impression.viewer) { person in
            // What is known of a person counts the more, the more of it there is; tastes drift, so never for everything.
            person.acts += 1
            let rate = max(Rate.personLast, Rate.personFirst / (1 + person.acts / Rate.personHalf))
            Self.move(&person, rate, error, sum)
        }
    }

    private static func move(_ known: inout Known, _ rate: Float, _ error: Float, _ other: SIMD16<Float>) {
        known.vector = bounded(known.vector + rate * error * other)
        known.bias = max(-4, min(4, known.bias + 0.3 * rate * error))
    }

    /// How far one impression moves what is known, and how long first vectors are.
    private enum Rate {
        static let item: Float = 0.10
        static let author: Float = 0.05
        static let community: Float = 0.02
        static let first = 0.3
        static let personFirst: Float = 0.1
        static let personHalf: Float = 100
        static let personLast: Float = 0.05
    }

    /// Gives whoever and whatever appears for the first time a drawn vector.
    ///
    /// Communities begin far apart, so that a few acts already say which of them hold a viewer; authors and viewers begin near 0 and find
    /// their place. The draw is keyed by the order of first appearance and not by a number, so that renaming accounts changes nothing.
    private mutating func meet(_ impression: Feedback) {
        if !communities[impression.community].isMet {
            let first = metCommunities < 16 ? Known(vector: Self.axis(metCommunities), isMet: true) : drawn(length: 1)
            metCommunities += 1
            communities.change(impression.community) { $0 = first }
        }
        if !authors[impression.author].isMet {
            let first = drawn(length: Rate.first)
            authors.change(impression.author) { $0 = first }
        }
        if !people[impression.viewer].isMet {
            let first = drawn(length: Rate.first)
            people.change(impression.viewer) { $0 = first }
        }
    }

    /// The first sixteen communities are at right angles to each other.
    private static func axis(_ lane: Int) -> SIMD16<Float> {
        var vector = SIMD16<Float>(repeating: 0)
        vector[lane] = 1
        return vector
    }

    private mutating func drawn(length: Double) -> Known {
        var vector = SIMD16<Float>(repeating: 0)
        for lane in 0..<16 {
            // Independent and uniform with a variance of 1/16, for a length of about 1.
            vector[lane] = Float((random.uniform(.taste, met, UInt32(lane)) - 0.5) * 0.866 * length)
        }
        met += 1
        return Known(vector: vector, isMet: true)
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
