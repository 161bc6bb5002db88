// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

@Suite("Engagement") struct EngagementTests {
    @Test("learns tastes from behaviour alone, and gets more engagement than popularity", .tags(.simulation))
    func learns() {
        var shares: [String: (fitting: Double, engaged: Double)] = [:]
        for ranker: any Ranker in [Engagement(seed: 1), Popularity(), Chronological()] {
            var (ranker, world) = (ranker, PlantedTastes(seed: 4))
            _ = world.run(&ranker, steps: 30)
            shares[ranker.card.name] = world.run(&ranker, steps: 20)
        }
        print("planted tastes:", shares.sorted { $0.key < $1.key })
        let (engagement, popularity) = (shares["engagement"] ?? (0, 0), shares["popularity"] ?? (0, 0))
        #expect(engagement.fitting > 0.8)
        #expect((0.4...0.6).contains(popularity.fitting), "the same for everybody fits half")
        #expect(engagement.engaged > 1.3 * popularity.engaged)
    }

    @Test("learns about people who leave nothing but time", .tags(.simulation)) func silentReaders() {
        var ranker: any Ranker = Engagement(seed: 1)
        var world = PlantedTastes(seed: 4, isSilent: true)
        _ = world.run(&ranker, steps: 30)
        let share = world.run(&ranker, steps: 20).fitting
        print("planted tastes of silent readers: \(share) fitting")
        #expect(share > 0.8)
    }

    @Test("two copies go their own ways", .tags(.law)) func values() {
        var one: any Ranker = Engagement(seed: 1)
        var world = PlantedTastes(seed: 4)
        _ = world.run(&one, steps: 3)
        let other = one
        let request = world.request(1)
        let before = other.places(request)
        _ = world.run(&one, steps: 10)
        #expect(other.places(request) == before)
        #expect(one.places(request) != before)
    }

    @Test("strange histories end in numbers", .tags(.hostile)) func strangeHistories() {
        var ranker = Engagement(seed: 1)
        var seen = Feedback(viewer: -1, item: -5, author: -1, community: -9, actions: .like, dwell: .nan)
        ranker.learn(from: [seen])
        (seen.viewer, seen.item, seen.author, seen.community) = (3, 1_000, 4, 2)
        for _ in 0..<5_000 { ranker.learn(from: [seen]) }
        seen.actions = [.hide, .lessLikeThis]
        for _ in 0..<5_000 { ranker.learn(from: [seen]) }
        let request = Requests.drawn(seed: 1)
        var answer = RankingAnswer()
        ranker.rank(request, into: &answer)
        #expect(answer.scores.allSatisfy { $0.isFinite })
        #expect(answer.places.count == 10)
    }
}
