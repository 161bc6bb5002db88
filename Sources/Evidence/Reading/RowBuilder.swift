// SPDX-License-Identifier: Apache-2.0

/// Collects rows: the builders of all columns, and what was rejected.
struct RowBuilder: Sendable {
    var columns: [ColumnBuilder]
    private(set) var rowCount = 0
    private(set) var rejections = Rejections()
    /// Lines that lie behind the reader, counted from the beginning of its chunk.
    var lines = 0

    init(_ columns: [ColumnBuilder]) { self.columns = columns }

    mutating func commit() { rowCount += 1 }

    /// Drops what was collected of the row in work.
    mutating func rollBack() {
        for index in columns.indices { columns[index].truncate(to: rowCount) }
    }

    /// Rejects the row in work: nothing of it stays.
    mutating func reject(_ reason: String, file: String, column: Int = 1, message: @autoclosure () -> String) {
        rollBack()
        rejections.add(reason, file: file, line: lines + 1, column: column, message: message())
    }

    /// Rejects the row in work for what stands at an offset: a record may run over several lines.
    mutating func reject(
        _ reason: String,
        at offset: Int,
        of span: RawSpan,
        recordStart: Int,
        file: String,
        message: @autoclosure () -> String
    ) {
        rollBack()
        let place = TextPlace(of: offset, in: span, from: recordStart)
        rejections.add(reason, file: file, line: lines + 1 + place.lines, column: place.column, message: message())
    }

    /// Looks up the names that wait; the bytes must be those the rows were read from.
    mutating func flush(_ span: RawSpan) {
        for index in columns.indices { columns[index].flush(span) }
    }

    /// Hands over the rows of a chunk; names stay for the next one.
    mutating func take() -> Chunk {
        let chunk = Chunk(
            values: columns.indices.map { columns[$0].takeValues() },
            rowCount: rowCount,
            rejections: rejections,
            lines: lines
        )
        for index in columns.indices { columns[index].reserve(rowCount + rowCount / 8) }
        (rowCount, rejections, lines) = (0, Rejections(), 0)
        return chunk
    }
}
