// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// Fills the tables of a recipe from files.
public struct RecordingReader: Sendable {
    private let recipe: Recipe
    private let folder: String
    private let threads: Int
    private let progress: Progress?
    /// Tables that somebody asks for; the others are not read.
    private let needed: Set<String>

    /// A reader for the data of a recipe.
    ///
    /// - Parameters:
    ///   - recipe: What to read.
    ///   - folder: Where the data lie.
    ///   - threads: Chunks in work at the same time; never changes the result.
    ///   - progress: Told of the bytes that are done.
    public init(_ recipe: Recipe, folder: String, threads: Int = 2, progress: Progress? = nil) {
        self.recipe = recipe
        self.folder = folder
        self.threads = threads
        self.progress = progress
        var needed: Set<String> = []
        for analysis in recipe.analyses {
            needed.formUnion([analysis.table] + analysis.related.map(\.table))
        }
        self.needed = needed
    }

    /// Reads everything.
    ///
    /// - Throws: `RecordingError` for missing files, a wrong digest, more rejected rows than the recipe allows, columns that the
    ///   files do not have.
    public func read() async throws(RecordingError) -> Recording {
        var recording = Recording(
            recipe: recipe,
            folder: folder,
            tables: [:],
            fillings: [],
            published: recipe.published,
            files: []
        )
        let paths = FileSelection.files(below: folder)
        for table in try order() {
            let selected = try FileSelection.select(paths, for: table, in: folder)
            var reads: [TableReading.Part] = []
            for path in selected {
                let file = try SourceFile.open(path, in: folder, recipe: recipe)
                if !recording.files.contains(where: { $0.path == path }) { recording.files.append(file.description) }
                for entry in try file.entries(of: table) {
                    reads.append(
                        try await TableReading(table).read(entry, path: path, threads: threads, progress: progress)
                    )
                }
            }
            try fill(table, reads, &recording)
        }
        for table in recipe.publishedTables {
            let file = try SourceFile.open(table.file, in: folder, recipe: recipe)
            recording.files.append(file.description)
            recording.published += try await PublishedTableReading(table, of: recipe).cells(file)
        }
        recording.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return recording
    }

    /// Tables with those they look up before them.
    private func order() throws(RecordingError) -> [TableDefinition] {
        var order: [TableDefinition] = []
        var waiting: [String] = []
        func visit(_ table: TableDefinition) throws(RecordingError) {
            if order.contains(where: { $0.name == table.name }) { return }
            if waiting.contains(table.name) {
                throw RecordingError(
                    "\(recipe.file):\(table.line): tables look each other up in a circle: \(waiting.joined(separator: ", "))"
                )
            }
            waiting.append(table.name)
            for column in table.columns {
                guard case .lookup(let name, _, _, _) = column.origin, let other = recipe.table(name) else { continue }
                try visit(other)
            }
            waiting.removeLast()
            order.append(table)
        }
        for table in recipe.tables where needed.contains(table.name) || recipe.analyses.isEmpty { try visit(table) }
        return order
    }

    private func fill(
        _ definition: TableDefinition,
        _ parts: [TableReading.Part],
        _ recording: inout Recording
    ) throws(RecordingError) {
        var rejections = Rejections()
        for part in parts { rejections.append(part.rejections) }
        var table: Table
        do throws(TableMismatch) {
            table = try Table.stacked(parts.map(\.table))
        } catch {
            throw RecordingError("\(recipe.file):\(definition.line): table \"\(definition.name)\": \(error)")
        }
        let place = "\(recipe.file):\(definition.line)"
        var notes = TableChecks.orderNotes(definition, parts.map(\.table))
        var derivation = ColumnDerivation(definition, tables: recording.tables, file: recipe.file)
        try derivation.fill(&table)
        derivation.report(to: &rejections, &notes)
        for name in definition.order where definition.kind == .impressions && table[name]?.numbers == nil {
            throw RecordingError("\(place): order: \"\(name)\" holds names; declare type: time, integer or number")
        }
        let rows = table.rowCount
        let total = rows + rejections.total
        if rejections.total > 0, Double(rejections.total) > recipe.mostRejected * Double(total) {
            throw Self.tooManyRejected(place, definition, rejections, total, recipe.mostRejected)
        }
        notes += TableChecks.duplicates(definition, table)
        try RowSelection(file: recipe.file, title: "table \"\(definition.name)\"").keep(definition.keep, in: &table)
        try SnapshotSelection.keep(definition.snapshots, in: &table, place: place)
        if rows > 0, table.rowCount == 0 {
            throw RecordingError("\(place): the conditions of \"\(definition.name)\" keep none of \(rows) rows")
        }
        recording.fillings.append(
            Recording.Filling(
                table: definition.name,
                rows: rows,
                kept: table.rowCount,
                rejections: rejections,
                notes: notes
            )
        )
        recording.tables[definition.name] = table
    }

    private static func tooManyRejected(
        _ place: String,
        _ definition: TableDefinition,
        _ rejections: Rejections,
        _ total: Int,
        _ most: Double
    ) -> RecordingError {
        let reasons = rejections.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
        let examples = rejections.examples.map { "  \($0.file):\($0.line):\($0.column): \($0.message)" }.joined(
            separator: "\n"
        )
        return RecordingError(
            "\(place): \(rejections.total) of \(total) rows of \"\(definition.name)\" cannot be used (\(reasons)); mostRejected allows "
                + "a share of \(most)\n\(examples)"
        )
    }
}
