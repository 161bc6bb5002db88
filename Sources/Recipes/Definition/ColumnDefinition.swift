// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// One column of a table: where its values come from and what is done to them.
public struct ColumnDefinition: Sendable, Equatable {
    /// Where values come from.
    public enum Origin: Sendable, Equatable {
        /// Headings, positions or paths of the file's rows; the first one that the file has is taken.
        case file([ColumnRequest.Source])
        /// A piece of the file's path.
        case path(String)
        /// Another column.
        case column(String)
        /// Several columns side by side.
        case join([String], with: String)
        /// The same text in all rows.
        case constant(String)
        /// A column of another table, found by equal names.
        case lookup(table: String, by: String, key: String, take: String)
    }

    /// What is done to a name.
    public enum Change: Sendable, Equatable {
        /// Cuts at a text and takes one piece; negative counts from the end, −1 is the last.
        case piece(of: String, Int)
        case replace(String, with: String)
        /// Renames; a name that is not listed is kept, dropped, or taken for an error.
        case rename([String: String], otherwise: Otherwise)
        case lowercase
        /// The text before the first and behind the last space-like character goes.
        case trim
        /// Numbers become names of intervals: the lower bound of each, ascending.
        case bins([Double])
    }

    /// What happens to a name that a renaming does not list.
    public enum Otherwise: String, Sendable, CaseIterable {
        case keep, drop, error
    }

    public var name: String
    public var origin: Origin
    public var changes: [Change]
    /// The kind the changed names are read as.
    public var kind: ColumnRequest.Kind
    /// Whether a row without a value is rejected.
    public var isRequired: Bool
    /// Whether a file may lack the column altogether.
    public var isOptional: Bool
    /// Texts that stand between several names of one value, as in "news|sports"; makes an overlapping partition.
    public var separator: String?
    public var line: Int
}
