// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Trending posts of Mastodon.
public struct MastodonTrends: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "mastodon-trends",
        summary: "The square of boosts and favourites, halved every hour.",
        formula: "(o − 1)² · 0.5^(age / H) if o ≥ 5, else 0; o = reblogs + favourites; H = 1 h",
        source:
            "mastodon app/models/trends/statuses.rb; H as in the glitch-soc fork of Aug 2026, 2 h in an older revision",
        leavesOut:
            "Likes are favourites and reposts are reblogs. A post below 0.3 is not withheld but counts as 0, and so follows by time. "
            + "Approval by a person, consent to be found, warnings and languages are left out."
    )
    /// What it is.
    public var card: RankerCard { Self.card }
    /// H, in hours.
    public var halfLife: Double

    /// The ranker.
    ///
    /// - Parameter halfLife: The hours in which a value halves.
    public init(halfLife: Double = 1) { self.halfLife = halfLife }

    /// Observed reactions from likes and reposts.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        let value = Self.trend(
            observed: Double(request.candidates.likes[place]) + Double(request.candidates.reposts[place]),
            hours: PublishedClock.hours(place, request),
            halfLife: halfLife
        )
        return value >= Self.threshold ? value : 0
    }

    /// The least value that is kept.
    public static let threshold = 0.3

    /// The published formula.
    ///
    /// - Parameters:
    ///   - observed: Reblogs and favourites.
    ///   - hours: The age.
    ///   - halfLife: The hours in which a value halves.
    /// - Returns: The trend; kept from ``threshold`` on.
    public static func trend(observed: Double, hours: Double, halfLife: Double) -> Double {
        guard observed >= 5 else { return 0 }
        return (observed - 1) * (observed - 1) * ElementaryFunctions.pow(0.5, hours / halfLife)
    }
}
