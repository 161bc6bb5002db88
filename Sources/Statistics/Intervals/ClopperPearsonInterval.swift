// SPDX-License-Identifier: Apache-2.0

/// The exact interval for a proportion (Clopper and Pearson 1934): its coverage is never below the confidence.
public enum ClopperPearsonInterval {
    /// The interval of a proportion from independent trials; its ends lie in [0, 1].
    ///
    /// The lower end is the quantile of Beta(k, n − k + 1), 0 for k = 0; the upper one that of Beta(k + 1, n − k), 1 for k = n.
    ///
    /// - Parameters:
    ///   - successes: k, from 0 to `trials`.
    ///   - trials: n.
    ///   - confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    /// - Returns: The interval, or `nil` without trials.
    public static func interval(successes: Int, trials: Int, confidence: Double) -> ConfidenceInterval? {
        guard trials > 0 else { return nil }
        precondition(successes >= 0 && successes <= trials && confidence > 0 && confidence < 1)
        let alpha = 1 - confidence
        return ConfidenceInterval(
            lower: lower(successes, trials, alpha / 2),
            upper: upper(successes, trials, alpha / 2),
            lowerLimit: lower(successes, trials, alpha),
            upperLimit: upper(successes, trials, alpha)
        )
    }

    private static func lower(_ successes: Int, _ trials: Int, _ alpha: Double) -> Double {
        guard successes > 0 else { return 0 }
        return BetaDistribution(a: Double(successes), b: Double(trials - successes + 1)).quantile(alpha)
    }

    private static func upper(_ successes: Int, _ trials: Int, _ alpha: Double) -> Double {
        guard successes < trials else { return 1 }
        return BetaDistribution(a: Double(successes + 1), b: Double(trials - successes)).quantile(1 - alpha)
    }
}
