// SPDX-License-Identifier: Apache-2.0

/// Writes a table as JSON Lines: one object a row, all columns in every row, `null` where there is no value.
///
/// What `JSONReader` reads from it is the table again, with the exceptions that `CSVWriter` states.
public struct JSONLinesWriter: Sendable {
    /// A writer.
    public init() {}

    /// The text of a table.
    public func bytes(_ table: Table) -> [UInt8] { TableText(table, self).bytes }

    /// Writes a table to a file, which appears only when all of it is written.
    ///
    /// - Throws: `FileError` where the file cannot be written.
    public func write(_ table: Table, to path: String) throws(FileError) { try TableText(table, self).write(to: path) }

    /// Adds a string with everything escaped that JSON does not allow inside quotes.
    static func append(_ string: some Sequence<UInt8>, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case newline: text += "\\n".utf8
            case carriageReturn: text += "\\r".utf8
            case 0x09: text += "\\t".utf8
            case 0..<0x20: text += "\\u00".utf8 + [hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}

extension JSONLinesWriter: RowWriter {
    func appendHead(_ names: [String], to text: inout [UInt8]) {}

    func appendRow(_ row: Int, of columns: [Column], names: [[UInt8]], to text: inout [UInt8]) {
        for (index, column) in columns.enumerated() {
            text.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            Self.append(names[index], to: &text)
            text.append(UInt8(ascii: ":"))
            switch column {
            case .names(let column) where column.codes[row] >= 0:
                Self.append(column.names.bytes(of: column.codes[row]), to: &text)
            case .instants where column.writable(row) != nil: Self.append((column.writable(row) ?? "").utf8, to: &text)
            case .names, .instants: text += "null".utf8
            case .integers, .numbers: text += (column.writable(row) ?? "null").utf8
            }
        }
        text += "}\n".utf8
    }
}
