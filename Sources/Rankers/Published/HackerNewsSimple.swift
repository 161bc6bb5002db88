// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// The formula that most texts quote as that of Hacker News.
public struct HackerNewsSimple: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "hn-simple",
        summary: "Points fade with age.",
        formula: "(votes − 1) / (hours + 2)^1.8",
        source: "python-trending on PyPI; quoted widely",
        leavesOut: "Votes are 1 + likes − hides. The extended form with feature scores is left out."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Votes from likes and hides.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.trend(
            votes: 1 + PublishedClock.net(place, request.candidates),
            hours: PublishedClock.hours(place, request)
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - votes: Votes, the author's own included.
    ///   - hours: The age.
    /// - Returns: The rank; higher comes first.
    public static func trend(votes: Double, hours: Double) -> Double {
        (votes - 1) / ElementaryFunctions.pow(hours + 2, 1.8)
    }
}
