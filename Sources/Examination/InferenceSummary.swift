// SPDX-License-Identifier: Apache-2.0

/// How clusters became intervals.
public struct InferenceSummary: Sendable, Equatable {
    /// Where the random numbers begin.
    public var seed: UInt64
    /// Resamples of every figure.
    public var replicates: Int
    /// Two-sided for intervals, one-sided for limits.
    public var confidence: Double
    /// "percentile", "basic", "bca" or "student".
    public var method: String
}
