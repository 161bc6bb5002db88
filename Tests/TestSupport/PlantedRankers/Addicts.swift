// SPDX-License-Identifier: Apache-2.0
public import Rankers
internal import Statistics

/// A planted defect: whatever keeps the viewer longest, with a reward that comes at random.
///
/// Expected seconds and the chance to linger count; what the viewer would like is brought forward in one of three draws, keyed by session
/// and item, so that scrolling on sometimes pays.
public struct Addicts: ScoringRanker {
    /// Says that it is planted.
    public let card = RankerCard(
        name: "planted-addicts",
        summary: "A planted defect for tests: what keeps the viewer longest, with a reward that comes at random.",
        formula: "seconds + 20 · p(linger) + 100 · p(like) in one of three draws",
        source: "ours",
        reads: [.predictions],
        isPersonalised: true
    )

    /// The ranker.
    public init() {}

    /// Scores with the defect.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        guard place < request.candidates.predictions.count else { return 0 }
        let predictions = request.candidates.predictions[place]
        let item = UInt32(bitPattern: request.candidates.item[place])
        let isRewarded = request.noise.uniform(.ranker, item, 2) < 1.0 / 3
        return Double(predictions.dwell) + 20 * predictions.linger + (isRewarded ? 100 * predictions.like : 0)
    }
}
