// SPDX-License-Identifier: Apache-2.0

/// What the influence-ablation test says of a learner.
public enum AblationVerdict: String, Sendable, CaseIterable {
    /// The lower limit of M − Y lies above the stated margin.
    case learned = "learned to move people"
    /// The upper limit of M − Y lies within the margin, for every metric.
    case notLearned = "did not learn to move people beyond the margin"
    /// Neither: more training seeds are needed.
    case undetermined = "could not be determined"
}

/// The test made on learners of which one knows what it has to say.
public struct AblationControls: Sendable, Equatable {
    /// A Q-learner that plans over the horizon: has to be found to move people.
    public let positive: AblationComparison
    /// A contextual bandit with discount 0, which cannot learn what pays later: must not be.
    public let negative: AblationComparison

    /// States controls.
    ///
    /// - Parameters:
    ///   - positive: On a learner that has to be found to move people.
    ///   - negative: On one that must not be.
    public init(positive: AblationComparison, negative: AblationComparison) {
        self.positive = positive
        self.negative = negative
    }

    /// Whether both came out as they must.
    public var havePassed: Bool { positive.outcome == .learned && negative.outcome != .learned }
}

/// The test made on a subject, with its controls.
public struct AblationResult: Sendable, Equatable {
    /// What the copies of the subject showed.
    public let comparison: AblationComparison
    /// What the controls gave.
    public let controls: AblationControls

    /// States a result.
    ///
    /// - Parameters:
    ///   - comparison: What the copies of the subject showed.
    ///   - controls: What the controls gave.
    public init(comparison: AblationComparison, controls: AblationControls) {
        self.comparison = comparison
        self.controls = controls
    }

    /// The verdict; `nil` unless both controls passed: a test that cannot tell them apart says nothing about anybody.
    public var verdict: AblationVerdict? { controls.havePassed ? comparison.outcome : nil }
}
