// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// A planted defect: one account's items come after those of everybody else.
public struct SuppressesAuthor<Base: Ranker>: Ranker {
    private var base: Base
    private let author: Int32

    /// Suppresses an account over a base.
    public init(_ author: Int32, over base: Base) { (self.base, self.author) = (base, author) }

    /// Says that it is planted.
    public var card: RankerCard { base.card.planted("suppresses-author", "puts one account last") }

    /// Orders with the defect.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let order = base.wholeOrder(request)
        let isHeldDown = { (place: Int32) in request.candidates.author[Int(place)] == author }
        let whole = order.filter { !isHeldDown($0) } + order.filter(isHeldDown)
        answer.places.append(contentsOf: whole.prefix(request.length))
    }

    /// Lets the base learn.
    public mutating func learn(from impressions: [Feedback]) { base.learn(from: impressions) }
}
