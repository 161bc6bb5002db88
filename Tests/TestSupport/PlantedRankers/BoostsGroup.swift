// SPDX-License-Identifier: Apache-2.0
public import Rankers
internal import Statistics

/// A planted defect: authors of one group get a multiple of the places that their share of the candidates would give them.
///
/// At every place a keyed draw decides whether the next comes from the group, with a probability of `factor` times its share of the
/// candidates; within and outside of the group the base decides. Over a base that is blind to groups, the exposure of the group therefore
/// rises by exactly this factor in expectation, until its candidates run out.
public struct BoostsGroup<Base: Ranker>: Ranker {
    private var base: Base
    private let group: UInt64
    private let factor: Double

    /// Boosts a group (a bit of `authorGroups`, from 0) over a base.
    public init(_ group: Int, factor: Double, over base: Base) {
        (self.base, self.group, self.factor) = (base, 1 << UInt64(group), factor)
    }

    /// Says that it is planted.
    public var card: RankerCard { base.card.planted("boosts-group", "boosts the authors of one group") }

    /// Orders with the defect.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let order = base.wholeOrder(request)
        let isMember = { (place: Int32) in request.candidates.authorGroups[Int(place)] & group != 0 }
        var members = order.filter(isMember)[...]
        var others = order.filter { !isMember($0) }[...]
        let chance = factor * Double(members.count) / Double(max(1, order.count))
        for place in 0..<min(request.length, order.count) {
            let drawn = request.noise.uniform(.ranker, UInt32(place), 1) < chance
            let next = drawn ? members.popFirst() ?? others.popFirst() : others.popFirst() ?? members.popFirst()
            if let next { answer.places.append(next) }
        }
    }

    /// Lets the base learn.
    public mutating func learn(from impressions: [Feedback]) { base.learn(from: impressions) }
}
