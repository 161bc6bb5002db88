// SPDX-License-Identifier: Apache-2.0
import Rankers

/// Ten lines make a ranker: what many like is worth more, and less with every day.
struct FreshAndLiked: ScoringRanker {
    let card = RankerCard(
        name: "fresh-and-liked",
        summary: "What is liked, divided by its days.",
        formula: "(1 + likes) / (1 + days)",
        source: "the guide"
    )

    func score(_ place: Int, in request: RankingRequest) -> Double {
        let days = (request.now - request.candidates.created[place]) / 86_400
        return Double(1 + request.candidates.likes[place]) / (1 + days)
    }
}

// One session: three posts of which two places can be looked at.
var request = RankingRequest()
request.now = 172_800
request.length = 2
request.candidates.count = 3
request.candidates.created = [0, 86_400, 172_800]
request.candidates.likes = [5, 9, 1]

var answer = RankingAnswer()
FreshAndLiked().rank(request, into: &answer)

// Whoever asks looks through the answer before anything else uses it.
var check = AnswerCheck()
check.clean(&answer, for: request)
print("shown: \(answer.places), complete and consistent: \(check.tally.isClean)")
