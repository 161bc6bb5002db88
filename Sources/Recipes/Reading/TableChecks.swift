// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Looks for what a table should not have; it is reported, and nothing is dropped for it.
enum TableChecks {
    /// The column that tells files apart while a table is filled; no recipe can name it.
    static let fileColumn = "\u{0}file"

    /// Rows whose time is before that of the row above, in the same file.
    static func orderNotes(_ definition: TableDefinition, _ table: Table) -> [Recording.Note] {
        var files: [Int32]?
        if case .integers(let numbers) = table[fileColumn] { files = numbers }
        return definition.order.compactMap { name in
            guard case .instants(let times) = table[name] else { return nil }
            var backwards = 0
            for row in times.indices.dropFirst() where times[row] < times[row - 1] {
                if let files, files[row] != files[row - 1] { continue }
                backwards += 1
            }
            return backwards == 0 ? nil : Recording.Note(what: "\(name) goes backwards", count: backwards)
        }
    }

    /// Rows that agree with an earlier one in all columns of the key.
    static func duplicates(_ definition: TableDefinition, _ table: Table) -> [Recording.Note] {
        guard !definition.key.isEmpty else { return [] }
        let groups = RowGroups(definition.key.compactMap { table[$0] }, rowCount: table.rowCount)
        let duplicates = groups.codes.count { $0 >= 0 } - groups.count
        guard duplicates > 0 else { return [] }
        return [
            Recording.Note(
                what: "rows that repeat another in \(definition.key.joined(separator: ", "))",
                count: duplicates
            )
        ]
    }
}
