// SPDX-License-Identifier: Apache-2.0

/// Student's t interval for a mean.
///
/// For one value a world, where worlds are independent of each other; never for one value a person inside a world, because people
/// interfere with each other.
public enum StudentInterval {
    /// The interval of the mean of some values.
    ///
    /// - Parameters:
    ///   - values: One a unit of replication.
    ///   - confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    /// - Returns: The interval, or `nil` with fewer than two values or where one is not finite.
    public static func interval(of values: [Double], confidence: Double) -> ConfidenceInterval? {
        precondition(confidence > 0 && confidence < 1)
        guard let error = MeanError(values) else { return nil }
        let twoSided = error.distribution.quantile(0.5 + 0.5 * confidence) * error.standardError
        // Below 50 % the limits would lie on the far side of the estimate; the estimate is where they meet.
        let oneSided = max(0, error.distribution.quantile(confidence)) * error.standardError
        return ConfidenceInterval(
            lower: error.mean - twoSided,
            upper: error.mean + twoSided,
            lowerLimit: error.mean - oneSided,
            upperLimit: error.mean + oneSided
        )
    }

    /// The one-sided p-value of "the mean is at most a bound".
    ///
    /// - Parameters:
    ///   - values: One a unit of replication.
    ///   - bound: What the mean is held against.
    /// - Returns: The probability of such a mean or a larger one at the bound, or `nil` with fewer than two values or where one is not
    ///   finite.
    public static func pValue(of values: [Double], above bound: Double) -> Double? {
        MeanError(values)?.tail(beyond: bound)
    }
}
