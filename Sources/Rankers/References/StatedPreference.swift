// SPDX-License-Identifier: Apache-2.0

/// What the viewer says they want, whatever they then click on.
public struct StatedPreference: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "stated-preference",
        summary:
            "By how well the topic of an item fits what the viewer says they want; what they click on changes nothing.",
        formula: "⟨what the viewer states, topic of the item⟩",
        source: "the reference against which the gap between engagement and welfare is measured",
        reads: [.stated],
        isPersonalised: true
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    /// The ranker.
    public init() {}

    /// The fit, 0 where it was not given.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        place < request.candidates.stated.count ? Double(request.candidates.stated[place]) : 0
    }
}
