// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What will hold this viewer, learned while it runs: the reference for a space that maximises engagement.
///
/// It is given nothing that a society knows about tastes and opinions. What it does to people comes from what they did.
public struct Engagement: Ranker {
    /// What it is.
    public static let card = RankerCard(
        name: "engagement",
        summary: "What people who behaved alike acted on or spent time with; learns while it runs.",
        formula:
            "⟨viewer, item + author + community⟩ + biases + 0.4 · ln((likes + replies + reposts + 1) / (views + 50)) "
            + "− 0.4 · ln(1 + hours / 24) − 3 a press of \"less like this\" on the author or the community",
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
    private var attention = Attention()

    /// A ranker that has seen nothing.
    ///
    /// - Parameter seed: The seed of its first guesses about people.
    public init(seed: UInt64) { taste = TasteModel(seed: seed) }

    /// Orders by the learned affinity, what everybody did, and how new it is.
    public func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        appendScores(request, to: &answer.scores)
        answer.orderByScore(request)
    }

    /// Appends the score of every candidate.
    func appendScores(_ request: RankingRequest, to scores: inout [Double]) {
        let first = scores.count
        taste.appendAffinities(request, to: &scores)
        let hasPressed = less.hasPressed(request.viewer.id)
        for place in 0..<request.candidates.count {
            // 0.4 · ln rate − 0.4 · ln(1 + days) with one logarithm.
            let rate = Popularity.rate(place, request.candidates)
            let days = PublishedClock.hours(place, request) / 24
            scores[first + place] += 0.4 * ElementaryFunctions.log(rate / (1 + days))
            guard hasPressed else { continue }
            let presses = less.presses(
                viewer: request.viewer.id,
                author: request.candidates.author[place],
                community: request.candidates.community[place]
            )
            scores[first + place] -= 3 * Double(presses.author + presses.community)
        }
    }

    /// A visible act counts twice as much as time spent; a hide counts three times as much as nothing done.
    public mutating func learn(from impressions: [Feedback]) {
        for impression in impressions {
            let actions = impression.actions
            if actions.contains(.lessLikeThis) { less.press(impression) }
            if !actions.isDisjoint(with: [.hide, .lessLikeThis]) {
                taste.learn(impression, target: 0, weight: 3)
            } else {
                let isAct = !actions.isDisjoint(with: [.click, .like, .reply, .share, .follow])
                let held = attention.share(impression)
                taste.learn(impression, target: isAct ? 1 : held, weight: isAct ? 2 : 1)
            }
        }
    }
}
