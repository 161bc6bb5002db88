// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// A planted defect: answers that make no sense.
public struct Nonsense<Base: Ranker>: Ranker {
    /// What is wrong with every answer that is long enough for it.
    public enum Kind: Sendable, CaseIterable {
        /// The first place comes again as the last.
        case duplicate
        /// The last place does not exist.
        case unknownPlace
        /// The last place is empty.
        case missing
        /// The last score is no number.
        case notANumber
        /// One score is left out.
        case wrongScoreCount
        /// The first place and the last are exchanged, the scores are not.
        case contradiction
    }
    private var base: Base
    private let kind: Kind

    /// One kind of nonsense over a base.
    public init(_ kind: Kind, over base: Base) { (self.kind, self.base) = (kind, base) }

    /// Says that it is planted.
    public var card: RankerCard { base.card.planted("nonsense", "\(kind)") }

    /// Orders with the defect.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        base.rank(request, into: &answer)
        guard answer.places.count > 1, !answer.scores.isEmpty else { return }
        let last = answer.places.count - 1
        switch kind {
        case .duplicate: answer.places[last] = answer.places[0]
        case .unknownPlace: answer.places[last] = Int32(request.candidates.count)
        case .missing: answer.places.removeLast()
        case .notANumber: answer.scores[Int(answer.places[last])] = .nan
        case .wrongScoreCount: answer.scores.removeLast()
        case .contradiction: answer.places.swapAt(0, last)
        }
    }

    /// Lets the base learn.
    public mutating func learn(from impressions: [Feedback]) { base.learn(from: impressions) }
}
