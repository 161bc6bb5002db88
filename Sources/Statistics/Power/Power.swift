// SPDX-License-Identifier: Apache-2.0

/// How large a sample must be, or how small an effect it can show.
///
/// Counts are clusters, never rows within them.
public enum Power {
    /// The smallest true effect that a two-sided test at `level` finds with the given power: (z₁₋α⸝₂ + z_power) · SE.
    ///
    /// At 5 % and 80 % it is 2.80 standard errors.
    ///
    /// - Parameters:
    ///   - standardError: Of the estimate, at least 0.
    ///   - power: The probability to find the effect, inside (0, 1).
    ///   - level: Of the two-sided test, inside (0, 1).
    /// - Returns: The effect, in the unit of the standard error.
    public static func minimalDetectableEffect(
        standardError: Double,
        power: Double = 0.8,
        level: Double = 0.05
    ) -> Double {
        precondition(standardError >= 0)
        return quantileSum(power, level) * standardError
    }

    /// Clusters in each of two independent arms that show a difference of means: 2 · ((z₁₋α⸝₂ + z_power) · SD/δ)², rounded up.
    ///
    /// - Parameters:
    ///   - difference: δ, not 0.
    ///   - standardDeviation: Of the cluster values within an arm.
    ///   - power: The probability to find the difference.
    ///   - level: Of the two-sided test.
    /// - Returns: Clusters an arm, at least 2.
    public static func clustersPerArm(
        difference: Double,
        standardDeviation: Double,
        power: Double = 0.8,
        level: Double = 0.05
    ) -> Int {
        precondition(difference != 0 && standardDeviation >= 0)
        let ratio = quantileSum(power, level) * standardDeviation / difference
        return max(2, Int((2 * ratio * ratio).rounded(.up)))
    }

    /// Units in each of two independent arms that show a difference of two proportions, rounded up (Fleiss 1981).
    ///
    /// (z₁₋α⸝₂ √(2 p̄ (1 − p̄)) + z_power √(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₁ − p₂)², p̄ the mean of both.
    ///
    /// - Parameters:
    ///   - first: p₁, from 0 to 1.
    ///   - second: p₂, from 0 to 1, not p₁.
    ///   - power: The probability to find the difference.
    ///   - level: Of the two-sided test.
    /// - Returns: Units an arm, at least 1.
    public static func unitsPerArm(
        proportions first: Double,
        _ second: Double,
        power: Double = 0.8,
        level: Double = 0.05
    ) -> Int {
        precondition(first != second && min(first, second) >= 0 && max(first, second) <= 1)
        let mean = (first + second) / 2
        let null = (2 * mean * (1 - mean)).squareRoot()
        let alternative = (first * (1 - first) + second * (1 - second)).squareRoot()
        let root =
            (NormalDistribution.quantile(1 - level / 2) * null + NormalDistribution.quantile(power) * alternative)
            / (first - second)
        return max(1, Int((root * root).rounded(.up)))
    }

    private static func quantileSum(_ power: Double, _ level: Double) -> Double {
        precondition(power > 0 && power < 1 && level > 0 && level < 1)
        return NormalDistribution.quantile(1 - level / 2) + NormalDistribution.quantile(power)
    }
}
