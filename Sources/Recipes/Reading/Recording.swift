// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// The tables of a recipe, filled, with everything that has to be known about how they were filled.
public struct Recording: Sendable {
    /// A file that was read.
    public struct File: Sendable, Equatable {
        /// Relative to the data folder.
        public var path: String
        /// Its size as it lies on the disk.
        public var bytes: Int
        /// SHA-256 in lower-case hexadecimal.
        public var digest: String
        /// Whether the recipe states the digest.
        public var isPinned: Bool
    }

    /// How a table was filled.
    public struct Filling: Sendable, Equatable {
        /// The table.
        public var table: String
        /// Rows read well.
        public var rows: Int
        /// Rows left after the recipe's conditions and choice of snapshots.
        public var kept: Int
        /// Rows that could not be read.
        public var rejections: Rejections
        /// What else happened, and how often: duplicates, time going backwards.
        public var notes: [Note]
    }

    /// Something that happened a number of times.
    public struct Note: Sendable, Equatable {
        /// What happened.
        public var what: String
        /// How often.
        public var count: Int
    }

    /// What was asked for.
    public var recipe: Recipe
    /// Where the data lie.
    public var folder: String
    /// The tables by name.
    public var tables: [String: Table]
    /// In the order in which the tables were filled.
    public var fillings: [Filling]
    /// The figures of the publication, with those that stand in its files.
    public var published: [PublishedCell]
    /// All files, sorted by path.
    public var files: [File]
}

extension Recording {
    /// A recording that was not read from files: its tables are there.
    ///
    /// - Parameters:
    ///   - recipe: What names the tables and says how they are analysed.
    ///   - tables: Columns as reading them by the recipe would give.
    public init(recipe: Recipe, tables: [String: Table]) {
        self.recipe = recipe
        self.tables = tables
        folder = ""
        fillings = recipe.tables.map { definition in
            let rows = tables[definition.name]?.rowCount ?? 0
            return Filling(table: definition.name, rows: rows, kept: rows, rejections: Rejections(), notes: [])
        }
        published = []
        files = []
    }
}
