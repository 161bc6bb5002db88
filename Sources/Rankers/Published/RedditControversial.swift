// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Many votes, as evenly for as against as can be.
public struct RedditControversial: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "reddit-controversial",
        summary: "Many votes that are as evenly for as against as can be.",
        formula: "(u + d)^(min(u, d) / max(u, d)); 0 if u ≤ 0 or d ≤ 0",
        source: "reddit r2/r2/lib/db/_sorts.pyx (2017); the same in Lemmy utils.sql",
        leavesOut: "Ups are likes and downs are hides."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Votes from likes and hides.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.controversy(ups: Double(request.candidates.likes[place]), downs: Double(request.candidates.hides[place]))
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - ups: Votes for it.
    ///   - downs: Votes against it.
    /// - Returns: The controversy; higher comes first.
    public static func controversy(ups: Double, downs: Double) -> Double {
        guard ups > 0, downs > 0 else { return 0 }
        return ElementaryFunctions.pow(ups + downs, min(ups, downs) / max(ups, downs))
    }
}
