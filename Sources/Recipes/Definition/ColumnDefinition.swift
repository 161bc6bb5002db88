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
        case lookup(Lookup)
        /// A calculation with columns of numbers.
        case arithmetic(Arithmetic, [String])
        /// The value of the first case whose conditions a row meets.
        case cases([Case], otherwise: String?)
        /// The place of a row among those that agree in the columns `within`, counted from 1; ties keep the order of the rows.
        case rank(within: [String], by: [String], isDescending: Bool)
        /// The number of the session a row belongs to, counted from 1 within the rows that agree in the columns `within`; a
        /// session ends where the next row comes more than `gap` (seconds, or the unit of the column `by`) later.
        case session(within: [String], by: String, gap: Double)
    }

    /// How a value of another table is found.
    public struct Lookup: Sendable, Equatable {
        /// The other table.
        public var table: String
        /// Columns of this table.
        public var by: [String]
        /// Columns of the other table that have to be equal to them, in the same order.
        public var key: [String]
        /// The column of the other table whose value is taken.
        public var take: String
        /// Whether all values are taken, put together with the separator of the column, instead of the first.
        public var takesAll: Bool
    }

    /// A calculation with columns; a row that lacks one of the numbers has no result.
    public enum Arithmetic: String, Sendable, CaseIterable {
        /// All numbers added up.
        case sum
        /// The first number minus all others.
        case difference
        /// All numbers multiplied.
        case product
        /// The first number divided by the second; none where that is zero.
        case ratio
    }

    /// A value for the rows that meet some conditions.
    public struct Case: Sendable, Equatable {
        /// All of them have to be met.
        public var conditions: [Condition]
        /// The value.
        public var value: String
    }

    /// What is done to a name.
    public enum Change: Sendable, Equatable {
        /// Cuts at a text and takes one piece; negative counts from the end, −1 is the last.
        case piece(of: String, Int)
        /// Puts a text in the place of another, everywhere.
        case replace(String, with: String)
        /// Renames; a name that is not listed is kept, dropped, or taken for an error.
        case rename([String: String], otherwise: Otherwise)
        /// Makes letters small.
        case lowercase
        /// The text before the first and behind the last space-like character goes.
        case trim
        /// Numbers become names of intervals: the lower bound of each, ascending.
        case bins([Double])
    }

    /// What happens to a name that a renaming does not list.
    public enum Otherwise: String, Sendable, CaseIterable {
        /// It stays as it is.
        case keep
        /// The row has no value.
        case drop
        /// Nothing is read.
        case error
    }

    /// The name of the column in the table.
    public var name: String
    /// Where values come from.
    public var origin: Origin
    /// What is done to them, in this order.
    public var changes: [Change]
    /// The kind the changed names are read as.
    public var kind: ColumnRequest.Kind
    /// How numbers are written, where it is not the plain way.
    public var numberFormat: NumberFormat?
    /// Numbers are multiplied by this.
    public var scale: Double?
    /// This is added to numbers, after they were multiplied.
    public var offset: Double?
    /// Moments become names of days, hours or the like.
    public var calendar: CalendarStretch?
    /// Whether a row without a value is rejected.
    public var isRequired: Bool
    /// Whether a file may lack the column altogether.
    public var isOptional: Bool
    /// Text that stands between several names of one value, as in "news|sports"; makes an overlapping partition.
    public var separator: String?
    /// The line of the recipe, counted from 1.
    public var line: Int
}
