// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Looks for what a table should not have; it is reported, and nothing is dropped for it.
enum TableChecks {
    /// Rows whose time is before that of the row above, in the same file.
    static func orderNotes(_ definition: TableDefinition, _ parts: [Table]) -> [Recording.Note] {
        definition.order.compactMap { name in
            var backwards = 0
            for part in parts {
                guard case .instants(let times) = part[name] else { continue }
                for row in times.indices.dropFirst() where times[row] < times[row - 1] { backwards += 1 }
            }
            return backwards == 0 ? nil : Recording.Note(what: "\(name) goes backwards", count: backwards)
        }
    }

    /// Rows that agree with an earlier one in all columns of the key.
    static func duplicates(_ definition: TableDefinition, _ table: Table) -> [Recording.Note] {
        guard !definition.key.isEmpty else { return [] }
        let keys = Categorical.joined(definition.key.compactMap { table[$0]?.categorical }, with: "\u{1F}")
        var isSeen = Array(repeating: false, count: keys.names.count)
        var duplicates = 0
        for code in keys.codes where code >= 0 {
            if isSeen[Int(code)] { duplicates += 1 }
            isSeen[Int(code)] = true
        }
        guard duplicates > 0 else { return [] }
        return [
            Recording.Note(
                what: "rows that repeat another in \(definition.key.joined(separator: ", "))",
                count: duplicates
            )
        ]
    }
}
