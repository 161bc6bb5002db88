// SPDX-License-Identifier: Apache-2.0
import Evidence

/// Reads a text of separated values, all columns by heading or by position.
func readCSV(
    _ text: String,
    _ requests: [ColumnRequest],
    _ layout: CSVLayout = CSVLayout(),
    absent: [String] = []
) async throws(FileError) -> TableRead {
    try await CSVReader(layout, requests: requests, absentTexts: absent).read(
        FileBytes.copying(Array(text.utf8)),
        name: "test.csv"
    )
}

/// Reads one JSON document.
func readJSON(
    _ text: String,
    rows: String = "",
    _ requests: [ColumnRequest]
) async throws(FileError) -> TableRead {
    try await readJSON(text, .document, rows: rows, requests)
}

/// Reads JSON, one document or one value a line.
func readJSON(
    _ text: String,
    _ layout: JSONReader.Layout,
    rows: String = "",
    _ requests: [ColumnRequest]
) async throws(FileError) -> TableRead {
    try await JSONReader(layout, rowPath: rows, requests: requests).read(
        FileBytes.copying(Array(text.utf8)),
        name: "test.json"
    )
}

/// Asks for names under headings or paths.
func names(_ columns: String...) -> [ColumnRequest] { columns.map { ColumnRequest($0, from: .name($0), as: .name) } }

extension TableRead {
    /// The values of a column as a writer prints them.
    func texts(_ column: String) -> [String?] {
        (0..<table.rowCount).map { table[column]?.text($0) }
    }

    /// "line:column: message" of each example.
    var places: [String] { rejections.examples.map { "\($0.line):\($0.column): \($0.message)" } }
}

extension Table {
    /// Whether two tables are the same to the last bit; absent numbers are equal.
    func isIdentical(to other: Table) -> Bool {
        guard order == other.order, rowCount == other.rowCount else { return false }
        return order.allSatisfy { name in
            switch (self[name], other[name]) {
            case (.names(let one), .names(let two)): one == two
            case (.integers(let one), .integers(let two)): one == two
            case (.numbers(let one), .numbers(let two)), (.instants(let one), .instants(let two)):
                one.count == two.count && zip(one, two).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
            default: false
            }
        }
    }
}
