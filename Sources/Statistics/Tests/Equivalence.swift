// SPDX-License-Identifier: Apache-2.0

/// Two one-sided t tests of equivalence on cluster differences (Schuirmann 1987).
public enum Equivalence {
    /// What the tests gave.
    public struct Result: Sendable, Equatable {
        /// The mean of the differences.
        public let mean: Double
        /// The standard error of the mean.
        public let standardError: Double
        /// The larger of the two one-sided p-values: of the hypothesis that the mean lies outside the margin.
        public let pValue: Double
        /// The lower end of the interval of confidence 1 − 2α that belongs to tests at level α (90 % for 5 %).
        public let lower: Double
        /// The upper end of that interval.
        public let upper: Double
    }

    /// Tests whether the mean difference lies between −margin and margin.
    ///
    /// Equivalence at level α holds if p ≤ α, which is the same as the interval lying inside the margin.
    ///
    /// - Parameters:
    ///   - differences: One a cluster.
    ///   - margin: The largest difference that does not matter, above 0.
    ///   - level: α of each one-sided test, inside (0, ½).
    /// - Returns: The result, or `nil` with fewer than two differences or where one is not finite.
    public static func twoOneSided(differences: [Double], margin: Double, level: Double = 0.05) -> Result? {
        precondition(margin > 0 && level > 0 && level < 0.5)
        guard differences.count >= 2, differences.allSatisfy(\.isFinite) else { return nil }
        let count = Double(differences.count)
        // The rounding of a mean of equal numbers is not spread.
        let areEqual = differences.allSatisfy { $0 == differences[0] }
        let mean = areEqual ? differences[0] : differences.reduce(0, +) / count
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let standardError = (squares / (count - 1) / count).squareRoot()
        let distribution = StudentDistribution(degreesOfFreedom: count - 1)
        let reach = distribution.quantile(1 - level) * standardError
        let distance = margin - mean.magnitude
        // Without spread the mean is known: it lies inside or it does not.
        let p = standardError > 0 ? distribution.survival(distance / standardError) : distance > 0 ? 0 : 1
        return Result(
            mean: mean,
            standardError: standardError,
            pValue: p,
            lower: mean - reach,
            upper: mean + reach
        )
    }
}
