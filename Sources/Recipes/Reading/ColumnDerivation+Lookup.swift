// SPDX-License-Identifier: Apache-2.0
internal import Evidence

extension ColumnDerivation {
    /// The values of another table whose keys are equal to those of this one.
    mutating func lookUp(
        _ lookup: ColumnDefinition.Lookup,
        _ column: ColumnDefinition,
        _ table: Table
    ) throws(RecordingError) -> Column {
        guard let other = tables[lookup.table], let values = other[lookup.take] else {
            throw failure(column, "table \"\(lookup.table)\" has no column \"\(lookup.take)\"")
        }
        let own = try keys(lookup.by, table, column)
        let keys = try self.keys(lookup.key, other, column)
        let map = own.names.list.map { keys.names.code(of: $0) }
        /// The key of each row in the numbering of the other table.
        let wanted = own.codes.map { $0 < 0 ? nil : map[Int($0)] }
        return lookup.takesAll
            ? try all(wanted, own, keys, values.categorical, column) : first(wanted, own, keys, values, column)
    }

    private func keys(
        _ names: [String],
        _ table: Table,
        _ column: ColumnDefinition
    ) throws(RecordingError) -> Categorical {
        var columns: [Categorical] = []
        for name in names { columns.append(try find(name, table, column).categorical) }
        return Categorical.joined(columns, with: "\u{1F}")
    }

    private mutating func first(
        _ wanted: [Int32?],
        _ own: Categorical,
        _ keys: Categorical,
        _ values: Column,
        _ column: ColumnDefinition
    ) -> Column {
        let taken = values.categorical
        var rows = Array(repeating: Int32(-1), count: keys.names.count)
        var ambiguous: Set<Int32> = []
        for (row, key) in keys.codes.enumerated() where key >= 0 && taken.codes[row] >= 0 {
            let found = rows[Int(key)]
            if found < 0 {
                rows[Int(key)] = Int32(row)
            } else if taken.codes[row] != taken.codes[Int(found)] {
                ambiguous.insert(key)
            }
        }
        let places = wanted.map { key in key.map { Int(rows[Int($0)]) } ?? -1 }
        noteMissing(places.map { $0 < 0 }, own, column)
        note("\(column.name): names with several values, the first is taken", ambiguous.count)
        // The kind of the column that was looked up is kept.
        return switch values {
        case .names:
            .names(Categorical(codes: places.map { $0 < 0 ? Categorical.absent : taken.codes[$0] }, names: taken.names))
        case .integers(let numbers): .integers(places.map { $0 < 0 ? Column.absentInteger : numbers[$0] })
        case .numbers(let numbers): .numbers(places.map { $0 < 0 ? .nan : numbers[$0] })
        case .instants(let numbers): .instants(places.map { $0 < 0 ? .nan : numbers[$0] })
        }
    }

    /// All values of a key, each once, put together with the separator of the column.
    private mutating func all(
        _ wanted: [Int32?],
        _ own: Categorical,
        _ keys: Categorical,
        _ taken: Categorical,
        _ column: ColumnDefinition
    ) throws(RecordingError) -> Column {
        let separator = column.separator ?? "|"
        if let odd = taken.names.list.first(where: { $0.contains(separator) }) {
            throw failure(column, "\"\(odd)\" holds the separator \"\(separator)\"; choose another")
        }
        var found = Array(repeating: [Int32](), count: keys.names.count)
        var seen: Set<UInt64> = []
        for (row, key) in keys.codes.enumerated() where key >= 0 && taken.codes[row] >= 0 {
            let value = taken.codes[row]
            let pair = UInt64(UInt32(key)) << 32 | UInt64(UInt32(value))
            if seen.insert(pair).inserted { found[Int(key)].append(value) }
        }
        var names = Names()
        let joined = found.map { codes in
            codes.isEmpty
                ? Categorical.absent : names.intern(codes.map { taken.names[$0] }.joined(separator: separator))
        }
        let codes = wanted.map { key in key.map { joined[Int($0)] } ?? Categorical.absent }
        noteMissing(codes.map { $0 < 0 }, own, column)
        return .names(Categorical(codes: codes, names: names))
    }

    private mutating func noteMissing(_ isMissing: [Bool], _ own: Categorical, _ column: ColumnDefinition) {
        note("\(column.name): not found", zip(isMissing, own.codes).count { $0 && $1 >= 0 })
    }
}
