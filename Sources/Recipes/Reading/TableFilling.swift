// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Makes one table of a recipe from what was read of its files.
struct TableFilling {
    private let definition: TableDefinition
    private let recipe: Recipe
    private var place: String { "\(recipe.file):\(definition.line)" }

    init(_ definition: TableDefinition, of recipe: Recipe) {
        self.definition = definition
        self.recipe = recipe
    }

    func fill(_ parts: [TableReading.Part], _ recording: inout Recording) throws(RecordingError) {
        var rejections = Rejections()
        var notes: [Recording.Note] = []
        for part in parts {
            rejections.append(part.rejections)
            notes += part.notes
        }
        var table = try stacked(parts)
        var derivation = ColumnDerivation(definition, tables: recording.tables, file: recipe.file)
        try derivation.fill(&table)
        derivation.report(to: &rejections, &notes)
        try checkOrder(table)
        let rows = table.rowCount
        try stopWhere(rejections, rows)
        notes += TableChecks.orderNotes(definition, table) + TableChecks.duplicates(definition, table)
        table.remove(TableChecks.fileColumn)
        try RowSelection(file: recipe.file, title: "table \"\(definition.name)\"").keep(definition.keep, in: &table)
        try SnapshotSelection.keep(definition.snapshots, in: &table, place: place)
        if rows > 0, table.rowCount == 0 {
            throw RecordingError("\(place): the conditions of \"\(definition.name)\" keep none of \(rows) rows")
        }
        keepDistinct(&table, &notes)
        recording.fillings.append(
            Recording.Filling(
                table: definition.name,
                rows: rows,
                kept: table.rowCount,
                rejections: rejections,
                notes: Self.summed(notes)
            )
        )
        recording.tables[definition.name] = table
    }

    /// The rows of all files, with the number of the file where there are several.
    private func stacked(_ parts: [TableReading.Part]) throws(RecordingError) -> Table {
        var tables = parts.map(\.table)
        if tables.count > 1 {
            for (number, table) in tables.enumerated() {
                tables[number].set(
                    TableChecks.fileColumn,
                    .integers(Array(repeating: Int32(number), count: table.rowCount))
                )
            }
        }
        do throws(TableMismatch) {
            return try Table.stacked(tables)
        } catch {
            throw RecordingError("\(place): table \"\(definition.name)\": \(error)")
        }
    }

    private func checkOrder(_ table: Table) throws(RecordingError) {
        guard definition.kind == .impressions else { return }
        for name in definition.order where table[name]?.numbers == nil {
            throw RecordingError("\(place): order: \"\(name)\" holds names; declare type: time, integer or number")
        }
    }

    private func stopWhere(_ rejections: Rejections, _ rows: Int) throws(RecordingError) {
        let total = rows + rejections.total
        // A table of which nothing is left says nothing, whatever the recipe allows.
        let isNothingLeft = rows == 0 && definition.kind == .impressions
        if rejections.total > 0, isNothingLeft || Double(rejections.total) > recipe.mostRejected * Double(total) {
            let reasons = rejections.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
            let examples = rejections.examples.map { "  \($0.file):\($0.line):\($0.column): \($0.message)" }
            throw RecordingError(
                "\(place): \(rejections.total) of \(total) rows of \"\(definition.name)\" cannot be used (\(reasons)); mostRejected "
                    + "allows a share of \(recipe.mostRejected)\n\(examples.joined(separator: "\n"))"
            )
        }
        if total == 0, definition.kind == .impressions {
            throw RecordingError(
                "\(place): the files of \"\(definition.name)\" hold no row; check files, and rows where they are JSON"
            )
        }
    }

    private func keepDistinct(_ table: inout Table, _ notes: inout [Recording.Note]) {
        guard !definition.distinct.isEmpty else { return }
        let groups = RowGroups(definition.distinct.compactMap { table[$0] }, rowCount: table.rowCount)
        var isSeen = Array(repeating: false, count: groups.count)
        var rows: [Int32] = []
        for (row, group) in groups.codes.enumerated() {
            // Of a row that lacks one of the columns nobody knows whether it is another's double.
            if group >= 0, isSeen[Int(group)] { continue }
            if group >= 0 { isSeen[Int(group)] = true }
            rows.append(Int32(row))
        }
        guard rows.count < table.rowCount else { return }
        notes.append(
            Recording.Note(
                what: "rows left out that repeat another in \(definition.distinct.joined(separator: ", "))",
                count: table.rowCount - rows.count
            )
        )
        table = table.gather(rows)
    }

    /// Notes that say the same, added up, in the order in which they first came.
    private static func summed(_ notes: [Recording.Note]) -> [Recording.Note] {
        var summed: [Recording.Note] = []
        for note in notes {
            if let index = summed.firstIndex(where: { $0.what == note.what }) {
                summed[index].count += note.count
            } else {
                summed.append(note)
            }
        }
        return summed
    }
}
