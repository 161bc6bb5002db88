// SPDX-License-Identifier: Apache-2.0

/// The weighting of X's "For you" as released in August 2026.
public struct X2026: Ranker {
    /// What it is.
    public static let card = RankerCard(
        name: "x-2026",
        summary: "The weighting that X released in August 2026, over what a society predicts; not what X's model does.",
        formula:
            "Σ w·p; below 0: (Σ + 367.22) / 410.54 · 0.001, else Σ + 0.001; one post of a small account raised to the 16th; "
            + "× (0.75 · 0.5^k + 0.25) by author; × 0.75 out of network",
        source: "xai-org/x-algorithm home-mixer/params/param.rs, home-mixer/scorers/ranking_scorer.rs (12 Aug 2026)",
        leavesOut:
            "The predictions are the society's own, so this shows what the weighting does, not what X's model does; \"less like this\" "
            + "reaches it through the prediction of hides. Like, reply, share, "
            + "follow, click, hide (not interested), dwell and linger have counterparts; quotes, the other ways to share, links, photos, "
            + "videos, block, mute, report and unexplored posts count as 0. Views stand for home impressions. All items are original "
            + "posts. The 15 for a mutual follow apply where the request says who follows each other. Left out: retrieval, filters "
            + "(48 h, seen, muted words, blocks), the determinantal re-ranker, selection, visibility filtering, ads.",
        reads: [.predictions],
        isPersonalised: true,
        controls: [.lessLikeThis]
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    private let sum = XWeightedSum(XWeights.of2026)

    /// The ranker.
    public init() {}

    /// Orders by the five steps of the published scorer.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let candidates = request.candidates
        for place in 0..<candidates.count { answer.working.append(offset(of: place, in: request)) }
        answer.orderAll(request, by: answer.working)
        Self.liftOneNewcomer(candidates, &answer)
        answer.orderAll(request, by: answer.working)
        answer.spreadAuthors(candidates) { candidates.inNetwork[$0] ? 1 : Self.outOfNetworkFactor }
        answer.orderByScore(request)
    }

    /// Steps 1 and 2: the weighted sum, brought above 0.
    private func offset(of place: Int, in request: RankingRequest) -> Double {
        guard place < request.candidates.predictions.count else { return Self.offset(0) }
        let predictions = request.candidates.predictions[place]
        var combined = sum(predictions)
        let mutual = request.candidates.mutual
        if place < mutual.count, mutual[place] { combined += XWeights.mutualFollowReply * predictions.reply }
        return Self.offset(combined)
    }

    /// N, what all negative weights add up to, with the sign changed.
    public static let negativeSum = XWeights.of2026.reduce(0) { $0 - min(0, $1.weight) }
    /// T, what all weights of probabilities add up to without regard to sign.
    public static let totalSum = XWeights.of2026.reduce(0) { $1.prediction == .dwell ? $0 : $0 + $1.weight.magnitude }
    /// What a post from outside of the network keeps.
    public static let outOfNetworkFactor = 0.75

    /// Brings a weighted sum above 0.
    ///
    /// - Parameter combined: Σ w·p.
    /// - Returns: (Σ + N) / T · 0.001 below 0, else Σ + 0.001.
    public static func offset(_ combined: Double) -> Double {
        combined < 0 ? (combined + negativeSum) / totalSum * 0.001 : combined + 0.001
    }

    /// What the next post of one author keeps.
    ///
    /// - Parameter earlier: How many posts of the author have a higher score.
    /// - Returns: 0.75 · 0.5ᵏ + 0.25.
    public static func diversity(earlier: Int) -> Double {
        // Beyond 60 halvings nothing is left to tell.
        0.75 / Double(UInt64(1) << UInt64(min(60, max(0, earlier)))) + 0.25
    }

    /// Step 3, the cold start rule: which post is raised, and to what.
    ///
    /// - Parameters:
    ///   - order: Places in the order of their scores.
    ///   - scores: The score of every place.
    ///   - isNewcomer: Whether a place holds an original post of an account with at most 1000 followers that fewer than 1000 saw.
    /// - Returns: The best newcomer and the score at sorted index 15, if the newcomer stands within the first 85 % of the scores that
    ///   are not 0 and there are at least 16 of them.
    public static func raised(
        order: [Int32],
        scores: [Double],
        isNewcomer: (Int) -> Bool
    ) -> (place: Int, score: Double)? {
        var nonzero = 0
        for score in scores where score != 0 { nonzero += 1 }
        guard order.count >= 16, nonzero >= 16 else { return nil }
        let last = nonzero * 85 / 100
        for place in order.prefix(last) where isNewcomer(Int(place)) { return (Int(place), scores[Int(order[15])]) }
        return nil
    }

    private static func liftOneNewcomer(_ candidates: Candidates, _ answer: inout RankingAnswer) {
        let raised = raised(order: answer.places, scores: answer.working) { place in
            candidates.authorFollowers[place] <= 1_000 && candidates.views[place] < 1_000
        }
        if let raised { answer.working[raised.place] = max(answer.working[raised.place], raised.score) }
    }
}

extension RankingAnswer {
    /// Fills the scores from `working`, each times what its author's earlier posts leave of it and times a factor of its own.
    ///
    /// `places` must hold all candidates in the order of `working`.
    mutating func spreadAuthors(_ candidates: Candidates, _ factor: (Int) -> Double) {
        scores.append(contentsOf: working)
        authors.clear(capacity: candidates.count)
        for place in places {
            let earlier = authors.next(candidates.author[Int(place)])
            scores[Int(place)] *= X2026.diversity(earlier: earlier) * factor(Int(place))
        }
    }
}
