// SPDX-License-Identifier: Apache-2.0

/// What most of those who saw it acted on, the same for everybody.
public struct Popularity: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "popularity",
        summary:
            "By the share of those who saw an item that liked, answered or shared it; the same order for everybody.",
        formula: "(likes + replies + reposts + 1) / (views + 50)",
        source:
            "a popularity baseline as in every recommender library; the constants are ours: an item nobody saw yet is worth 2 %",
        leavesOut: "Opening an item and lingering on it are no public counters and do not count."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The smoothed rate of public acts.
    public func score(_ place: Int, in request: RankingRequest) -> Double { Self.rate(place, request.candidates) }

    /// Public acts per view, as if one of fifty earlier viewers had acted.
    static func rate(_ place: Int, _ candidates: Candidates) -> Double {
        let acts =
            Double(candidates.likes[place]) + Double(candidates.replies[place]) + Double(candidates.reposts[place])
        return (acts + 1) / (Double(candidates.views[place]) + 50)
    }
}
