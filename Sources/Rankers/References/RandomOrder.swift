// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Any order, every one as likely as another.
///
/// The draw is keyed by the item, so it does not depend on the place in the request; an item that is renamed draws anew.
public struct RandomOrder: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "random",
        summary: "Every order as likely as another, drawn anew for every session.",
        formula: "uniform(session, item)",
        source: "the usual reference of published audits"
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The draw of the item in this session.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), 0)
    }
}
