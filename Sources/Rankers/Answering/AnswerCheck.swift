// SPDX-License-Identifier: Apache-2.0

/// Looks through every answer of a ranker before anything else uses it.
///
/// What makes no sense is dropped and counted, so that a defect of the examined program shows in the record and nowhere else.
/// Its memory is kept from answer to answer.
public struct AnswerCheck: Sendable {
    /// What was found so far.
    public private(set) var tally = AnswerTally()
    /// The number of the answer in which a place was seen last.
    private var seen: [Int] = []

    /// A check that has seen nothing.
    public init() {}

    /// Drops from an answer what makes no sense, cuts it to the length that was asked for, and counts.
    ///
    /// - Parameters:
    ///   - answer: What the ranker said; on return its places are all different, exist, and are at most `request.length`.
    ///     Scores that do not belong to the candidates one by one are taken out.
    ///   - request: What it was asked.
    public mutating func clean(_ answer: inout RankingAnswer, for request: RankingRequest) {
        let count = request.candidates.count
        tally.answers += 1
        while seen.count < count { seen.append(0) }
        var kept = 0
        for index in answer.places.indices {
            let place = answer.places[index]
            if place < 0 || Int(place) >= count {
                tally.unknownPlaces += 1
            } else if seen[Int(place)] == tally.answers {
                tally.duplicates += 1
            } else {
                seen[Int(place)] = tally.answers
                answer.places[kept] = place
                kept += 1
            }
        }
        // A longer answer than was asked for is no defect: the page is cut.
        let asked = max(0, min(request.length, count))
        answer.places.removeSubrange(min(kept, asked)...)
        tally.places += answer.places.count
        tally.withheld += asked - answer.places.count
        checkScores(&answer, count: count)
    }

    private mutating func checkScores(_ answer: inout RankingAnswer, count: Int) {
        guard !answer.scores.isEmpty else { return }
        for score in answer.scores where score.isNaN { tally.notNumbers += 1 }
        guard answer.scores.count == count else {
            tally.wrongScoreCounts += 1
            answer.scores.removeAll(keepingCapacity: true)
            return
        }
        guard answer.places.count > 1 else { return }
        for index in 1..<answer.places.count {
            let (earlier, later) = (
                answer.scores[Int(answer.places[index - 1])], answer.scores[Int(answer.places[index])]
            )
            if earlier < later || (earlier.isNaN && !later.isNaN) { tally.contradictions += 1 }
        }
    }
}
