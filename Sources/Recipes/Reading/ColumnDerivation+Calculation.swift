// SPDX-License-Identifier: Apache-2.0
internal import Evidence

extension ColumnDerivation {
    /// Numbers of the same row, added, subtracted, multiplied or divided.
    mutating func calculate(
        _ operation: ColumnDefinition.Arithmetic,
        _ names: [String],
        _ column: ColumnDefinition,
        _ table: Table
    ) throws(RecordingError) -> Column {
        guard let first = names.first else { throw failure(column, "there is nothing to calculate with") }
        var result = try numbers(first, table, column)
        var divisionsByZero = 0
        for name in names.dropFirst() {
            let other = try numbers(name, table, column)
            for row in result.indices {
                switch operation {
                case .sum: result[row] += other[row]
                case .difference: result[row] -= other[row]
                case .product: result[row] *= other[row]
                case .ratio:
                    if other[row] == 0 { divisionsByZero += 1 }
                    result[row] = other[row] == 0 ? .nan : result[row] / other[row]
                }
            }
        }
        // What is too large for a number is none.
        for row in result.indices where !result[row].isFinite { result[row] = .nan }
        note("\(column.name): divided by zero, so no value", divisionsByZero)
        return .numbers(result)
    }

    /// The value of the first case whose conditions a row meets.
    func choose(
        _ cases: [ColumnDefinition.Case],
        _ otherwise: String?,
        _ table: Table
    ) throws(RecordingError) -> Column {
        var names = Names()
        // An empty text is no value, here as in a file.
        func code(_ value: String) -> Int32 { value.isEmpty ? Categorical.absent : names.intern(value) }
        let rest = otherwise.map { code($0) } ?? Categorical.absent
        var codes = Array(repeating: rest, count: table.rowCount)
        let selection = RowSelection(file: file, title: "table \"\(definition.name)\"")
        // The first case that holds counts: it is written last.
        for one in cases.reversed() {
            let code = code(one.value)
            for row in try selection.rows(one.conditions, in: table) ?? [] { codes[Int(row)] = code }
        }
        return .names(Categorical(codes: codes, names: names))
    }

    func rank(
        _ within: [String],
        _ by: [String],
        _ isDescending: Bool,
        _ column: ColumnDefinition,
        _ table: Table
    ) throws(RecordingError) -> Column {
        var ranks = Array(repeating: Column.absentInteger, count: table.rowCount)
        for rows in try groups(within, by, isDescending, column, table) {
            for (place, row) in rows.enumerated() { ranks[Int(row)] = Int32(place + 1) }
        }
        return .integers(ranks)
    }

    func sessions(
        _ within: [String],
        _ by: String,
        _ gap: Double,
        _ column: ColumnDefinition,
        _ table: Table
    ) throws(RecordingError) -> Column {
        let times = try numbers(by, table, column)
        var sessions = Array(repeating: Column.absentInteger, count: table.rowCount)
        for rows in try groups(within, [by], false, column, table) {
            var session: Int32 = 0
            var last = -Double.infinity
            for row in rows {
                let time = times[Int(row)]
                if time - last > gap { session += 1 }
                sessions[Int(row)] = session
                last = time
            }
        }
        return .integers(sessions)
    }

    /// Rows of each group, sorted.
    private func groups(
        _ within: [String],
        _ by: [String],
        _ isDescending: Bool,
        _ column: ColumnDefinition,
        _ table: Table
    ) throws(RecordingError) -> [[Int32]] {
        var columns: [Column] = []
        for name in within { columns.append(try find(name, table, column)) }
        var keys: [[Double]] = []
        for name in by { keys.append(try numbers(name, table, column)) }
        return RowGroups(columns, rowCount: table.rowCount).sorted(by: keys, isDescending: isDescending)
    }
}
