// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

@Suite("Answers looked through") struct AnswerCheckTests {
    private func cleaned(_ places: [Int32], scores: [Double] = [], length: Int = 4) -> ([Int32], AnswerTally) {
        var request = RankingRequest()
        request.candidates.count = 6
        request.length = length
        var (answer, check) = (RankingAnswer(), AnswerCheck())
        (answer.places, answer.scores) = (places, scores)
        check.clean(&answer, for: request)
        return (answer.places, check.tally)
    }

    @Test(.tags(.hostile)) func whatMakesNoSenseIsDroppedAndCounted() {
        let (places, tally) = cleaned([5, 5, -1, 6, .max, .min, 2, 5])
        #expect(places == [5, 2])
        #expect(tally.duplicates == 2)
        #expect(tally.unknownPlaces == 4)
        #expect(tally.withheld == 2)
        #expect(tally.places == 2)
        #expect(!tally.isClean)
    }

    @Test func anEmptyAnswerWithholdsEverything() { #expect(cleaned([]).1.withheld == 4) }

    @Test func aLongAnswerIsCutAndNoDefect() {
        let (places, tally) = cleaned([0, 1, 2, 3, 4, 5])
        #expect(places == [0, 1, 2, 3])
        #expect(tally.isClean)
        #expect(cleaned([3, 2, 1, 0, 4, 5], length: 100).0.count == 6)
    }

    @Test(.tags(.hostile)) func scoresAreComparedWithTheOrder() {
        #expect(cleaned([0, 1, 2, 3], scores: [4, 3, 3, 1, 0, 0]).1.isClean)
        #expect(cleaned([1, 0, 2, 3], scores: [4, 3, 3, 1, 0, 0]).1.contradictions == 1)
        #expect(cleaned([0, 1, 2, 3], scores: [4, .nan, 3, 1, 0, 0]).1.notNumbers == 1)
        #expect(cleaned([0, 1, 2, 3], scores: [4, .nan, 3, 1, 0, 0]).1.contradictions == 1, "no number comes last")
        #expect(cleaned([0, 1, 2, 3], scores: [4, 3]).1.wrongScoreCounts == 1)
    }

    @Test(.tags(.law)) func partsOfARunAddUp() {
        let request = Requests.drawn(seed: 1)
        var (whole, parts) = (AnswerCheck(), AnswerTally())
        for kind in Nonsense<MostLiked>.Kind.allCases {
            var part = AnswerCheck()
            for check in [0, 1] {
                var answer = RankingAnswer()
                Nonsense(kind, over: MostLiked()).rank(request, into: &answer)
                if check == 0 { part.clean(&answer, for: request) } else { whole.clean(&answer, for: request) }
            }
            parts.merge(part.tally)
        }
        #expect(parts == whole.tally)
        #expect(parts + AnswerTally() == parts)
        #expect(parts.answers == 6)
    }

    @Test("each kind of nonsense is found, and only it", .tags(.law), arguments: Nonsense<MostLiked>.Kind.allCases)
    func planted(kind: Nonsense<MostLiked>.Kind) {
        var check = AnswerCheck()
        for seed in 1...20 {
            let request = Requests.drawn(seed: seed)
            var answer = RankingAnswer()
            Nonsense(kind, over: MostLiked()).rank(request, into: &answer)
            check.clean(&answer, for: request)
        }
        let tally = check.tally
        #expect((tally.duplicates > 0) == (kind == .duplicate))
        #expect((tally.unknownPlaces > 0) == (kind == .unknownPlace))
        #expect((tally.withheld > 0) == [.duplicate, .unknownPlace, .missing].contains(kind))
        #expect((tally.notNumbers > 0) == (kind == .notANumber))
        #expect((tally.wrongScoreCounts > 0) == (kind == .wrongScoreCount))
        // A score in the middle of nothing compares with nothing: the last one that is no number contradicts no order.
        #expect((tally.contradictions > 0) == (kind == .contradiction))
    }

    @Test(.tags(.hostile)) func noCandidatesAndMissingColumns() throws {
        for name in RankerCatalogue.names {
            var answer = RankingAnswer()
            let ranker = try RankerCatalogue.make(name)
            ranker.rank(RankingRequest(), into: &answer)
            #expect(answer.places.isEmpty, "\(name)")
            var request = Requests.drawn(seed: 2)
            request.candidates.mutual = []
            request.candidates.predictions = []
            request.candidates.stated = []
            request.communityInteractions = []
            answer.clear()
            ranker.rank(request, into: &answer)
            #expect(answer.places.count == 10, "\(name)")
        }
    }

    @Test("impossible counters end in an answer, not in a crash", .tags(.hostile), arguments: RankerCatalogue.names)
    func impossibleCounters(name: String) throws {
        let ranker = try RankerCatalogue.make(name)
        for count in [Int32.min, -50, -1, .max] {
            var request = Requests.drawn(seed: 2)
            let column = Array(repeating: count, count: 60)
            request.candidates.likes = column
            request.candidates.hides = column.reversed()
            (request.candidates.views, request.candidates.replies, request.candidates.reposts) = (
                column, column, column
            )
            request.candidates.authorFollowers = column
            request.candidates.item[0] = count
            request.candidates.author[1] = count
            request.candidates.community[2] = count
            request.candidates.created[3] = .infinity
            request.candidates.predictions[4] = Predictions(values: SIMD8(repeating: .nan), dwell: -.infinity)
            request.viewer.id = count
            request.length = 60
            var (answer, check) = (RankingAnswer(), AnswerCheck())
            ranker.rank(request, into: &answer)
            check.clean(&answer, for: request)
            #expect(answer.places.count == 60)
        }
    }
}
