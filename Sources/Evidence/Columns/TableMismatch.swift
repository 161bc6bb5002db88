// SPDX-License-Identifier: Apache-2.0

/// A column that has different types in two tables.
public struct TableMismatch: Error, Sendable, Equatable, CustomStringConvertible {
    /// The column.
    public let column: String

    /// What has to be done.
    public var description: String { "column \"\(column)\" has different types in different files; declare its type" }
}
