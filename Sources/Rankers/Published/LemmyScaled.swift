// SPDX-License-Identifier: Apache-2.0

/// Lemmy's "scaled": the same as "hot", but small communities are lifted.
public struct LemmyScaled: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "lemmy-scaled",
        summary:
            "As lemmy-hot, divided by the logarithm of what happens in the community: small communities are lifted.",
        formula: "lemmy-hot / log₁₀(2 + interactions of the community in a month)",
        source: "LemmyNet/lemmy crates/diesel_utils/replaceable_schema/utils.sql @439734d (Aug 2026)",
        leavesOut: "As for lemmy-hot. A community is the main topic of an item."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The score from likes and hides, the community from its number.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        let community = Int(request.candidates.community[place])
        let known = request.communityInteractions.indices.contains(community)
        return Self.scaled(
            hot: LemmyHot().score(place, in: request),
            interactions: known ? Double(request.communityInteractions[community]) : 0
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - hot: The value of ``LemmyHot/hot(score:hours:)``.
    ///   - interactions: Interactions in the community within a month.
    /// - Returns: The rank; higher comes first.
    public static func scaled(hot: Double, interactions: Double) -> Double {
        hot / PublishedClock.log10(2 + max(0, interactions))
    }
}
