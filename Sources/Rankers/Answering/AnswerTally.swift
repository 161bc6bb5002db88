// SPDX-License-Identifier: Apache-2.0

/// What did not make sense in the answers of a run: part of the evidence, since silent removal is the strongest form of ranking.
public struct AnswerTally: Sendable, Equatable {
    /// How many answers were looked at.
    public var answers = 0
    /// How many places were accepted.
    public var places = 0
    /// Places that came a second time in one answer.
    public var duplicates = 0
    /// Places that the request does not have.
    public var unknownPlaces = 0
    /// Places that stayed empty although there were candidates for them.
    public var withheld = 0
    /// Scores that are no number.
    public var notNumbers = 0
    /// Answers with scores, but not one for every candidate.
    public var wrongScoreCounts = 0
    /// Neighbours in an answer of which the later has the higher score.
    public var contradictions = 0

    /// Nothing seen yet.
    public init() {}

    /// Whether every answer was complete and consistent.
    public var isClean: Bool {
        duplicates + unknownPlaces + withheld + notNumbers + wrongScoreCounts + contradictions == 0
    }

    /// Adds what another part of the run saw.
    public mutating func merge(_ other: AnswerTally) {
        answers += other.answers
        places += other.places
        duplicates += other.duplicates
        unknownPlaces += other.unknownPlaces
        withheld += other.withheld
        notNumbers += other.notNumbers
        wrongScoreCounts += other.wrongScoreCounts
        contradictions += other.contradictions
    }

    /// Two parts of a run together.
    public static func + (one: AnswerTally, other: AnswerTally) -> AnswerTally {
        var sum = one
        sum.merge(other)
        return sum
    }
}
