// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// A case that an article decides: it belongs to the text, and is run as a test.
public struct Example: Sendable, Equatable {
    /// What is known in the case.
    public enum Evidence: Sendable, Equatable {
        /// One-sided limits as a measure gave them.
        case limits(lower: Double, upper: Double)
        /// Cases counted in a sample of independent ones.
        case counted(events: Int, of: Int)
        /// Everything was looked at.
        case census(Double)
        /// Evidence by betting, after so many pairs of so many that were planned.
        case eValue(Double, pairs: Int, planned: Int)
        /// A recording beside the rule-book, to be measured.
        case recording(String)
        /// Nothing.
        case none
    }

    /// A line for people.
    public var title: String
    /// What is known.
    public var evidence: Evidence
    /// About the space and the examination.
    public var circumstances: Circumstances
    /// What the article says to it.
    public var verdict: Verdict
    /// Where it stands in its file.
    public var line: Int

    /// The verdict of a clause on the evidence.
    ///
    /// - Parameters:
    ///   - clause: As it binds in the circumstances.
    ///   - confidence: Of one-sided limits.
    /// - Returns: `nil` for a recording, which has to be measured first.
    public func verdict(of clause: Clause, confidence: Double) -> Verdict? {
        switch evidence {
        case .limits(let lower, let upper): clause.criterion.verdict(lower: lower, upper: upper)
        case .census(let value): clause.criterion.verdict(lower: value, upper: value)
        case .counted(let events, let total):
            ClopperPearsonInterval.interval(successes: events, trials: total, confidence: confidence)
                .map { clause.criterion.verdict(lower: $0.lowerLimit, upper: $0.upperLimit) } ?? .notDetermined
        case .eValue(let value, let pairs, let planned):
            clause.criterion.verdict(eValue: value, isPlanComplete: pairs >= planned)
        case .none: .notDetermined
        case .recording: nil
        }
    }
}
