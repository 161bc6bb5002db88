// SPDX-License-Identifier: Apache-2.0

/// The engagement ranker under two constraints that everybody can check on the page.
public struct Diversity: Ranker {
    /// What it is.
    public static let card = RankerCard(
        name: "diversity",
        summary:
            "As engagement, with at most 2 of any 10 places for one author and every third place for a source not followed.",
        formula: "greedy by the score of engagement among what the constraints leave",
        source: "constrained re-ranking as in every text on recommenders; the two constraints are ours",
        leavesOut:
            "A constraint that no remaining candidate meets is given up for that place, the one on sources before the one on authors. "
            + "An unfamiliar source is one out of network; no opinion and no group is read.",
        isPersonalised: true,
        learns: true,
        controls: [.lessLikeThis]
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    private var base: Engagement

    /// A ranker that has seen nothing.
    ///
    /// - Parameter seed: The seed of the engagement ranker.
    public init(seed: UInt64) { base = Engagement(seed: seed) }

    /// Fills one place after the other with the best of what the constraints leave.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let candidates = request.candidates
        base.appendScores(request, to: &answer.working)
        answer.orderAll(request, by: answer.working)
        // The first `filled` places are given away; the rest stays in the order of engagement.
        for filled in 0..<min(request.length, candidates.count) {
            let chosen = choice(after: filled, answer.places, candidates)
            answer.bringForward(from: chosen, to: filled)
        }
        answer.places.removeSubrange(min(request.length, answer.places.count)...)
    }

    /// Learns as engagement does.
    public mutating func learn(from impressions: [Feedback]) { base.learn(from: impressions) }

    private func choice(after filled: Int, _ places: [Int32], _ candidates: Candidates) -> Int {
        let wantsUnfamiliar = filled % 3 == 2
        var fallback = -1
        for index in filled..<places.count where hasRoom(index, after: filled, places, candidates) {
            if !wantsUnfamiliar || !candidates.inNetwork[Int(places[index])] { return index }
            if fallback < 0 { fallback = index }
        }
        return fallback < 0 ? filled : fallback
    }

    /// Whether fewer than two of the last nine places are by the same author.
    private func hasRoom(_ index: Int, after filled: Int, _ places: [Int32], _ candidates: Candidates) -> Bool {
        let author = candidates.author[Int(places[index])]
        var count = 0
        for place in places[max(0, filled - 9)..<filled] where candidates.author[Int(place)] == author { count += 1 }
        return count < 2
    }
}

extension RankingAnswer {
    /// Moves one place forward; those it passes keep their order.
    fileprivate mutating func bringForward(from index: Int, to target: Int) {
        let moved = places[index]
        var hole = index
        while hole > target {
            places[hole] = places[hole - 1]
            hole -= 1
        }
        places[target] = moved
    }
}
