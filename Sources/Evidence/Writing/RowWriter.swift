// SPDX-License-Identifier: Apache-2.0

/// Prints rows in one format.
protocol RowWriter: Sendable {
    /// Adds what stands before the first row.
    func appendHead(_ names: [String], to text: inout [UInt8])

    /// Adds one row; `names` are the names of the columns in UTF-8.
    func appendRow(_ row: Int, of columns: [Column], names: [[UInt8]], to text: inout [UInt8])
}
