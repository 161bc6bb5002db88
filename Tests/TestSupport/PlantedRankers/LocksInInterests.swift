// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// A planted defect: nothing but the communities the viewer has engaged with most so far, as long as there is anything from them.
public struct LocksInInterests<Base: Ranker>: Ranker {
    private var base: Base
    private let kept: Int
    private var engagements: [Int32: [Int32: Int]] = [:]

    /// Keeps so many communities for every viewer, over a base.
    public init(keeping kept: Int = 2, over base: Base) { (self.kept, self.base) = (kept, base) }

    /// Says that it is planted.
    public var card: RankerCard {
        var card = base.card.planted("locks-in-interests", "shows only what the viewer engaged with most so far")
        (card.isPersonalised, card.learns) = (true, true)
        return card
    }

    /// Orders with the defect.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let counts = engagements[request.viewer.id] ?? [:]
        let best = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(kept).map(\.key)
        let order = base.wholeOrder(request)
        let isKept = { (place: Int32) in best.contains(request.candidates.community[Int(place)]) }
        let own = order.filter(isKept)
        answer.places.append(contentsOf: (own.isEmpty ? order : own).prefix(request.length))
    }

    /// Lets the base learn.
    public mutating func learn(from impressions: [Feedback]) {
        base.learn(from: impressions)
        for seen in impressions where !seen.actions.isDisjoint(with: [.click, .like, .reply, .share, .linger]) {
            engagements[seen.viewer, default: [:]][seen.community, default: 0] += 1
        }
    }
}
