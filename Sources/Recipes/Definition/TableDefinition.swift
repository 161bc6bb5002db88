// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// One table of a recipe: which files it is read from and what its columns are.
public struct TableDefinition: Sendable, Equatable {
    /// What the rows are.
    public enum Kind: String, Sendable, CaseIterable {
        case impressions, items, people, candidates, follows
    }

    /// How the files are written.
    public enum Format: Sendable, Equatable {
        case csv(CSVLayout)
        case json(JSONReader.Layout, rowPath: String)
    }

    /// Files that are taken together.
    public struct Files: Sendable, Equatable {
        /// Paths with `*` (within a folder name) and `**` (across folders).
        public var paths: [String]
        /// Which entries of an archive are read.
        public var entry: String
        /// Pieces of the path that become columns: `{city}-bot{bot}.csv`, `{time:yyyy-MM-dd_HH:mm}`.
        public var pattern: NamePattern?
        /// Files that match but are left out by name.
        public var skipped: [String]
    }

    /// Several dated reports of the same thing.
    public struct Snapshots: Sendable, Equatable {
        /// Which reports count.
        public enum Keep: String, Sendable, CaseIterable {
            /// The latest of each group: reports are cumulative.
            case last
            /// All: each report holds only what is new.
            case all
        }

        public var keep: Keep
        /// The column that dates a report.
        public var time: String
        /// Columns whose values tell groups of reports apart.
        public var within: [String]
    }

    public var name: String
    public var kind: Kind
    public var files: Files
    public var format: Format
    /// Texts that stand for "no value".
    public var absentTexts: [String]
    /// Columns in the order of the text; a derived column may use those before it.
    public var columns: [ColumnDefinition]
    /// The columns that put impressions in order.
    public var order: [String]
    public var snapshots: Snapshots?
    /// Rows that are kept.
    public var keep: [Condition]
    /// Columns that tell rows apart; rows that agree in all of them are duplicates.
    public var key: [String]
    /// The line of the recipe.
    public var line: Int
}
