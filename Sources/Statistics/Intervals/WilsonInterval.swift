// SPDX-License-Identifier: Apache-2.0

/// Wilson's score interval for a proportion (Wilson 1927).
///
/// It assumes independent trials. For impressions of one viewer, which are not, it is sampling error only.
public enum WilsonInterval {
    /// The interval of a proportion; its ends lie in [0, 1].
    ///
    /// - Parameters:
    ///   - successes: From 0 to `trials`; weighted counts are allowed.
    ///   - trials: The number of trials; weighted counts are allowed.
    ///   - confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    /// - Returns: The interval, or `nil` without trials.
    public static func interval(successes: Double, trials: Double, confidence: Double) -> ConfidenceInterval? {
        guard trials > 0 else { return nil }
        precondition(successes >= 0 && successes <= trials && confidence > 0 && confidence < 1)
        let twoSided = ends(successes, trials, z: NormalDistribution.quantile(0.5 + 0.5 * confidence))
        // Below 50 % the limits would lie on the far side of the estimate; the estimate is where they meet.
        let oneSided = ends(successes, trials, z: max(0, NormalDistribution.quantile(confidence)))
        return ConfidenceInterval(
            lower: twoSided.lower,
            upper: twoSided.upper,
            lowerLimit: oneSided.lower,
            upperLimit: oneSided.upper
        )
    }

    private static func ends(_ successes: Double, _ trials: Double, z: Double) -> (lower: Double, upper: Double) {
        let failures = trials - successes
        let square = z * z
        let root = z * (successes * (failures / trials) + square / 4).squareRoot()
        let centre = successes + square / 2
        let total = trials + square
        // With no successes the two parts of the lower end are equal; computing them may leave a rounding error.
        return (
            successes == 0 ? 0 : max(0, (centre - root) / total), failures == 0 ? 1 : min(1, (centre + root) / total)
        )
    }
}
