// SPDX-License-Identifier: Apache-2.0

/// All built-in rankers by name.
public enum RankerCatalogue {
    /// What there is: references first, then published formulas from the plainest to X.
    public static var cards: [RankerCard] { entries.map(\.card) }

    /// The names, in the order of the cards.
    public static var names: [String] { entries.map(\.card.name) }

    /// Makes a ranker that has learned nothing yet.
    ///
    /// - Parameters:
    ///   - name: A name of ``names``.
    ///   - seed: The seed of what a learner guesses at first; formulas do not read it.
    /// - Returns: The ranker.
    /// - Throws: ``UnknownRanker`` where there is none of that name.
    public static func make(_ name: String, seed: UInt64 = 0) throws(UnknownRanker) -> any Ranker {
        guard let entry = entries.first(where: { $0.card.name == name }) else {
            throw UnknownRanker(name: name, known: names)
        }
        return entry.make(seed)
    }

    private struct Entry: Sendable {
        let card: RankerCard
        let make: @Sendable (UInt64) -> any Ranker
    }

    private static let entries: [Entry] = [
        Entry(card: Chronological.card) { _ in Chronological() }, Entry(card: RandomOrder.card) { _ in RandomOrder() },
        Entry(card: Popularity.card) { _ in Popularity() }, Entry(card: MostLiked.card) { _ in MostLiked() },
        Entry(card: StatedPreference.card) { _ in StatedPreference() },
        Entry(card: Engagement.card) { Engagement(seed: $0) }, Entry(card: Diversity.card) { Diversity(seed: $0) },
        Entry(card: Bridging.card) { Bridging(seed: $0) }, Entry(card: HackerNews.card) { _ in HackerNews() },
        Entry(card: HackerNewsSimple.card) { _ in HackerNewsSimple() },
        Entry(card: RedditHot.card) { _ in RedditHot() },
        Entry(card: RedditControversial.card) { _ in RedditControversial() },
        Entry(card: RedditConfidence.card) { _ in RedditConfidence() },
        Entry(card: LemmyHot.card) { _ in LemmyHot() }, Entry(card: LemmyScaled.card) { _ in LemmyScaled() },
        Entry(card: LobstersHot.card) { _ in LobstersHot() },
        Entry(card: MastodonTrends.card) { _ in MastodonTrends() },
        Entry(card: DiscourseHot.card) { _ in DiscourseHot() },
        Entry(card: MisskeyFeatured.card) { _ in MisskeyFeatured() },
        Entry(card: DigestSimple.card) { _ in DigestSimple() }, Entry(card: LinkGnome.card) { _ in LinkGnome() },
        Entry(card: X2023.card) { _ in X2023() }, Entry(card: X2026.card) { _ in X2026() },
    ]
}
