// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What both sides of the main divide among people approve of, the divide itself being learned from likes and hides.
public struct Bridging: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "bridging",
        summary: "The smaller of the rates at which two sides approve; the sides are learned from who likes what.",
        formula:
            "min over both sides of (20 · prior + approvals − hides) / (20 + seen); the prior is the author's rate, whose own is 3 %",
        source:
            "after the bridging scores of Community Notes (rank-one matrix factorisation), fitted online; constants are ours",
        leavesOut:
            "The divide is whatever splits the approval of this space most, which need not be political. People who never liked and never "
            + "hid anything are on no side, and what they saw is not counted.",
        learns: true
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    private var axis: ApprovalAxis
    private var items = GrowingColumn(ApprovalAxis.Sides())
    private var authors = GrowingColumn(ApprovalAxis.Sides())

    /// A ranker that has seen nothing.
    ///
    /// - Parameter seed: The seed of its first guesses about people.
    public init(seed: UInt64) { axis = ApprovalAxis(seed: seed) }

    /// The approval of the less approving side.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        let item = items[request.candidates.item[place]]
        let author = authors[request.candidates.author[place]]
        return min(
            item.negative.rate(prior: author.negative.rate(prior: 0.03, strength: 20), strength: 20),
            item.positive.rate(prior: author.positive.rate(prior: 0.03, strength: 20), strength: 20)
        )
    }

    /// Moves the factors, and counts the impression for the side its viewer is on.
    public mutating func learn(from impressions: [Feedback]) {
        for impression in impressions {
            axis.learn(impression)
            guard let isPositive = axis.side(impression.viewer) else { continue }
            let value = Self.approval(impression.actions)
            items.change(impression.item) { $0.count(value, isPositive: isPositive) }
            authors.change(impression.author) { $0.count(value, isPositive: isPositive) }
        }
    }

    /// 1 for an approval, −1 for the contrary, 0 for none.
    static func approval(_ actions: Feedback.Actions) -> Float {
        if !actions.isDisjoint(with: [.hide, .lessLikeThis]) { return -1 }
        return actions.isDisjoint(with: [.like, .share]) ? 0 : 1
    }

    /// What a viewer's factor on the learned divide is; its sign has no meaning of its own.
    ///
    /// - Parameter viewer: The account.
    /// - Returns: The factor; 0 for somebody who showed no approval yet.
    public func factor(of viewer: Int32) -> Double { axis.side(viewer) == nil ? 0 : Double(axis.factor(viewer)) }
}
