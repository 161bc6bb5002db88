// SPDX-License-Identifier: Apache-2.0

/// The highest number of likes first.
public struct MostLiked: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "most-liked",
        summary: "The highest number of likes first, the same order for everybody.",
        formula: "likes",
        source: "offered by many spaces as \"top\"",
        leavesOut: "There is no window of time: what was liked long ago stays on top while it is a candidate."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The number of likes.
    public func score(_ place: Int, in request: RankingRequest) -> Double { Double(request.candidates.likes[place]) }
}
