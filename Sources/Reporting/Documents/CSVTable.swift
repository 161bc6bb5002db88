// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// One table as CSV (RFC 4180): a heading, UTF-8, points in decimals, CRLF at the end of a line.
struct CSVTable: Equatable, Sendable {
    /// One field.
    enum Field: Equatable, Sendable, ExpressibleByStringLiteral {
        case text(String)
        case number(Double)
        case absent

        init(stringLiteral value: String) { self = .text(value) }

        /// A text where there is one.
        static func optional(_ text: String?) -> Field { text.map { .text($0) } ?? .absent }

        /// A number where there is one that can be written.
        static func optional(_ number: Double?) -> Field {
            number.flatMap { $0.isFinite ? .number($0) : nil } ?? .absent
        }

        /// A whole number.
        static func integer(_ value: Int) -> Field { .number(Double(value)) }
    }

    /// The name of the file: "figures.csv".
    let name: String
    let columns: [String]
    private(set) var rows: [[Field]] = []

    init(_ name: String, _ columns: [String], _ rows: [[Field]] = []) {
        self.name = name
        self.columns = columns
        for row in rows { add(row) }
    }

    mutating func add(_ row: [Field]) {
        precondition(row.count == columns.count, "a row has a field for each column")
        rows.append(row)
    }

    var text: String {
        ([columns.map { Field.text($0) }] + rows).map { row in
            row.map(Self.written).joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func written(_ field: Field) -> String {
        switch field {
        case .number(let number): return JSONValue.format(number)
        case .absent: return ""
        case .text(let text):
            let safe = harmless(text)
            // One character of Swift may be CR and LF together, so bytes are looked at.
            let isQuoted =
                safe.utf8.contains { [UInt8(ascii: "\""), UInt8(ascii: ","), 10, 13].contains($0) }
                || safe.hasPrefix(" ") || safe.hasSuffix(" ")
            guard isQuoted else { return safe }
            let doubled = safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            return "\"" + doubled + "\""
        }
    }

    /// A text that no spreadsheet takes for a formula: an apostrophe stands before what begins like one and is no number.
    private static func harmless(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(PrintableText.isPrintable(scalar) ? scalar : "\u{FFFD}") }
        let safe = String(clean)
        guard let first = safe.utf8.first, "=+-@\t\r".utf8.contains(first) else { return safe }
        return Double(safe) == nil ? "'" + safe : safe
    }
}
