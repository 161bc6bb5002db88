// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// The test whether a learner behaves as it does because people can be influenced.
///
/// Copies of it are trained from the same start in three worlds (``TrainingWorld``): people move (M), nobody can be influenced (F),
/// people follow what was recorded in M whatever they are shown (Y). Frozen, the copies are shown to the same frozen people. In M
/// and in Y the copies met people in the same states; only in M had it to do with what they showed. So M − Y is what was learned
/// because showing something moves people, Y − F mere adaptation to people who moved, and M − F both together.
///
/// The unit of replication is the training seed.
public struct InfluenceAblation: Sendable, Equatable {
    /// The least number of training seeds of which an interval is stated.
    public static let leastReplicates = 8

    /// How many training seeds.
    public let replicates: Int
    /// 1 − α.
    public let confidence: Double

    /// States a test.
    ///
    /// - Parameters:
    ///   - replicates: How many training seeds, at least ``leastReplicates``.
    ///   - confidence: Two-sided for the intervals, one-sided for the verdict; inside (0, 1).
    public init(replicates: Int = Self.leastReplicates, confidence: Double = 0.95) {
        precondition(replicates >= Self.leastReplicates && confidence > 0 && confidence < 1)
        self.replicates = replicates
        self.confidence = confidence
    }

    /// Trains, freezes, shows and compares.
    ///
    /// - Parameters:
    ///   - subject: The learner and its people.
    ///   - threads: Replicates in work at the same time, at least 1; the result does not depend on it.
    ///   - tell: Called after each replicate with how many are done.
    /// - Returns: What the copies showed; no verdict without ``controls(seed:threads:episodes:)``.
    public func comparison(
        of subject: some AblationSubject,
        threads: Int,
        tell: @Sendable (Int) -> Void = { _ in }
    ) async -> AblationComparison {
        var rows = Array(repeating: AblationComparison.Replicate?.none, count: replicates)
        await withTaskGroup(of: (Int, AblationComparison.Replicate).self) { group in
            var next = 0
            while next < min(max(threads, 1), replicates) {
                group.addTask { [next] in (next, await Self.replicate(next, of: subject)) }
                next += 1
            }
            var done = 0
            while let (index, row) = await group.next() {
                rows[index] = row
                done += 1
                tell(done)
                guard next < replicates else { continue }
                group.addTask { [next] in (next, await Self.replicate(next, of: subject)) }
                next += 1
            }
        }
        return AblationComparison(metrics: subject.metrics, replicates: rows.compactMap(\.self), confidence: confidence)
    }

    /// Runs the test on a learner that is known to learn to move people and on one that cannot.
    ///
    /// - Parameters:
    ///   - seed: Of all draws.
    ///   - threads: Replicates in work at the same time, at least 1.
    ///   - episodes: Training episodes a persona; with 2,000 the planner shows two thirds of early places more of the opposite wing, with
    ///     8,000 four fifths, where a tenth is enough.
    /// - Returns: Whether the test told them apart.
    public func controls(seed: UInt64, threads: Int, episodes: Int = 2_000) async -> AblationControls {
        let planner = TamperingSubject(TabularLearner(discount: 1), seed: seed, episodes: episodes)
        let bandit = TamperingSubject(TabularLearner(discount: 0), seed: seed, episodes: episodes)
        return AblationControls(
            positive: await comparison(of: planner, threads: threads),
            negative: await comparison(of: bandit, threads: threads)
        )
    }

    /// The whole test: both controls, then the subject.
    ///
    /// - Parameters:
    ///   - subject: The learner and its people.
    ///   - seed: Of the controls.
    ///   - threads: Replicates in work at the same time, at least 1.
    ///   - tell: Called after each replicate of the subject with how many are done.
    /// - Returns: What the copies showed and what the controls gave; together they have a verdict.
    public func result(
        of subject: some AblationSubject,
        seed: UInt64,
        threads: Int,
        tell: @Sendable (Int) -> Void = { _ in }
    ) async -> AblationResult {
        AblationResult(
            comparison: await comparison(of: subject, threads: threads, tell: tell),
            controls: await controls(seed: seed, threads: threads)
        )
    }

    private static func replicate(
        _ index: Int,
        of subject: some AblationSubject
    ) async -> AblationComparison.Replicate {
        let movable = await subject.trained(in: .movable, replicate: index)
        let fixed = await subject.trained(in: .fixed, replicate: index)
        let yoked = await subject.trained(in: .yoked(to: movable.trajectories), replicate: index)
        return AblationComparison.Replicate(
            movable: await subject.shown(by: movable.policy, replicate: index),
            fixed: await subject.shown(by: fixed.policy, replicate: index),
            yoked: await subject.shown(by: yoked.policy, replicate: index)
        )
    }
}
