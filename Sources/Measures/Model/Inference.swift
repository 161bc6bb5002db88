// SPDX-License-Identifier: Apache-2.0
public import Statistics

/// How a measure turns clusters into intervals: declared once for a run and printed with it.
public struct Inference: Sendable {
    /// The least number of clusters for a bootstrap interval; below it only exact methods are used.
    public static let leastClusters = 12
    /// The least number of clusters for an interval by Student's t.
    public static let leastForStudent = 8
    /// At or below this number of clusters no p-value is given and every cluster is shown.
    public static let showEveryCluster = 6
    /// At or below this number of viewers each is shown by name.
    public static let showEveryViewer = 12

    /// Which interval is the headline; beside one of the bootstrap another of the bootstrap is stored.
    public enum Method: String, Sendable, CaseIterable {
        /// Quantiles of the draws; basic: those reflected at the estimate; bca: bias-corrected and accelerated.
        case percentile, basic, bca
        /// The jackknife with Student's t, which draws nothing: for few units that are alike, such as simulated worlds.
        case student
    }

    /// Replicates of the bootstrap and of sampled tests; `student` needs none for its intervals.
    public var replicates: Int
    /// The random numbers.
    public var random: KeyedRandom
    /// Two-sided confidence of intervals and one-sided confidence of limits.
    public var confidence: Double
    /// The headline interval.
    public var method: Method
    /// Blocks of replicates in work at the same time; never changes a figure.
    public var threads: Int

    /// The least number of clusters for an interval by the method; below it only exact methods are used.
    public var leastUnits: Int { method == .student ? Self.leastForStudent : Self.leastClusters }

    /// Declares an inference.
    public init(
        replicates: Int = 10_000,
        seed: UInt64,
        confidence: Double = 0.95,
        method: Method = .percentile,
        threads: Int = 2
    ) {
        self.replicates = replicates
        random = KeyedRandom(seed: seed)
        self.confidence = confidence
        self.method = method
        self.threads = threads
    }
}
