// SPDX-License-Identifier: Apache-2.0

/// Writes a table as separated values with headings: UTF-8, line feeds, quotes only where they are needed.
///
/// What `CSVReader` reads from it is the table again. Three things have no text of their own: an empty name and a number that
/// is not finite become absent values, and moments outside the years 0 to 9999 do, too.
public struct CSVWriter: Sendable {
    /// The byte between two fields.
    public var delimiter: UInt8

    /// A writer; `delimiter` must be an ASCII character that is neither a quote nor a line break.
    public init(delimiter: UInt8 = UInt8(ascii: ",")) {
        precondition(delimiter < 0x80 && ![UInt8(ascii: "\""), newline, carriageReturn].contains(delimiter))
        self.delimiter = delimiter
    }

    /// The text of a table.
    public func bytes(_ table: Table) -> [UInt8] { TableText(table, self).bytes }

    /// Writes a table to a file, which appears only when all of it is written.
    ///
    /// - Throws: `FileError` where the file cannot be written.
    public func write(_ table: Table, to path: String) throws(FileError) { try TableText(table, self).write(to: path) }

    /// Adds a field, in quotes where a reader would else see something different.
    private func append(_ field: some Collection<UInt8>, to text: inout [UInt8]) {
        let mustQuote =
            field.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == newline || $0 == carriageReturn }
            || field.starts(with: [0xEF, 0xBB, 0xBF])
        guard mustQuote else {
            text.append(contentsOf: field)
            return
        }
        text.append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { text.append(byte) }
            text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
    }
}

extension CSVWriter: RowWriter {
    func appendHead(_ names: [String], to text: inout [UInt8]) {
        for (index, name) in names.enumerated() {
            if index > 0 { text.append(delimiter) }
            append(name.utf8, to: &text)
        }
        // A lone heading without letters would be a blank line.
        if names == [""] { text.append(contentsOf: "\"\"".utf8) }
        text.append(newline)
    }

    func appendRow(_ row: Int, of columns: [Column], names: [[UInt8]], to text: inout [UInt8]) {
        let start = text.count
        for (index, column) in columns.enumerated() {
            if index > 0 { text.append(delimiter) }
            if case .names(let column) = column {
                if column.codes[row] >= 0 { append(column.names.bytes(of: column.codes[row]), to: &text) }
            } else if let value = column.writable(row) {
                append(value.utf8, to: &text)
            }
        }
        // A lone absent value would be a blank line, which is no row.
        if text.count == start { text.append(contentsOf: "\"\"".utf8) }
        text.append(newline)
    }
}
