// SPDX-License-Identifier: Apache-2.0

/// The front page of Lobsters: ten times the score is worth 22 hours, and a discussion counts as well.
public struct LobstersHot: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "lobsters-hot",
        summary: "Ten times the score is worth 22 hours; a discussion adds to it.",
        formula:
            "−round(log₁₀ max(|score + 1| + c, 1) · sign(score) + base + t / 79200, 7), ascending; c = min(score, comments)",
        source: "lobsters app/models/story.rb calculated_hotness @57268d7 (Aug 2026)",
        leavesOut:
            "The score is 1 + likes − hides; every reply counts as a comment by somebody else with a score of 1. There are no tags "
            + "and no links, so the base is 0; no stories are merged. The society begins on 2026-01-05 at noon, UTC. Given with the "
            + "sign changed, so that higher comes first."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The score from likes and hides, the discussion from replies.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        -Self.hotness(
            score: 1 + PublishedClock.net(place, request.candidates),
            comments: Double(request.candidates.replies[place]),
            base: 0,
            time: PublishedClock.epoch + request.candidates.created[place]
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - score: Up votes less flags, the submitter's own included.
    ///   - comments: Half the sum of score + 1 over the comments of others.
    ///   - base: The modifiers of the tags, and 0.25 for an author's own link.
    ///   - time: When it was posted, in seconds since 1970.
    /// - Returns: The hotness; **lower** comes first.
    public static func hotness(score: Double, comments: Double, base: Double, time: Double) -> Double {
        let discussion = min(score, base < 0 ? 0 : comments)
        let order = PublishedClock.log10(max((score + 1).magnitude + discussion, 1))
        let signed = score > 0 ? order : score < 0 ? -order : 0
        return -PublishedClock.sevenPlaces(signed + base + time / 79_200)
    }
}
