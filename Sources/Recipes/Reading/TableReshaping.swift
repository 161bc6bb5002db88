// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Makes several rows of one.
enum TableReshaping {
    /// The name under which a melted column is read; no heading can be this.
    static func temporaryName(_ heading: String) -> String { "\u{0}melt\u{0}" + heading }

    /// One row for each filled cell of the melted columns, row after row, in the order of the headings.
    static func melt(_ melt: TableDefinition.Melt, _ headings: [String], in table: inout Table) {
        let cells = headings.map { table[temporaryName($0)]?.categorical }
        for heading in headings { table.remove(temporaryName(heading)) }
        let names = Names(headings)
        var rows: [Int32] = []
        var codes: [Int32] = []
        var values: [Int32] = []
        var merged = Names()
        var maps = cells.map { Array(repeating: Categorical.absent, count: $0?.names.count ?? 0) }
        for row in 0..<table.rowCount {
            for (index, column) in cells.enumerated() {
                guard let column, column.codes[row] >= 0 else { continue }
                let code = Int(column.codes[row])
                if maps[index][code] < 0 { maps[index][code] = merged.intern(column.names[Int32(code)]) }
                rows.append(Int32(row))
                codes.append(Int32(index))
                values.append(maps[index][code])
            }
        }
        table = table.gather(rows)
        table.set(melt.name, .names(Categorical(codes: codes, names: names)))
        table.set(melt.value, .names(Categorical(codes: values, names: merged)))
    }

    /// One row for each value of a cell; empty values are none, but keep their place.
    ///
    /// - Returns: How many rows had no value at all.
    static func explode(_ explosion: TableDefinition.Explosion, in table: inout Table) -> Int {
        guard let column = table[explosion.column]?.categorical else { return 0 }
        var pieces = Names()
        let cut = column.names.list.map { text in
            text.split(separator: explosion.separator, omittingEmptySubsequences: false).enumerated()
                .filter { !$0.element.isEmpty }
                .map { (slot: Int32($0.offset + 1), code: pieces.intern(String($0.element))) }
        }
        var rows: [Int32] = []
        var codes: [Int32] = []
        var slots: [Int32] = []
        var empty = 0
        for (row, code) in column.codes.enumerated() {
            let values = code < 0 ? [] : cut[Int(code)]
            if values.isEmpty { empty += 1 }
            for value in values {
                rows.append(Int32(row))
                codes.append(value.code)
                slots.append(value.slot)
            }
        }
        table = table.gather(rows)
        table.set(explosion.column, .names(Categorical(codes: codes, names: pieces)))
        table.set(explosion.slot, .integers(slots))
        return empty
    }
}
