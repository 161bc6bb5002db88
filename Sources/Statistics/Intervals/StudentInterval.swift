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
        guard values.count >= 2, values.allSatisfy(\.isFinite) else { return nil }
        let count = Double(values.count)
        // The rounding of a mean of equal numbers is not spread.
        let areEqual = values.allSatisfy { $0 == values[0] }
        let mean = areEqual ? values[0] : values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let standardError = (squares / (count - 1) / count).squareRoot()
        let distribution = StudentDistribution(degreesOfFreedom: count - 1)
        let twoSided = distribution.quantile(0.5 + 0.5 * confidence) * standardError
        // Below 50 % the limits would lie on the far side of the estimate; the estimate is where they meet.
        let oneSided = max(0, distribution.quantile(confidence)) * standardError
        return ConfidenceInterval(
            lower: mean - twoSided,
            upper: mean + twoSided,
            lowerLimit: mean - oneSided,
            upperLimit: mean + oneSided
        )
    }
}
