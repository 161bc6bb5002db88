// SPDX-License-Identifier: Apache-2.0

/// The mean of independent values, and how far it may lie from the truth: what Student's t is computed from.
struct MeanError {
    let mean: Double
    /// The standard error of the mean; 0 where all values are equal.
    let standardError: Double
    let distribution: StudentDistribution

    /// `nil` with fewer than two values or where one is not finite.
    init?(_ values: [Double]) {
        guard values.count >= 2, values.allSatisfy(\.isFinite) else { return nil }
        let count = Double(values.count)
        // The rounding of a mean of equal numbers is not spread.
        let areEqual = values.allSatisfy { $0 == values[0] }
        let mean = areEqual ? values[0] : values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.mean = mean
        standardError = (squares / (count - 1) / count).squareRoot()
        distribution = StudentDistribution(degreesOfFreedom: count - 1)
    }

    /// The probability of such a mean or a larger one where the truth is a bound.
    ///
    /// Without spread the mean is known: it lies beyond the bound or it does not.
    func tail(beyond bound: Double) -> Double {
        let distance = mean - bound
        return standardError > 0 ? distribution.survival(distance / standardError) : distance > 0 ? 0 : 1
    }
}
