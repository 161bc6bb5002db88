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
        guard let error = MeanError(differences) else { return nil }
        let reach = error.distribution.quantile(1 - level) * error.standardError
        let distance = margin - error.mean.magnitude
        // Without spread the mean is known: it lies inside or it does not.
        let p =
            error.standardError > 0
            ? error.distribution.survival(distance / error.standardError) : distance > 0 ? 0 : 1
        return Result(
            mean: error.mean,
            standardError: error.standardError,
            pValue: p,
            lower: error.mean - reach,
            upper: error.mean + reach
        )
    }
}
