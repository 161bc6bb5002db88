// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// One table of a recipe: which files it is read from and what its columns are.
public struct TableDefinition: Sendable, Equatable {
    /// What the rows are.
    public enum Kind: String, Sendable, CaseIterable {
        /// Items shown to somebody; the only kind that needs an order.
        case impressions
        /// Items, shown or not.
        case items
        /// People, or groups of people.
        case people
        /// Items that could have been shown.
        case candidates
        /// Relations: who follows whom.
        case follows
    }

    /// How the files are written.
    public enum Format: Sendable, Equatable {
        /// Separated values.
        case csv(CSVLayout)
        /// JSON, with the path that leads to the rows.
        case json(JSONReader.Layout, rowPath: String)
    }

    /// Files that are taken together.
    public struct Files: Sendable, Equatable {
        /// Paths with `*` (within a folder name) and `**` (across folders).
        public var paths: [String]
        /// Which entries of an archive are read.
        public var entry: String
        /// Pieces of the path that become columns: `{city}-bot{bot}.csv`, `{time:yyyy-MM-dd_HH:mm}`.
        ///
        /// Where it holds a `!`, it is held against the path of the archive and that of the entry:
        /// `{city}.zip!{day:yyyy-MM-dd}.csv`.
        public var pattern: NamePattern?
        /// Files that match but are left out by name.
        public var skipped: [String]
    }

    /// Named columns of one row that become rows.
    public struct Melt: Sendable, Equatable {
        /// The headings that become rows; empty where `except` says which do not.
        public var columns: [String]
        /// All headings but these become rows.
        public var except: [String]
        /// The column that takes the heading.
        public var name: String
        /// The column that takes the cell.
        public var value: String
    }

    /// A cell with several values that becomes several rows.
    public struct Explosion: Sendable, Equatable {
        /// The column whose cells hold several values.
        public var column: String
        /// Stands between two values.
        public var separator: String
        /// The column that takes the place of a value in its cell, counted from 1.
        public var slot: String
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

        /// Which reports count.
        public var keep: Keep
        /// The column that dates a report.
        public var time: String
        /// Columns whose values tell groups of reports apart.
        public var within: [String]
    }

    /// The name by which analyses and look-ups find it.
    public var name: String
    /// What the rows are.
    public var kind: Kind
    /// Where the rows stand.
    public var files: Files
    /// How they are written.
    public var format: Format
    /// Texts that stand for "no value".
    public var absentTexts: [String]
    /// Columns that become rows.
    public var melt: Melt?
    /// Cells that become rows, after `melt`.
    public var explosion: Explosion?
    /// Columns in the order of the text; a derived column may use those before it.
    public var columns: [ColumnDefinition]
    /// The columns that put impressions in order.
    public var order: [String]
    /// Which of several dated reports count.
    public var snapshots: Snapshots?
    /// Rows that are kept.
    public var keep: [Condition]
    /// Of rows that agree in these columns only the first is kept; empty keeps all.
    public var distinct: [String]
    /// Columns that tell rows apart; rows that agree in all of them are duplicates, which are reported and kept.
    public var key: [String]
    /// The line of the recipe, counted from 1.
    public var line: Int

    /// Columns that the reading makes by itself, before any other: they need no definition, and may have one that types them.
    var madeColumns: [String] {
        var names: [String] = []
        if case .csv(let layout) = format, let unpivot = layout.unpivot {
            names += [unpivot.valueColumn, unpivot.slotColumn]
        }
        if let melt { names += [melt.name, melt.value] }
        if let explosion { names.append(explosion.slot) }
        return names
    }

    /// The columns of the table: those that the reading makes, and those that are defined.
    var columnNames: [String] {
        let made = madeColumns
        return made + columns.map(\.name).filter { !made.contains($0) }
    }
}
