// SPDX-License-Identifier: Apache-2.0

/// Reddit's "hot" of 2017: ten times the votes are worth twelve and a half hours.
public struct RedditHot: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "reddit-hot",
        summary: "Ten times the net votes are worth 12.5 hours.",
        formula: "round(sign(s) · log₁₀ max(|s|, 1) + (t − 1134028003) / 45000, 7), s = ups − downs",
        source: "reddit r2/r2/lib/db/_sorts.pyx (2017)",
        leavesOut:
            "Ups are likes and downs are hides. The society begins on 2026-01-05 at noon, UTC. A net of −1, 0 and 1 gives the same "
            + "value, as in the source."
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// Votes from likes and hides.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        Self.hot(
            net: PublishedClock.net(place, request.candidates),
            time: PublishedClock.epoch + request.candidates.created[place]
        )
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - net: Up votes less down votes.
    ///   - time: When it was posted, in seconds since 1970.
    /// - Returns: The rank; higher comes first.
    public static func hot(net: Double, time: Double) -> Double {
        let order = PublishedClock.log10(max(net.magnitude, 1))
        return PublishedClock.sevenPlaces((net < 0 ? -order : order) + (time - 1_134_028_003) / 45_000)
    }
}
