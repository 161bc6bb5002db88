// SPDX-License-Identifier: Apache-2.0

/// A two-sided interval with the one-sided limits of the same confidence.
public struct ConfidenceInterval: Sendable, Equatable {
    /// Ends of the two-sided interval.
    public var lower: Double
    public var upper: Double
    /// One-sided limits: each is exceeded with probability 1 − confidence.
    public var lowerLimit: Double
    public var upperLimit: Double

    /// States an interval.
    public init(lower: Double, upper: Double, lowerLimit: Double, upperLimit: Double) {
        self.lower = lower
        self.upper = upper
        self.lowerLimit = lowerLimit
        self.upperLimit = upperLimit
    }
}

extension BootstrapDraws {
    /// Which bootstrap interval.
    public enum IntervalKind: Sendable {
        /// Quantiles of the draws.
        case percentile
        /// The quantiles reflected at the point: [2θ̂ − Q(1 − α/2), 2θ̂ − Q(α/2)].
        case basic
    }

    /// The interval of one figure.
    ///
    /// - Parameters:
    ///   - figure: Its index.
    ///   - kind: Which interval.
    ///   - confidence: Two-sided for the interval, one-sided for the limits.
    /// - Returns: The interval, or `nil` where the point is undefined or more than 5 % of the draws are.
    public func interval(of figure: Int, kind: IntervalKind, confidence: Double) -> ConfidenceInterval? {
        let theta = point[figure]
        let sorted = draws[figure].filter { !$0.isNaN }.sorted()
        guard theta.isFinite, Double(sorted.count) >= 0.95 * Double(draws[figure].count) else { return nil }
        let alpha = 1 - confidence
        let ends = [alpha / 2, 1 - alpha / 2, alpha, 1 - alpha].map { quantile($0, ofSorted: sorted) }
        switch kind {
        case .percentile:
            return ConfidenceInterval(lower: ends[0], upper: ends[1], lowerLimit: ends[2], upperLimit: ends[3])
        case .basic:
            return ConfidenceInterval(
                lower: 2 * theta - ends[1], upper: 2 * theta - ends[0],
                lowerLimit: 2 * theta - ends[3], upperLimit: 2 * theta - ends[2])
        }
    }
}
