// SPDX-License-Identifier: Apache-2.0

/// A two-sided interval with the one-sided limits of the same confidence.
///
/// At confidence 95 % the interval leaves 2.5 % on each side, while each limit leaves 5 % on its one side: a limit lies
/// inside the interval and answers the one-sided question of a clause, "at most" or "at least".
public struct ConfidenceInterval: Sendable, Equatable {
    /// The lower end of the two-sided interval.
    public var lower: Double
    /// The upper end of the two-sided interval.
    public var upper: Double
    /// The one-sided lower limit: the true value lies below it with probability at most 1 − confidence.
    public var lowerLimit: Double
    /// The one-sided upper limit: the true value lies above it with probability at most 1 − confidence.
    public var upperLimit: Double

    /// States an interval.
    ///
    /// - Parameters:
    ///   - lower: The lower end of the two-sided interval.
    ///   - upper: The upper end of the two-sided interval.
    ///   - lowerLimit: The one-sided lower limit.
    ///   - upperLimit: The one-sided upper limit.
    public init(lower: Double, upper: Double, lowerLimit: Double, upperLimit: Double) {
        self.lower = lower
        self.upper = upper
        self.lowerLimit = lowerLimit
        self.upperLimit = upperLimit
    }
}
