// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Exposure of each author in each resampling unit, kept apart by group (arm, part): a sparse table.
///
/// Shape: units × (`groupCount` · `authorCount`) columns; only cells with exposure are stored. Absorbing appends rows, merging
/// joins them in the order of the rows, and `sums()` puts equal cells together.
struct ExposureCounts: Accumulator {

    let unitCount: Int
    let groupCount: Int
    let authorCount: Int
    /// The part memberships: a row counts once in each of its parts; `nil` counts every row once.
    private let part: Partition?
    private let weights: [Double]?
    private var units: [Int32] = []
    private var columns: [Int32] = []
    private var amounts: [Double] = []

    /// Prepares to count a sample; rows without unit, author or arm are left out.
    ///
    /// - Parameters:
    ///   - sample: What will be counted: it fixes numbers of units, authors, arms and parts.
    ///   - part: Parts to keep apart, or `nil`.
    ///   - weights: The weight of each row; `nil` counts rows.
    init(for sample: Sample, part: Partition?, weights: [Double]?) {
        unitCount = sample.unit.names.count
        authorCount = sample.author?.names.count ?? 0
        groupCount = (sample.arm == nil ? 1 : 2) * (part?.partCount ?? 1)
        self.part = part
        self.weights = weights
    }

    /// The group of an arm and a part.
    func group(arm: Int, part: Int = 0) -> Int { arm * (self.part?.partCount ?? 1) + part }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let authors = sample.author?.codes else { return }
        if part == nil {
            units.reserveCapacity(units.count + rows.count)
            columns.reserveCapacity(columns.count + rows.count)
            if weights != nil { amounts.reserveCapacity(amounts.count + rows.count) }
        }
        for row in rows {
            let arm = sample.arm?[row] ?? 0
            guard sample.unit.codes[row] >= 0, authors[row] >= 0, arm >= 0 else { continue }
            guard let part else {
                append(sample.unit.codes[row], Int(arm) * authorCount + Int(authors[row]), row)
                continue
            }
            for member in part.range(ofRow: row) {
                let group = Int(arm) * part.partCount + Int(part.members[member])
                append(sample.unit.codes[row], group * authorCount + Int(authors[row]), row)
            }
        }
    }

    @inline(__always)
    private mutating func append(_ unit: Int32, _ column: Int, _ row: Int) {
        units.append(unit)
        columns.append(Int32(column))
        if let weights { amounts.append(weights[row]) }
    }

    mutating func merge(_ other: ExposureCounts) {
        if units.isEmpty {
            (units, columns, amounts) = (other.units, other.columns, other.amounts)
        } else {
            units += other.units
            columns += other.columns
            amounts += other.amounts
        }
    }

    /// The cells, sorted by unit and column; equal ones added in the order of the rows.
    ///
    /// Takes the rows with it, so that they and the cells are not in memory at the same time for longer than need be.
    consuming func sums() -> SparseSums {
        SparseSums(
            unitCount: unitCount,
            columnCount: groupCount * authorCount,
            units: units,
            columns: columns,
            amounts: weights == nil ? nil : amounts
        )
    }
}
