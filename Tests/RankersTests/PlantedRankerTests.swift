// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

/// What measures are to find has to be there first.
@Suite("Planted rankers") struct PlantedRankerTests {
    @Test("a group gets its factor in exposure, over random and over most liked", .tags(.simulation)) func boost() {
        for factor in [1.0, 1.6] {
            var (members, shown, boosted) = (0.0, 0.0, 0.0)
            for seed in 1...400 {
                var request = Requests.drawn(seed: seed)
                // A quarter of the candidates are of the group.
                request.candidates.authorGroups = (0..<60).map { $0 % 4 == seed % 4 ? 4 : 3 }
                members += 0.25
                let places = BoostsGroup(2, factor: factor, over: RandomOrder()).places(request)
                boosted += Double(places.count { request.candidates.authorGroups[Int($0)] == 4 }) / 10
                shown += 1
                #expect(Set(places).count == 10)
            }
            print("planted boost \(factor): exposure share \(boosted / shown) of \(members / shown)")
            #expect((boosted / members - factor).magnitude < 0.08)
        }
    }

    @Test func anAuthorComesLast() {
        var request = Requests.drawn(seed: 5)
        request.length = 60
        let author = request.candidates.author[Int(MostLiked().places(request)[0])]
        let places = SuppressesAuthor(author, over: MostLiked()).places(request)
        let theirs = request.candidates.author.count { $0 == author }
        #expect(places.suffix(theirs).allSatisfy { request.candidates.author[Int($0)] == author })
        #expect(Set(places).count == 60)
    }

    @Test func whatHoldsComesFirst() {
        var (planted, random) = (Float(0), Float(0))
        for seed in 1...10 {
            let request = Requests.drawn(seed: seed)
            let dwell = { (places: [Int32]) in places.reduce(0) { $0 + request.candidates.predictions[Int($1)].dwell } }
            planted += dwell(Addicts().places(request))
            random += dwell(RandomOrder().places(request))
        }
        #expect(planted > 1.5 * random)
    }

    @Test func interestsAreLockedIn() {
        var ranker = LocksInInterests(keeping: 1, over: Chronological())
        var request = Requests.drawn(seed: 5)
        #expect(ranker.places(request) == Chronological().places(request))
        ranker.learn(from: [
            Feedback(viewer: request.viewer.id, item: 1, author: 1, community: 3, actions: .linger)
        ])
        let theirs = request.candidates.community.count { $0 == 3 }
        request.length = theirs
        #expect(ranker.places(request).allSatisfy { request.candidates.community[Int($0)] == 3 })
        request.viewer.id += 1
        #expect(ranker.places(request) == Chronological().places(request).prefix(theirs).map { $0 })
    }

    @Test func thePressIsIgnored() {
        let request = Requests.drawn(seed: 5)
        let place = Int(Engagement(seed: 1).places(request)[0])
        let press = Feedback(
            viewer: request.viewer.id,
            item: request.candidates.item[place],
            author: request.candidates.author[place],
            community: request.candidates.community[place],
            actions: .lessLikeThis
        )
        var (honest, planted) = (Engagement(seed: 1), IgnoresLess(over: Engagement(seed: 1)))
        honest.learn(from: [press])
        planted.learn(from: [press])
        #expect(planted.card.controls == [.lessLikeThis])
        #expect(!honest.places(request).contains(Int32(place)))
        #expect(planted.places(request).contains(Int32(place)))
    }
}
