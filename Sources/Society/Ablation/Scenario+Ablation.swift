// SPDX-License-Identifier: Apache-2.0

extension Scenario {
    /// Runs the influence-ablation test on the subject, with its controls.
    ///
    /// - Parameters:
    ///   - habits: How people act, fitted to the settings.
    ///   - confidence: Two-sided for the intervals, one-sided for the verdict; inside (0, 1).
    ///   - threads: Worlds in work at the same time; never changes the result.
    ///   - tell: Called after each world with how many are done, and of how many.
    /// - Returns: The result; `nil` where ``ablationWorlds`` is 0.
    public func ablation(
        acting habits: Habits,
        confidence: Double = 0.95,
        threads: Int,
        tell: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async -> AblationResult? {
        guard ablationWorlds > 0 else { return nil }
        let worlds = max(ablationWorlds, InfluenceAblation.leastReplicates)
        let subject = RankerAblation(subject, in: settings, seed: seed, acting: habits)
        let test = InfluenceAblation(replicates: worlds, confidence: confidence)
        return await test.result(of: subject, seed: seed, threads: threads) { tell($0, worlds) }
    }
}
