// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// What each reader was shown, by the part of its author.
struct ReaderExposure: Accumulator {
    /// One row a reader; for each arm the exposure to each part of authors.
    private var sums: ExactSums
    private let part: Partition
    private let weights: [Double]?
    /// The resampling unit and the parts of each reader, from the first row that shows them; −1 before.
    private var units: [Int32]
    private var readerEntities: [Int32]

    init(for sample: Sample, _ part: Partition, _ viewer: Categorical, weights: [Double]?) {
        self.part = part
        self.weights = weights
        sums = ExactSums(rowCount: viewer.names.count, width: (sample.arm == nil ? 1 : 2) * part.partCount)
        units = Array(repeating: -1, count: viewer.names.count)
        readerEntities = units
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let readers = sample.readerPart else { return }
        for row in rows {
            let arm = Int(sample.arm?[row] ?? 0)
            guard viewers[row] >= 0, sample.unit.codes[row] >= 0, arm >= 0 else { continue }
            let viewer = Int(viewers[row])
            if units[viewer] < 0 { units[viewer] = sample.unit.codes[row] }
            if readerEntities[viewer] < 0 { readerEntities[viewer] = readers.entities[row] }
            let memberships = part.range(ofRow: row)
            // An item of several parts is shared out, so that a reader's impressions sum to one.
            let weight = (weights?[row] ?? 1) / Double(max(memberships.count, 1))
            for member in memberships {
                sums.add(weight, row: viewer, column: arm * part.partCount + Int(part.members[member]))
            }
        }
    }

    mutating func merge(_ other: ReaderExposure) {
        sums.merge(other.sums)
        for viewer in units.indices {
            if units[viewer] < 0 { units[viewer] = other.units[viewer] }
            if readerEntities[viewer] < 0 { readerEntities[viewer] = other.readerEntities[viewer] }
        }
    }

    /// Readers of a part that were shown anything.
    func readerCount(_ part: Int, _ readers: Partition) -> Double {
        Double(readerEntities.indices.count { parts(of: $0, readers).contains(Int32(part)) && units[$0] >= 0 })
    }

    private func parts(of viewer: Int, _ readers: Partition) -> ArraySlice<Int32> {
        let entity = Int(readerEntities[viewer])
        return entity < 0 ? [] : readers.members[Int(readers.offsets[entity])..<Int(readers.offsets[entity + 1])]
    }

    /// For each unit, arm and part of readers: how many readers, and the sum of their shares to each part of authors.
    func unitSums(_ sample: Sample, _ readers: Partition) -> ClusterSums {
        let arms = sample.arm == nil ? 1 : 2
        let width = part.partCount + 1
        var result = ExactSums(rowCount: sample.unit.names.count, width: arms * readers.partCount * width)
        for viewer in units.indices where units[viewer] >= 0 {
            for arm in 0..<arms {
                let exposure = (0..<part.partCount).map { sums[viewer, arm * part.partCount + $0] }
                let total = exposure.reduce(0, +)
                guard total > 0 else { continue }
                for reader in parts(of: viewer, readers) {
                    let first = (arm * readers.partCount + Int(reader)) * width
                    result.addOne(row: Int(units[viewer]), column: first)
                    for index in exposure.indices {
                        result.add(exposure[index] / total, row: Int(units[viewer]), column: first + 1 + index)
                    }
                }
            }
        }
        return result.clusterSums
    }
}
