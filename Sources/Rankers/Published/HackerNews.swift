// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// The front page of Hacker News as far as it is published.
public struct HackerNews: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "hn-front",
        summary: "Points fade with age; long threads with few points are held down.",
        formula:
            "b ÷ ((minutes + 120) / 60)^1.8 × q, b = (points − 1)^0.8 if above 0, q = min(1, (points / n)²) if n > 20 else 1",
        source:
            "arclanguage/anarki apps/news/news.arc @b482707 (2025); production Hacker News differs and is unpublished",
        leavesOut:
            "Points are 1 + likes − hides; the items of a thread are 1 + replies. Every item counts as a story with a link: "
            + "there are no URLs, polls or \"lightweight\" sites. Votes of sock puppets, the choice of 180 out of the 1000 newest, "
            + "the least score of 1 and the delay of the page (one item is placed anew every 30 s) are left out."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Points from likes and hides, the thread from replies.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.frontRank(
            points: 1 + PublishedClock.net(place, request.candidates),
            minutes: PublishedClock.hours(place, request) * 60,
            threadItems: 1 + Double(request.candidates.replies[place])
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - points: The score of the story without votes of sock puppets.
    ///   - minutes: Its age.
    ///   - hasURL: Whether the story has a link.
    ///   - threadItems: Visible items of the thread, the story included.
    /// - Returns: The rank of the story; higher comes first.
    public static func frontRank(points: Double, minutes: Double, hasURL: Bool = true, threadItems: Double) -> Double {
        let base = points - 1
        let grown = base > 0 ? ElementaryFunctions.pow(base, 0.8) : base
        let gravity = ElementaryFunctions.pow((minutes + 120) / 60, 1.8)
        let ratio = points / threadItems
        let contention = threadItems > 20 ? min(1, ratio * ratio) : 1
        return grown / gravity * (hasURL ? contention : 0.4)
    }
}
