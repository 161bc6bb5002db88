// SPDX-License-Identifier: Apache-2.0

extension GroupVariance {
    /// Replicates of the parametric bootstrap: in each, every group draws its successes anew from Binomial(n, μ̂).
    ///
    /// - Parameters:
    ///   - successes: One count a group.
    ///   - trials: One count a group; groups without trials are left out.
    ///   - replicates: The number of replicates.
    ///   - random: The random numbers, used with the purpose `parametric` and keyed by replicate and group.
    /// - Returns: One value a replicate, in their order; empty with fewer than two groups that have trials.
    public static func replicates(
        successes: [Int],
        trials: [Int],
        replicates: Int,
        random: KeyedRandom
    ) -> [GroupVariance] {
        precondition(successes.count == trials.count)
        let groups = zip(successes, trials).map { success, trial in
            BinomialDistribution(trials: trial, probability: trial > 0 ? Double(success) / Double(trial) : 0)
        }
        var drawn = successes
        return (0..<replicates).compactMap { replicate in
            for (index, group) in groups.enumerated() {
                drawn[index] = group.count(at: random.uniform(.parametric, UInt32(replicate), UInt32(index)))
            }
            return GroupVariance(successes: drawn, trials: trials)
        }
    }

    /// The percentile interval of the variance between groups: quantiles of the double-corrected replicates, floored at 0.
    ///
    /// It takes the trials within a group as independent. Where they are not, resample their clusters instead.
    ///
    /// - Parameters:
    ///   - successes: One count a group.
    ///   - trials: One count a group; groups without trials are left out.
    ///   - replicates: The number of replicates, at least 1.
    ///   - confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    ///   - random: The random numbers.
    /// - Returns: The interval, or `nil` with fewer than two groups that have trials.
    public static func interval(
        successes: [Int],
        trials: [Int],
        replicates: Int,
        confidence: Double,
        random: KeyedRandom
    ) -> ConfidenceInterval? {
        guard let point = GroupVariance(successes: successes, trials: trials) else { return nil }
        let draws = Self.replicates(successes: successes, trials: trials, replicates: replicates, random: random)
            .map { max(0, $0.doubleCorrected) }
        return BootstrapDraws(point: [max(0, point.corrected)], draws: [draws])
            .interval(of: 0, kind: .percentile, confidence: confidence)
    }
}
