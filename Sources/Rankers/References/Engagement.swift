// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What will hold this viewer, learned while it runs: the reference for a space that maximises engagement.
///
/// It is given nothing that a society knows about tastes and opinions. What it does to people comes from what they did.
public struct Engagement: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "engagement",
        summary: "What people who behaved alike engaged with or lingered on; learns while it runs.",
        formula:
            "⟨viewer, item + author + community⟩ + their biases + ln((likes + replies + reposts + 1) / (views + 50)) "
            + "− 0.5 · ln(1 + hours / 24) − less like this",
        source:
            "matrix factorisation with a logistic loss as in every text on recommenders, fitted online; constants are ours",
        leavesOut: "No contents, no groups, no follow relations and no predictions are read.",
        isPersonalised: true,
        learns: true,
        controls: [.lessLikeThis]
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    private var taste: TasteModel
    private var less = LessLikeThis()

    /// A ranker that has seen nothing.
    ///
    /// - Parameter seed: The seed of its first guesses about people.
    public init(seed: UInt64) { taste = TasteModel(seed: seed) }

    /// The learned affinity, what everybody did, and how new it is.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        let viewer = request.viewer.id
        let author = request.candidates.author[place]
        let community = request.candidates.community[place]
        let affinity = taste.affinity(
            viewer: viewer,
            item: request.candidates.item[place],
            author: author,
            community: community
        )
        // ln rate − ½ · ln(1 + days) with one logarithm.
        let rate = Popularity.rate(place, request.candidates)
        let days = PublishedClock.hours(place, request) / 24
        let prior = 0.5 * ElementaryFunctions.log(rate * rate / (1 + days))
        let presses = less.presses(viewer: viewer, author: author, community: community)
        return Double(affinity) + prior - 3 * Double(presses.author) - 3 * Double(presses.community)
    }

    /// Counts a visible act in full and lingering by half; a hide counts three times as nothing done.
    public mutating func learn(from impressions: [Feedback]) {
        for impression in impressions {
            let actions = impression.actions
            if actions.contains(.lessLikeThis) { less.press(impression) }
            if !actions.isDisjoint(with: [.hide, .lessLikeThis]) {
                taste.learn(impression, target: 0, weight: 3)
            } else {
                let isAct = !actions.isDisjoint(with: [.click, .like, .reply, .share, .follow])
                taste.learn(impression, target: isAct ? 1 : actions.contains(.linger) ? 0.5 : 0)
            }
        }
    }
}
