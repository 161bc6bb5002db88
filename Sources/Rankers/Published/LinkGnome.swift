// SPDX-License-Identifier: Apache-2.0

/// The score of linkgnome, which gathers links from a timeline.
public struct LinkGnome: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "linkgnome",
        summary: "Posts, boosts and likes of the last 24 hours, weighted 4 : 2 : 1.",
        formula: "1 · posts + 0.5 · boosts + 0.25 · likes, 2 decimals; 0 after 24 h",
        source: "PyPI linkgnome scorer.py",
        leavesOut:
            "It scores links; there are none here, so every item is one post with a link of its own. Reposts are boosts."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// One post, with its reposts and likes.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        guard PublishedClock.hours(place, request) <= 24 else { return 0 }
        return Self.link(
            posts: 1,
            boosts: Double(request.candidates.reposts[place]),
            likes: Double(request.candidates.likes[place])
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - posts: Posts with the link.
    ///   - boosts: Boosts of posts with it.
    ///   - likes: Likes of posts with it.
    /// - Returns: The score of the link, to two decimals.
    public static func link(posts: Double, boosts: Double, likes: Double) -> Double {
        ((posts + 0.5 * boosts + 0.25 * likes) * 100).rounded(.toNearestOrEven) / 100
    }
}
