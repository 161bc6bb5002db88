// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// Exposure of each part in each resampling unit and arm.
///
/// Shape of `sums`: one row a unit; for each arm (the reference first) the whole exposure, then that of every part.
struct PartExposure: Accumulator {
    private(set) var sums: ExactSums
    private let part: Partition
    private let weights: [Double]?
    private let armCount: Int

    init(for sample: Sample, _ part: Partition, weights: [Double]?) {
        self.part = part
        self.weights = weights
        armCount = sample.arm == nil ? 1 : 2
        sums = ExactSums(rowCount: sample.unit.names.count, width: armCount * (part.partCount + 1))
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        let width = part.partCount + 1
        for row in rows {
            let unit = Int(sample.unit.codes[row])
            let arm = Int(sample.arm?[row] ?? 0)
            guard unit >= 0, arm >= 0 else { continue }
            if let weights {
                sums.add(weights[row], row: unit, column: arm * width)
                for member in part.range(ofRow: row) {
                    sums.add(weights[row], row: unit, column: arm * width + 1 + Int(part.members[member]))
                }
            } else {
                sums.addOne(row: unit, column: arm * width)
                for member in part.range(ofRow: row) {
                    sums.addOne(row: unit, column: arm * width + 1 + Int(part.members[member]))
                }
            }
        }
    }

    mutating func merge(_ other: PartExposure) { sums.merge(other.sums) }

    /// Shares within each unit and arm; the whole exposure becomes 1, or 0 where the unit has none in the arm.
    var unitShares: ClusterSums {
        var shares = sums.clusterSums
        let width = part.partCount + 1
        for unit in 0..<shares.clusterCount {
            for arm in 0..<armCount {
                let whole = shares[unit, arm * width]
                guard whole > 0 else { continue }
                for column in 0..<width { shares[unit, arm * width + column] /= whole }
            }
        }
        return shares
    }
}
