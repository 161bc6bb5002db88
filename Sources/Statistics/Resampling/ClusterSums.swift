// SPDX-License-Identifier: Apache-2.0

/// Sums per cluster: a table of `clusterCount` × `width` numbers.
///
/// Measures that are functions of totals keep their totals here, one row a cluster; a replicate is then a weighted sum of
/// rows.
public struct ClusterSums: Sendable, Equatable {
    /// Rows.
    public let clusterCount: Int
    /// Numbers in a row.
    public let width: Int
    /// Row after row.
    public private(set) var values: [Double]

    /// A table of zeros.
    public init(clusterCount: Int, width: Int) {
        self.clusterCount = clusterCount
        self.width = width
        values = Array(repeating: 0, count: clusterCount * width)
    }

    /// The number of one cluster in one column.
    public subscript(cluster: Int, column: Int) -> Double {
        get { values[cluster * width + column] }
        set { values[cluster * width + column] = newValue }
        _modify { yield &values[cluster * width + column] }
    }

    /// Adds another table of the same shape.
    ///
    /// Counts and other integers below 2⁵³ add exactly, so any split of the rows, merged in any order, gives the same bits.
    /// Other numbers round: split those by cluster, so that each cluster is summed in one table in the order of its rows.
    public mutating func merge(_ other: ClusterSums) {
        precondition(clusterCount == other.clusterCount && width == other.width)
        for index in values.indices { values[index] += other.values[index] }
    }

    /// The totals over all clusters, one a column.
    public func totals() -> [Double] {
        var totals = Array(repeating: 0.0, count: width)
        for cluster in 0..<clusterCount {
            for column in 0..<width { totals[column] += values[cluster * width + column] }
        }
        return totals
    }

    /// The weighted totals of every lane, one row a column.
    ///
    /// Clusters are added in their order, so the same block gives the same bits everywhere.
    public func weightedTotals(_ block: WeightBlock) -> [SIMD16<Double>] {
        precondition(block.clusterCount == clusterCount)
        var totals = Array(repeating: SIMD16<Double>(), count: width)
        for cluster in 0..<clusterCount {
            let weights = SIMD16<Double>(block.rows[cluster])
            let row = cluster * width
            for column in 0..<width { totals[column] += weights * values[row + column] }
        }
        return totals
    }
}
