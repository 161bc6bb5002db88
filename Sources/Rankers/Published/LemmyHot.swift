// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Lemmy's "hot": the logarithm of the score fades with age, and after a week nothing is left.
public struct LemmyHot: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "lemmy-hot",
        summary: "The logarithm of the score fades with age; after seven days nothing is left.",
        formula: "log₁₀ max(2, score + 2) / (hours + 2)^1.8 if 0 < age < 7 d, else 0",
        source: "LemmyNet/lemmy crates/diesel_utils/replaceable_schema/utils.sql @439734d (Aug 2026)",
        leavesOut:
            "The score is 1 + likes − hides. The source computes in single precision and reads the clock of the database; "
            + "this reads the time of the request."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The score from likes and hides.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.hot(
            score: 1 + PublishedClock.net(place, request.candidates),
            hours: (request.now - request.candidates.created[place]) / 3_600
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - score: Up votes less down votes, the author's own included.
    ///   - hours: The age; a post of the future gets 0.
    /// - Returns: The rank; higher comes first.
    public static func hot(score: Double, hours: Double) -> Double {
        guard hours > 0, hours < 7 * 24 else { return 0 }
        return PublishedClock.log10(max(2, score + 2)) / ElementaryFunctions.pow(hours + 2, 1.8)
    }
}
