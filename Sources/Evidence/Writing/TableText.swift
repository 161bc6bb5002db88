// SPDX-License-Identifier: Apache-2.0

/// A table on its way to text, in memory or piece by piece to a file.
struct TableText<Writer: RowWriter> {
    private let writer: Writer
    private let names: [String]
    private let columns: [Column]
    private let rowCount: Int

    init(_ table: Table, _ writer: Writer) {
        self.writer = writer
        columns = table.order.compactMap { table[$0] }
        names = table.order
        rowCount = columns.isEmpty ? 0 : table.rowCount
    }

    /// The whole text.
    var bytes: [UInt8] {
        var text: [UInt8] = []
        guard !columns.isEmpty else { return text }
        let keys = names.map { Array($0.utf8) }
        writer.appendHead(names, to: &text)
        for row in 0..<rowCount { writer.appendRow(row, of: columns, names: keys, to: &text) }
        return text
    }

    func write(to path: String) throws(FileError) {
        var file = try FileOutput(path)
        var text: [UInt8] = []
        let keys = names.map { Array($0.utf8) }
        if !columns.isEmpty { writer.appendHead(names, to: &text) }
        for row in 0..<rowCount {
            writer.appendRow(row, of: columns, names: keys, to: &text)
            guard text.count >= FileOutput.piece else { continue }
            try file.write(text)
            text.removeAll(keepingCapacity: true)
        }
        try file.write(text)
        try file.close()
    }
}

extension Column {
    /// The text of a value that a reader gives back; `nil` where there is none.
    func writable(_ row: Int) -> String? {
        switch self {
        case .numbers(let values) where !values[row].isFinite: nil
        case .instants(let values) where !Instant.range.contains(values[row]): nil
        default: text(row)
        }
    }
}
