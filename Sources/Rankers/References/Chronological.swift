// SPDX-License-Identifier: Apache-2.0

/// Newest first: the reference that everybody can check by eye.
public struct Chronological: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "chronological",
        summary: "Newest first.",
        formula: "created",
        source: "the usual reference of published audits"
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// When it was posted.
    public func score(_ place: Int, in request: RankingRequest) -> Double { request.candidates.created[place] }
}
