// SPDX-License-Identifier: Apache-2.0

/// One column to be read from a file.
public struct ColumnRequest: Sendable, Equatable {
    /// Where a value stands in a row.
    public enum Source: Sendable, Equatable {
        /// Under a heading of a table, or at a path of a JSON object ("author.id"; "../" goes to the enclosing object).
        case name(String)
        /// The n-th field, counted from 1.
        case position(Int)
    }

    /// What a value is.
    public enum Kind: Sendable, Equatable {
        case name
        case integer
        case number
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

    /// Asks for a column.
    public init(_ column: String, from source: Source, as kind: Kind, isRequired: Bool = false) {
        self.column = column
        self.source = source
        self.kind = kind
        self.isRequired = isRequired
    }
}
