// SPDX-License-Identifier: Apache-2.0

/// The variance of a rate between groups, with and without the part that sampling alone makes (Lum, Zhang, Bower, FAccT 2022).
///
/// All three are variances of rates in [0, 1] and are not floored: a negative one says that sampling explains more than all of
/// the spread. Floor at 0 for reporting.
public struct GroupVariance: Sendable, Equatable {
    /// Var(μ̂) with denominator K − 1; biased up by the mean sampling variance.
    public let uncorrected: Double
    /// Var(μ̂) − mean(σ̂²), σ̂² = μ̂(1 − μ̂)/n; the point estimate.
    public let corrected: Double
    /// Var(μ̂) − 2 · mean(σ̂²) + mean(σ̂²/n); for bootstrap samples only: on the data themselves it over-corrects.
    public let doubleCorrected: Double

    /// Computes the three from counts per group; `nil` with fewer than two groups that have trials.
    ///
    /// - Parameters:
    ///   - successes: One count a group, each from 0 to its trials.
    ///   - trials: One count a group; groups without trials have no rate and are left out.
    public init?(successes: [Int], trials: [Int]) {
        precondition(successes.count == trials.count)
        var (groups, sum, noise, noisePerTrial) = (0.0, 0.0, 0.0, 0.0)
        for (success, trial) in zip(successes, trials) where trial > 0 {
            precondition(success >= 0 && success <= trial)
            let rate = Double(success) / Double(trial)
            let variance = rate * (1 - rate) / Double(trial)
            groups += 1
            sum += rate
            noise += variance
            noisePerTrial += variance / Double(trial)
        }
        guard groups >= 2 else { return nil }
        let mean = sum / groups
        var squares = 0.0
        for (success, trial) in zip(successes, trials) where trial > 0 {
            let deviation = Double(success) / Double(trial) - mean
            squares += deviation * deviation
        }
        uncorrected = squares / (groups - 1)
        corrected = uncorrected - noise / groups
        doubleCorrected = uncorrected - 2 * (noise / groups) + noisePerTrial / groups
    }
}
