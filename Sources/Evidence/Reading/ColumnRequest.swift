// SPDX-License-Identifier: Apache-2.0

/// One column to be read from a file.
public struct ColumnRequest: Sendable, Equatable {
    /// Where a value stands in a row.
    public enum Source: Sendable, Equatable {
        /// Under a heading of a table, or at a path of a JSON object: see `JSONPlace`.
        case name(String)
        /// The n-th field, counted from 1.
        case position(Int)
    }

    /// What a value is.
    public enum Kind: Sendable, Equatable {
        /// A text that names something.
        case name
        /// A whole number that fits 32 bits; "3.0" is one, too.
        case integer
        /// A decimal number.
        case number
        /// Yes or no, kept as the whole numbers 1 and 0: `true`, `yes`, `t`, `y` or `1` and their opposites, in any case.
        case boolean
        /// A moment; `zone` is in seconds east of UTC, for moments that do not say their own.
        case instant(InstantFormat, zone: Double)
    }

    /// The name of the column in the table that is read.
    public var column: String
    /// Where the values stand.
    public var source: Source
    /// What they are.
    public var kind: Kind
    /// Whether a row without a value is rejected.
    public var isRequired: Bool
    /// How numbers are written, where it is not the plain way.
    public var numberFormat: NumberFormat?
    /// What is put between the elements of a JSON list; without it a list is no value.
    public var listSeparator: String?

    /// Asks for a column.
    public init(
        _ column: String,
        from source: Source,
        as kind: Kind,
        isRequired: Bool = false,
        numberFormat: NumberFormat? = nil,
        listSeparator: String? = nil
    ) {
        self.column = column
        self.source = source
        self.kind = kind
        self.isRequired = isRequired
        self.numberFormat = numberFormat
        self.listSeparator = listSeparator
    }
}
