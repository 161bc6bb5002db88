// SPDX-License-Identifier: Apache-2.0

/// The weighting of Twitter's "For you" as published in April 2023.
public struct X2023: Ranker {
    /// What it is.
    public static let card = RankerCard(
        name: "x-2023",
        summary:
            "The weighting that Twitter published in April 2023, over what a society predicts; not what its model did.",
        formula: "Σ w·p × (0.75 · 0.5^k + 0.25) by author; out of network × 1",
        source:
            "twitter/the-algorithm-ml projects/home/recap/README.md (5 Apr 2023); "
            + "twitter/the-algorithm@72eda9a home-mixer scored_tweets/scorer",
        leavesOut:
            "The predictions are the society's own, so this shows what the weighting does, not what the model did; \"less like this\" "
            + "reaches it through the prediction of hides. Like, share, reply, "
            + "click (good_click) and hide (negative_feedback_v2) have counterparts; good_click_v2, good profile clicks, video, replies "
            + "that the author engages with and reports count as 0. All items are original posts. Paid verification, creators, feedback "
            + "fatigue, retrieval, filters and ads are left out.",
        reads: [.predictions],
        isPersonalised: true,
        controls: [.lessLikeThis]
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    private let sum = XWeightedSum(XWeights.of2023)

    /// The ranker.
    public init() {}

    /// Orders by the weighted sum, each further post of an author counting less.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let candidates = request.candidates
        for place in 0..<candidates.count {
            let isKnown = place < candidates.predictions.count
            answer.working.append(isKnown ? sum(candidates.predictions[place]) : 0)
        }
        answer.orderAll(request, by: answer.working)
        answer.spreadAuthors(candidates) { _ in 1 }
        answer.orderByScore(request)
    }

    /// The published sum.
    ///
    /// - Parameter predictions: What the society predicts.
    /// - Returns: Σ w·p over the table of 2023.
    public static func combined(_ predictions: Predictions) -> Double { XWeightedSum(XWeights.of2023)(predictions) }
}
