// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// A planted defect: the card offers "less like this", and pressing it does nothing.
///
/// The base never learns of the press. A base that reads predictions must be told by them nothing of it either; over
/// `Engagement` and over `Popularity` nothing is.
public struct IgnoresLess<Base: Ranker>: Ranker {
    private var base: Base

    /// Ignores the control over a base.
    public init(over base: Base) { self.base = base }

    /// Says that it is planted.
    public var card: RankerCard {
        var card = base.card.planted("ignores-less", "offers \"less like this\" and ignores it")
        card.controls = [.lessLikeThis]
        return card
    }

    /// Orders with the defect.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) { base.rank(request, into: &answer) }

    /// Lets the base learn.
    public mutating func learn(from impressions: [Feedback]) {
        base.learn(
            from: impressions.map { impression in
                var impression = impression
                impression.actions.remove(.lessLikeThis)
                return impression
            }
        )
    }
}
