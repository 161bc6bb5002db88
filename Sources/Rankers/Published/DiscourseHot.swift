// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Hot topics of Discourse.
public struct DiscourseHot: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "discourse-hot",
        summary: "Likes fade with age, and what happened within a week counts once more.",
        formula:
            "likes / (h + 2)^g + (recent likes + recent posters) / (h₁ + 2)^g, g = 1.2; h₁ = hours since the first recent post",
        source: "discourse app/models/topic_hot_score.rb; both defaults (gravity 1.2, 7 days) not verified",
        leavesOut:
            "An item is a topic and its replies are posts. Counters have no times: for a topic younger than 7 days all likes and "
            + "replies are recent and h₁ is its age; for an older one nothing is. Every reply counts as another poster. Scores are never "
            + "stale; the source renews 1000 topics a run. The comment above its query states another formula; this is the query."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Likes, and replies as posters.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        let hours = PublishedClock.hours(place, request)
        let likes = Double(request.candidates.likes[place])
        let isRecent = hours < 7 * 24
        return Self.hot(
            likes: likes,
            hours: hours,
            recentLikes: isRecent ? likes : 0,
            recentPosters: isRecent ? Double(request.candidates.replies[place]) : 0,
            recentHours: isRecent ? hours : nil
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - likes: All likes of the topic.
    ///   - hours: Its age.
    ///   - recentLikes: Likes within the recent window.
    ///   - recentPosters: People who posted within it.
    ///   - recentHours: Hours since the first post within it; `nil` where there is none.
    ///   - gravity: g.
    /// - Returns: The rank; higher comes first.
    public static func hot(
        likes: Double,
        hours: Double,
        recentLikes: Double = 0,
        recentPosters: Double = 0,
        recentHours: Double? = nil,
        gravity: Double = 1.2
    ) -> Double {
        let whole = likes / ElementaryFunctions.pow(hours + 2, gravity)
        guard let recentHours else { return whole }
        return whole + (recentLikes + recentPosters) / ElementaryFunctions.pow(recentHours + 2, gravity)
    }
}
