// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// A sparse table of sums, unit after unit: what resampling reads again and again.
struct SparseSums: Sendable {
    let unitCount: Int
    private(set) var columnCount: Int
    /// The cells of unit `u` are `offsets[u] ..< offsets[u + 1]`.
    let offsets: [Int]
    /// The column of each cell, ascending within a unit.
    private(set) var columns: [Int32]
    /// Whole counts, where all amounts are whole and no resampled total can exceed 32 bits.
    private let counts: [UInt32]
    /// All other amounts; empty where `counts` is used.
    private let amounts: [Double]

    /// Puts rows together.
    ///
    /// - Parameters:
    ///   - unitCount: Resampling units.
    ///   - columnCount: Columns.
    ///   - units: The unit of each row.
    ///   - columns: The column of each row.
    ///   - amounts: What each row counts; `nil` counts 1.
    init(unitCount: Int, columnCount: Int, units: [Int32], columns: [Int32], amounts: [Double]?) {
        self.unitCount = unitCount
        self.columnCount = columnCount
        var starts = Array(repeating: 0, count: unitCount + 1)
        for unit in units { starts[Int(unit) + 1] += 1 }
        for unit in 0..<unitCount { starts[unit + 1] += starts[unit] }
        if let amounts {
            (offsets, self.columns, self.amounts) = Self.added(starts, units, columns, amounts)
            counts = []
        } else {
            let (offsets, merged, counts) = Self.counted(starts, units, columns)
            self.offsets = offsets
            self.columns = merged
            // A replicate draws as many units as there are, all of them the same one at worst.
            let most = UInt64(counts.max() ?? 0)
            if most * UInt64(unitCount) <= UInt64(UInt32.max) {
                self.counts = counts
                self.amounts = []
            } else {
                self.counts = []
                self.amounts = counts.map { Double($0) }
            }
        }
    }

    /// Counts equal columns of each unit.
    private static func counted(
        _ starts: [Int],
        _ units: [Int32],
        _ columns: [Int32]
    ) -> (offsets: [Int], columns: [Int32], counts: [UInt32]) {
        var sorted = Array(repeating: Int32(0), count: columns.count)
        var next = starts
        for (row, unit) in units.enumerated() {
            sorted[next[Int(unit)]] = columns[row]
            next[Int(unit)] += 1
        }
        var counts: [UInt32] = []
        counts.reserveCapacity(sorted.count)
        var offsets = [0]
        offsets.reserveCapacity(starts.count)
        for unit in 0..<starts.count - 1 {
            sorted[starts[unit]..<starts[unit + 1]].sort()
            let first = counts.count
            for index in starts[unit]..<starts[unit + 1] {
                // Cells are written over rows that have been read.
                if counts.count > first, sorted[counts.count - 1] == sorted[index] {
                    counts[counts.count - 1] += 1
                } else {
                    sorted[counts.count] = sorted[index]
                    counts.append(1)
                }
            }
            offsets.append(counts.count)
        }
        sorted.removeLast(sorted.count - counts.count)
        return (offsets, sorted, counts)
    }

    /// Adds the amounts of equal columns of each unit, in the order of the rows.
    private static func added(
        _ starts: [Int],
        _ units: [Int32],
        _ columns: [Int32],
        _ amounts: [Double]
    ) -> (offsets: [Int], columns: [Int32], amounts: [Double]) {
        var order = Array(repeating: Int32(0), count: columns.count)
        var next = starts
        for (row, unit) in units.enumerated() {
            order[next[Int(unit)]] = Int32(row)
            next[Int(unit)] += 1
        }
        var merged: [Int32] = []
        var sums: [Double] = []
        var offsets = [0]
        for unit in 0..<starts.count - 1 {
            let rows = order[starts[unit]..<starts[unit + 1]].sorted {
                (columns[Int($0)], $0) < (columns[Int($1)], $1)
            }
            let first = merged.count
            for row in rows {
                if merged.count > first, merged[merged.count - 1] == columns[Int(row)] {
                    sums[sums.count - 1] += amounts[Int(row)]
                } else {
                    merged.append(columns[Int(row)])
                    sums.append(amounts[Int(row)])
                }
            }
            offsets.append(merged.count)
        }
        return (offsets, merged, sums)
    }

    /// What each column holds in all units.
    func columnTotals() -> [Double] {
        var totals = Array(repeating: 0.0, count: columnCount)
        for cell in columns.indices { totals[Int(columns[cell])] += amount(of: cell) }
        return totals
    }

    /// Drops the columns that hold nothing, so that a resample costs what there is and not what there could be: many authors in
    /// many parts leave nearly all columns empty.
    ///
    /// - Returns: The new number of each old column, or −1 where it is dropped.
    mutating func dropEmptyColumns() -> [Int32] {
        var numbers = Array(repeating: Int32(-1), count: columnCount)
        for column in columns { numbers[Int(column)] = 0 }
        var next: Int32 = 0
        for column in numbers.indices where numbers[column] == 0 {
            numbers[column] = next
            next += 1
        }
        for cell in columns.indices { columns[cell] = numbers[Int(columns[cell])] }
        columnCount = Int(next)
        return numbers
    }

    /// What a cell holds.
    func amount(of cell: Int) -> Double { counts.isEmpty ? amounts[cell] : Double(counts[cell]) }

    /// The weighted totals of every column: `totals[column][lane]`.
    func weightedTotals(_ block: WeightBlock) -> [SIMD16<Double>] {
        precondition(block.clusterCount == unitCount)
        return counts.isEmpty ? weightedAmounts(block) : weightedCounts(block).map { SIMD16<Double>($0) }
    }

    private func weightedCounts(_ block: WeightBlock) -> [SIMD16<UInt32>] {
        var totals = Array(repeating: SIMD16<UInt32>(), count: columnCount)
        for unit in 0..<unitCount {
            let weights = SIMD16<UInt32>(truncatingIfNeeded: block.rows[unit])
            for cell in offsets[unit]..<offsets[unit + 1] {
                let count = counts[cell]
                // Most cells count 1, and a 32-bit product is dear on a plain x86-64.
                totals[Int(columns[cell])] &+= count == 1 ? weights : weights &* count
            }
        }
        return totals
    }

    private func weightedAmounts(_ block: WeightBlock) -> [SIMD16<Double>] {
        var totals = Array(repeating: SIMD16<Double>(), count: columnCount)
        for unit in 0..<unitCount {
            let weights = SIMD16<Double>(block.rows[unit])
            for cell in offsets[unit]..<offsets[unit + 1] { totals[Int(columns[cell])] += weights * amounts[cell] }
        }
        return totals
    }
}
