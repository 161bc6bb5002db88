// SPDX-License-Identifier: Apache-2.0

/// A program that orders what a person sees.
///
/// Ten lines make one: conform to ``ScoringRanker`` and say what an item is worth. A ranker is a value, so that copying it forks
/// what it has learned; two arms of a comparison never share one.
public protocol Ranker: Sendable {
    /// What it is, what it reads, and where its formula is from.
    var card: RankerCard { get }

    /// Orders the candidates of one session.
    ///
    /// The answer names places in the request. What is left out is withheld from the viewer; what makes no sense (a place twice, one that
    /// does not exist, a score that is no number) is counted by whoever asked and goes no further.
    ///
    /// - Parameters:
    ///   - request: Who asks, when, and what could be shown.
    ///   - answer: Empty on entry; the places in display order on return.
    func rank(_ request: RankingRequest, into answer: inout RankingAnswer)

    /// Learns from what happened since the last call, once a step, in the same order on any number of threads.
    ///
    /// - Parameter impressions: What was noticed, and what people did then.
    mutating func learn(from impressions: [Feedback])
}

extension Ranker {
    /// Most formulas learn nothing.
    public mutating func learn(from impressions: [Feedback]) {}
}

/// A ranker that gives every candidate a number of its own; the highest comes first.
public protocol ScoringRanker: Ranker {
    /// What a candidate is worth to the viewer now; higher is shown earlier, equal scores newest first.
    ///
    /// - Parameters:
    ///   - place: The place of the candidate in the request.
    ///   - request: Who asks, when, and what could be shown.
    /// - Returns: The score; one that is no number puts the candidate last.
    func score(_ place: Int, in request: RankingRequest) -> Double
}

extension ScoringRanker {
    /// Scores every candidate and answers with the best `request.length` of them.
    @inlinable
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        for place in 0..<request.candidates.count { answer.scores.append(score(place, in: request)) }
        answer.orderByScore(request)
    }
}
