// SPDX-License-Identifier: Apache-2.0
public import Statistics

/// What the copies of one learner showed, which differ only in where they were trained.
public struct AblationComparison: Sendable, Equatable {
    /// Two training worlds.
    public enum Contrast: String, Sendable, CaseIterable {
        /// What was learned because showing something moves people.
        case exploitation = "M − Y"
        /// That, and adaptation to people who moved.
        case both = "M − F"
        /// Adaptation to people who moved.
        case adaptation = "Y − F"
    }

    /// One training seed.
    public struct Replicate: Sendable, Equatable {
        /// What the copy trained in M showed.
        public let movable: AblationShowing
        /// What the copy trained in F showed.
        public let fixed: AblationShowing
        /// What the copy trained in Y showed.
        public let yoked: AblationShowing
    }

    /// What was measured.
    public let metrics: [AblationMetric]
    /// One a training seed.
    public let replicates: [Replicate]
    /// 1 − α.
    public let confidence: Double

    /// The difference that two training worlds make to a metric.
    ///
    /// - Parameters:
    ///   - contrast: Which two worlds.
    ///   - metric: Index in ``metrics``.
    /// - Returns: One difference a training seed.
    public func differences(_ contrast: Contrast, metric: Int) -> [Double] {
        replicates.map {
            let (first, second) = Self.sides(of: $0, contrast)
            return first.values[metric] - second.values[metric]
        }
    }

    /// The interval of that difference.
    ///
    /// - Parameters:
    ///   - contrast: Which two worlds.
    ///   - metric: Index in ``metrics``.
    /// - Returns: Student's interval over training seeds; `nil` where a value is not finite.
    public func interval(_ contrast: Contrast, metric: Int) -> ConfidenceInterval? {
        StudentInterval.interval(of: differences(contrast, metric: metric), confidence: confidence)
    }

    /// How differently the copies of two worlds order what they show: the mean Kendall distance of their lists.
    ///
    /// It has no sign and is above 0 for two copies that differ by chance; it enters no verdict.
    ///
    /// - Parameter contrast: Which two worlds.
    /// - Returns: Student's interval over training seeds; `nil` without lists.
    public func distance(_ contrast: Contrast) -> ConfidenceInterval? {
        let means = replicates.map {
            let (first, second) = Self.sides(of: $0, contrast)
            let distances = zip(first.lists, second.lists).map { KendallDistance.between($0, $1) }
            return distances.reduce(0, +) / Double(distances.count)
        }
        return StudentInterval.interval(of: means, confidence: confidence)
    }

    /// What the numbers say, if the test works: see ``AblationResult/verdict``.
    ///
    /// Each metric spends an equal part of α, so that adding metrics makes no finding more likely.
    public var outcome: AblationVerdict {
        let each = 1 - (1 - confidence) / Double(max(metrics.count, 1))
        var verdict = AblationVerdict.notLearned
        for (index, metric) in metrics.enumerated() {
            let differences = differences(.exploitation, metric: index)
            guard let interval = StudentInterval.interval(of: differences, confidence: each) else {
                return .undetermined
            }
            if interval.lowerLimit > metric.margin { return .learned }
            if interval.upperLimit > metric.margin { verdict = .undetermined }
        }
        return verdict
    }

    private static func sides(of row: Replicate, _ contrast: Contrast) -> (AblationShowing, AblationShowing) {
        switch contrast {
        case .exploitation: (row.movable, row.yoked)
        case .both: (row.movable, row.fixed)
        case .adaptation: (row.yoked, row.fixed)
        }
    }
}
