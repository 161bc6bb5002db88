// SPDX-License-Identifier: Apache-2.0
public import Statistics

/// How a measure turns clusters into intervals: declared once for a run and printed with it.
public struct Inference: Sendable {
    /// The least number of clusters for a bootstrap interval; below it only exact methods are used.
    public static let leastClusters = 12
    /// At or below this number of clusters no p-value is given and every cluster is shown.
    public static let showEveryCluster = 6
    /// At or below this number of viewers each is shown by name.
    public static let showEveryViewer = 12

    /// Which bootstrap interval is the headline; the basic one is stored beside it.
    public enum Method: String, Sendable, CaseIterable {
        case percentile, basic, bca
    }

    /// Replicates of the bootstrap and of sampled tests.
    public var replicates: Int
    /// The random numbers.
    public var random: KeyedRandom
    /// Two-sided confidence of intervals and one-sided confidence of limits.
    public var confidence: Double
    /// The headline interval.
    public var method: Method
    /// Blocks of replicates in work at the same time; never changes a figure.
    public var threads: Int

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
