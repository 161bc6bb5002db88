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
}
