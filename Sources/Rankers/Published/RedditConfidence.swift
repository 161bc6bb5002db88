// SPDX-License-Identifier: Apache-2.0

/// The share of approval that votes leave no doubt about: "best" of Reddit and the order of comments on Lobsters.
public struct RedditConfidence: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "reddit-confidence",
        summary: "The lower Wilson limit, at 80 %, of the share of votes that are for it.",
        formula:
            "(p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), p = u/n, n = u + d, z = 1.281551565545; 0 if n = 0",
        source: "reddit r2/r2/lib/db/_sorts.pyx (2017); lobsters app/models/comment.rb",
        leavesOut: "Ups are likes and downs are hides. Reddit computes in single precision and caches small counts."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Votes from likes and hides.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.confidence(ups: Double(request.candidates.likes[place]), downs: Double(request.candidates.hides[place]))
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - ups: Votes for it.
    ///   - downs: Votes against it.
    /// - Returns: The lower limit of the share of approval.
    public static func confidence(ups: Double, downs: Double) -> Double {
        let votes = ups + downs
        guard votes > 0 else { return 0 }
        let (share, z) = (ups / votes, 1.281551565545)
        let square = z * z
        let spread = z * (share * (1 - share) / votes + square / (4 * votes * votes)).squareRoot()
        return (share + square / (2 * votes) - spread) / (1 + square / votes)
    }
}
