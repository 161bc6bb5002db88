// SPDX-License-Identifier: Apache-2.0

/// How often each cluster counts, for several replicates side by side.
///
/// Shape: `clusterCount` rows of `lanes` weights; the weights of one cluster lie together, so that adding one cluster to
/// all replicates of the block is one pass over neighbouring memory.
public struct WeightBlock: Sendable {
    /// Replicates in one block.
    public static let lanes = 16

    /// Clusters that were resampled.
    public let clusterCount: Int
    /// Replicates of this block that are in use, 1 … `lanes`; the other lanes hold zeros.
    public let used: Int
    /// The weights of cluster `c`: one lane a replicate.
    ///
    /// Sixteen bits are enough: to overflow them, one cluster would have to be drawn 65,536 times in one replicate, while
    /// the mean is 1 and the probability of 50 is already below 10⁻⁶⁴. An overflow would stop the process, not wrap.
    public var rows: [SIMD16<UInt16>]

    /// A block in which every cluster of every used lane has the same weight.
    ///
    /// - Parameters:
    ///   - clusterCount: Rows.
    ///   - used: Replicates in use, 1 … `lanes`.
    ///   - weight: The weight of every cluster in the lanes in use.
    public init(clusterCount: Int, used: Int, repeating weight: UInt16) {
        precondition(1...Self.lanes ~= used)
        var row = SIMD16<UInt16>()
        for lane in 0..<used { row[lane] = weight }
        self.clusterCount = clusterCount
        self.used = used
        rows = Array(repeating: row, count: clusterCount)
    }
}
