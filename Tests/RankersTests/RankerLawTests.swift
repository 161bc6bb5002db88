// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics
import TestSupport
import Testing

/// What every built-in ranker keeps to; examined ones are held to the same.
@Suite("Laws of rankers") struct RankerLawTests {
    private static let sessions = (1...12).map { Requests.drawn(seed: $0) }

    /// A ranker that has learned for a while.
    private static func ranker(_ name: String, seed: UInt64 = 7) throws -> any Ranker {
        var ranker = try RankerCatalogue.make(name, seed: seed)
        for step in 0..<4 { ranker.learn(from: Requests.feedback(seed: 100 + step)) }
        return ranker
    }

    @Test(
        "an answer is complete, consistent and of the length asked for",
        .tags(.law),
        arguments: RankerCatalogue.names
    )
    func complete(name: String) throws {
        let ranker = try Self.ranker(name)
        var check = AnswerCheck()
        for var request in Self.sessions {
            for length in [1, 10, 50, 60, 100] {
                request.length = length
                var answer = RankingAnswer()
                ranker.rank(request, into: &answer)
                #expect(answer.places.count == min(length, 60))
                check.clean(&answer, for: request)
            }
        }
        #expect(check.tally.isClean, "\(check.tally)")
    }

    @Test("a page of 10 is the beginning of a page of 50 (C9)", .tags(.law), arguments: RankerCatalogue.names)
    func prefix(name: String) throws {
        let ranker = try Self.ranker(name)
        for var request in Self.sessions {
            request.length = 10
            let short = ranker.places(request)
            request.length = 50
            #expect(Array(ranker.places(request).prefix(10)) == short)
        }
    }

    @Test("the place of a candidate in the request does not matter (C3)", .tags(.law), arguments: RankerCatalogue.names)
    func permutation(name: String) throws {
        let ranker = try Self.ranker(name)
        var draws = Draws(seed: 5)
        for var request in Self.sessions {
            request.length = 60
            let order = ranker.places(request)
            let forward = Array(0..<60)
            for shuffle in [Array(forward.reversed()), draws.shuffled(forward), draws.shuffled(forward)] {
                let answered = ranker.places(request.permuted(shuffle)).map { Int32(shuffle[Int($0)]) }
                #expect(answered == order)
            }
        }
    }

    @Test(
        "the numbers of accounts and items do not matter (C14)",
        .tags(.law),
        arguments: RankerCatalogue.names.filter { $0 != "random" }
    )
    func renaming(name: String) throws {
        let original = try Self.ranker(name)
        var renamed = try RankerCatalogue.make(name, seed: 7)
        // Accounts by any map, items by one that keeps time, as the society numbers them.
        let account = { (id: Int32) in (id &* 7 + 3) % 31 }
        let item = { (id: Int32) in id * 2 + id % 3 }
        for step in 0..<4 {
            renamed.learn(
                from: Requests.feedback(seed: 100 + step).map { seen in
                    var seen = seen
                    (seen.viewer, seen.author) = (account(seen.viewer), account(seen.author))
                    seen.item = item(seen.item)
                    return seen
                }
            )
        }
        for var request in Self.sessions {
            let order = original.places(request)
            request.viewer.id = account(request.viewer.id)
            request.candidates.author = request.candidates.author.map(account)
            request.candidates.item = request.candidates.item.map(item)
            #expect(renamed.places(request) == order)
        }
    }

    @Test("who asks matters where the card says so, and nowhere else", .tags(.law), arguments: RankerCatalogue.cards)
    func viewer(card: RankerCard) throws {
        let ranker = try Self.ranker(card.name)
        var changed = 0
        for request in Self.sessions {
            var other = request
            other.viewer = Viewer(id: (request.viewer.id + 1) % 30, groups: ~request.viewer.groups, followers: 900)
            other.candidates.inNetwork = request.candidates.inNetwork.map { !$0 }
            other.candidates.mutual = request.candidates.mutual.map { !$0 }
            other.candidates.relevance = request.candidates.relevance.map { -$0 }
            other.candidates.stated = request.candidates.stated.map { -$0 }
            other.candidates.predictions = request.candidates.predictions.reversed()
            if ranker.places(other) != ranker.places(request) { changed += 1 }
        }
        #expect(card.isPersonalised ? changed > 0 : changed == 0)
    }

    @Test("the same seed and past give the same answer", .tags(.law), arguments: RankerCatalogue.cards)
    func repetition(card: RankerCard) throws {
        let (one, other) = (try Self.ranker(card.name), try Self.ranker(card.name))
        let fresh = try RankerCatalogue.make(card.name, seed: 7)
        #expect(one.card == card)
        var learned = 0
        for request in Self.sessions {
            #expect(one.places(request) == other.places(request))
            #expect(one.places(request) == one.places(request))
            if one.places(request) != fresh.places(request) { learned += 1 }
        }
        #expect(card.learns ? learned > 0 : learned == 0, "what the card says about learning")
    }

    @Test(
        "costly columns change the order where the card names them, and nowhere else",
        .tags(.law),
        arguments: RankerCatalogue.cards
    )
    func costlyColumns(card: RankerCard) throws {
        let ranker = try Self.ranker(card.name)
        for feature in RankerCard.Feature.allCases {
            let changed = Self.sessions.contains { request in
                var other = request
                switch feature {
                case .relevance: other.candidates.relevance = []
                case .stated: other.candidates.stated = []
                case .predictions: other.candidates.predictions = []
                }
                return ranker.places(other) != ranker.places(request)
            }
            #expect(changed == card.reads.contains(feature), "\(feature)")
        }
    }

    @Test(
        "less of it comes after \"less like this\", from rankers that learn it themselves",
        arguments: ["engagement", "diversity"]
    )
    func control(name: String) throws {
        var ranker = try Self.ranker(name)
        var (before, after) = (0, 0)
        for request in Self.sessions {
            let place = Int(ranker.places(request)[0])
            let community = request.candidates.community[place]
            let shown = { (places: [Int32]) in
                places.count { request.candidates.community[Int($0)] == community }
            }
            before += shown(ranker.places(request))
            ranker.learn(from: [
                Feedback(
                    viewer: request.viewer.id,
                    item: request.candidates.item[place],
                    author: request.candidates.author[place],
                    community: community,
                    actions: .lessLikeThis
                )
            ])
            after += shown(ranker.places(request))
        }
        #expect(3 * after < before, "\(after) of \(before) are left")
    }

    @Test("a month later everything is as it was (C15)", .tags(.law), arguments: RankerCatalogue.names)
    func timeShift(name: String) throws {
        let ranker = try RankerCatalogue.make(name, seed: 7)
        for var request in Self.sessions {
            let order = ranker.places(request)
            request.now += 2_592_000
            request.candidates.created = request.candidates.created.map { $0 + 2_592_000 }
            #expect(ranker.places(request) == order)
        }
    }
}
