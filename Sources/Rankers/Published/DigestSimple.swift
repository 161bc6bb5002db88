// SPDX-License-Identifier: Apache-2.0

/// The simple score of mastodon_digest.
public struct DigestSimple: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "digest-simple",
        summary: "The geometric mean of boosts and favourites, the same order for everybody.",
        formula: "√((reblogs + 1) · (favourites + 1)); 0 if both are 0",
        source: "mastodon_digest scorers.py (2023)",
        leavesOut: "Likes are favourites and reposts are reblogs. The threshold that cuts the digest off is left out."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Favourites from likes, reblogs from reposts.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.simple(
            reblogs: Double(request.candidates.reposts[place]),
            favourites: Double(request.candidates.likes[place])
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - reblogs: How often it was shared.
    ///   - favourites: How often it was liked.
    /// - Returns: The score; higher comes first.
    public static func simple(reblogs: Double, favourites: Double) -> Double {
        reblogs > 0 || favourites > 0 ? ((reblogs + 1) * (favourites + 1)).squareRoot() : 0
    }

    /// The weighted form, which lifts small accounts.
    ///
    /// - Parameters:
    ///   - score: The value of ``simple(reblogs:favourites:)``.
    ///   - followers: How many follow the author.
    /// - Returns: The score over √followers; 0 where nobody follows.
    public static func weighted(score: Double, followers: Double) -> Double {
        followers > 0 ? score / followers.squareRoot() : 0
    }
}
