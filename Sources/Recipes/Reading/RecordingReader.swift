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
        var known: Set<String> = []
        var recording = Recording(
            recipe: recipe,
            folder: folder,
            tables: [:],
            fillings: [],
            published: recipe.published,
            files: []
        )
        let tables = try order()
        let paths = FileSelection.files(of: tables, below: folder)
        for table in tables {
            let selected = try FileSelection.select(
                paths,
                for: table,
                in: folder,
                place: "\(recipe.file):\(table.line)"
            )
            var reads: [TableReading.Part] = []
            for path in selected {
                let file = try SourceFile.open(path, in: folder, recipe: recipe)
                if known.insert(path).inserted { recording.files.append(file.description) }
                for entry in try file.entries(of: table) {
                    reads.append(try await TableReading(table).read(entry, threads: threads, progress: progress))
                }
            }
            try TableFilling(table, of: recipe).fill(reads, &recording)
        }
        for table in recipe.publishedTables {
            let file = try SourceFile.open(table.file, in: folder, recipe: recipe)
            if known.insert(table.file).inserted { recording.files.append(file.description) }
            recording.published += try await PublishedTableReading(table, of: recipe).cells(file)
        }
        recording.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return recording
    }

    /// The tables that are read, with those they look up before them.
    func order() throws(RecordingError) -> [TableDefinition] {
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
                guard case .lookup(let lookup) = column.origin, let other = recipe.table(lookup.table) else { continue }
                try visit(other)
            }
            waiting.removeLast()
            order.append(table)
        }
        for table in recipe.tables where needed.contains(table.name) || recipe.analyses.isEmpty { try visit(table) }
        return order
    }
}
