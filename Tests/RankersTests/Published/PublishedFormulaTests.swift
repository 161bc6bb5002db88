// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

/// Values computed by hand or by the source itself, to the digits that are stated.
@Suite("Published formulas") struct PublishedFormulaTests {
    private func equal(_ value: Double, _ expected: Double, _ digits: Double = 1e-7) -> Bool {
        (value - expected).magnitude <= 0.5001 * digits
    }

    @Test(.tags(.published)) func lobsters() {
        #expect(equal(LobstersHot.hotness(score: 1, comments: 1, base: 0.25, time: 0), -0.7271213))
        #expect(equal(LobstersHot.hotness(score: 1, comments: 9, base: 0.25, time: 0), -0.7271213))
        #expect(equal(LobstersHot.hotness(score: 1, comments: 9, base: -9.75, time: 0), 9.44897, 1e-5))
        // Ten times the score is worth 22 hours.
        let early = LobstersHot.hotness(score: 9, comments: 0, base: 0, time: 0)
        #expect(equal(LobstersHot.hotness(score: 99, comments: 0, base: 0, time: -79_200), early))
    }

    @Test(
        .tags(.published),
        arguments: [(1.0, 0.0, 0.3784475), (10, 2, 0.6578125), (100, 10, 0.8676891), (0, 0, 0)]
    )
    func wilson(ups: Double, downs: Double, expected: Double) {
        #expect(equal(RedditConfidence.confidence(ups: ups, downs: downs), expected))
    }

    @Test(.tags(.published)) func redditHot() {
        let time = 1_767_614_400.0
        #expect(equal(RedditHot.hot(net: 1, time: time), 14079.6977111))
        #expect(equal(RedditHot.hot(net: 10, time: time), 14080.6977111))
        for net in [-1.0, 0] { #expect(RedditHot.hot(net: net, time: time) == RedditHot.hot(net: 1, time: time)) }
        #expect(equal(RedditHot.hot(net: -10, time: time), 14078.6977111))
    }

    @Test(.tags(.published)) func controversy() {
        #expect(equal(RedditControversial.controversy(ups: 10, downs: 5), 3.8729833))
        #expect(RedditControversial.controversy(ups: 5, downs: 0) == 0)
    }

    @Test(.tags(.published)) func lemmy() {
        #expect(equal(LemmyHot.hot(score: 1, hours: 1e-12), 0.1370171))
        #expect(equal(LemmyHot.hot(score: 100, hours: 5), 0.0604947))
        #expect(equal(LemmyHot.hot(score: -50, hours: 5), 0.0090664))
        for hours in [0.0, -1, 168, 500] { #expect(LemmyHot.hot(score: 100, hours: hours) == 0) }
        let hot = LemmyHot.hot(score: 1, hours: 1e-12)
        #expect(equal(LemmyScaled.scaled(hot: hot, interactions: 1), 0.2871746))
    }

    @Test(.tags(.published)) func hackerNews() {
        #expect(equal(HackerNews.frontRank(points: 101, minutes: 180, threadItems: 10), 2.1971211))
        #expect(equal(HackerNews.frontRank(points: 101, minutes: 180, threadItems: 202), 0.5492803))
        #expect(equal(HackerNews.frontRank(points: 101, minutes: 180, hasURL: false, threadItems: 10), 0.8788484))
        // By hand: 27 votes less one over (2 + 2)^1.8.
        #expect(equal(HackerNewsSimple.trend(votes: 27, hours: 2), 26 / 12.1257325))
    }

    @Test(.tags(.published)) func mastodon() {
        #expect(equal(MastodonTrends.trend(observed: 11, hours: 2, halfLife: 2), 50))
        #expect(equal(MastodonTrends.trend(observed: 11, hours: 2, halfLife: 1), 25))
        #expect(MastodonTrends.trend(observed: 4, hours: 0, halfLife: 2) == 0)
        let faded = MastodonTrends.trend(observed: 5, hours: 12, halfLife: 2)
        #expect(equal(faded, 0.25))
        #expect(faded < MastodonTrends.threshold)
    }

    @Test(.tags(.published)) func discourse() {
        #expect(equal(DiscourseHot.hot(likes: 40, hours: 5), 3.8720624))
        // By hand: the second term with h₁ = 0 is (6 + 2) / 2^1.2.
        let recent = DiscourseHot.hot(likes: 40, hours: 5, recentLikes: 6, recentPosters: 2, recentHours: 0)
        #expect(equal(recent, 3.8720624 + 3.4822022, 1e-6))
    }

    @Test(.tags(.published)) func digest() {
        let simple = DigestSimple.simple(reblogs: 3, favourites: 8)
        #expect(simple == 6)
        #expect(DigestSimple.weighted(score: simple, followers: 100) == 0.6)
        #expect(DigestSimple.weighted(score: simple, followers: 0) == 0)
        #expect(DigestSimple.simple(reblogs: 0, favourites: 0) == 0)
    }

    @Test(.tags(.published)) func linkGnome() {
        #expect(LinkGnome.link(posts: 1, boosts: 0, likes: 4) == 2)
        #expect(LinkGnome.link(posts: 0, boosts: 1, likes: 1) == 0.75)
    }

    @Test(.tags(.byHand)) func misskeyWindows() {
        var ranker = MisskeyFeatured()
        let like = { (item: Int32, day: Double) in
            Feedback(viewer: 1, item: item, author: 1, time: day * 86_400, actions: .like)
        }
        ranker.learn(from: [like(0, 1), like(0, 1), like(0, 4), like(1, 1), like(1, 1), like(2, 4)])
        var request = RankingRequest()
        request.candidates.count = 3
        request.candidates.item = [0, 1, 2]
        // Windows of three days: days 0–3, 3–6, 6–9. Who is in one of two keeps its value, who is in both gets the mean.
        for (day, expected) in [(4.0, [1.5, 2, 1]), (7, [1, 0, 1]), (30, [0, 0, 0])] {
            request.now = day * 86_400
            #expect((0..<3).map { ranker.score($0, in: request) } == expected)
        }
        #expect(MisskeyFeatured.value(current: 4, previous: 0) == 4)
        #expect(MisskeyFeatured.value(current: 4, previous: 2) == 3)
    }
}
