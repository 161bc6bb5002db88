// SPDX-License-Identifier: Apache-2.0
import Rankers
import Testing

@Suite struct RankingAnswerTests {
    private struct ByLikes: ScoringRanker {
        let card = RankerCard(name: "by-likes", summary: "", formula: "", source: "")
        func score(_ place: Int, in request: RankingRequest) -> Double { Double(request.candidates.likes[place]) }
    }

    @Test func theHighestComesFirstAndEqualOnesNewestFirst() {
        var request = RankingRequest()
        request.candidates.count = 5
        request.candidates.likes = [3, 9, 3, 1, 9]
        request.candidates.created = [1, 2, 3, 4, 5]
        for (length, expected) in [(1, [4]), (3, [4, 1, 2]), (9, [4, 1, 2, 0, 3])] {
            request.length = length
            var answer = RankingAnswer()
            ByLikes().rank(request, into: &answer)
            #expect(answer.places == expected.map { Int32($0) })
        }
    }

    @Test func aScoreThatIsNoNumberComesLast() {
        var request = RankingRequest()
        request.candidates.created = [1, 2, 3]
        request.length = 3
        var answer = RankingAnswer()
        answer.scores = [.nan, 1, .nan]
        answer.orderByScore(request)
        #expect(answer.places == [1, 2, 0])
    }

    @Test("many places and few are ordered alike", arguments: [1, 2, 32, 33, 59, 60]) func lengths(length: Int) {
        for seed in 1...20 {
            var request = Requests.drawn(seed: seed)
            request.length = length
            var answer = RankingAnswer()
            answer.scores = request.candidates.hides.map { $0 % 5 == 0 ? .nan : Double($0 % 7) }
            answer.orderByScore(request)
            let expected = (0..<60).sorted { one, other in
                let (a, b) = (answer.scores[one], answer.scores[other])
                if a.isNaN != b.isNaN { return b.isNaN }
                return a == b || a.isNaN ? one > other : a > b
            }
            #expect(answer.places == expected.prefix(length).map { Int32($0) })
        }
    }

    @Test(arguments: [4, 40]) func scoresWithoutCandidatesDoNoHarm(length: Int) {
        var request = RankingRequest()
        request.candidates.created = [1, 2, 3]
        request.length = length
        var answer = RankingAnswer()
        answer.scores = Array(repeating: 1, count: 50)
        answer.orderByScore(request)
        #expect(answer.places == [2, 1, 0])
    }
}
