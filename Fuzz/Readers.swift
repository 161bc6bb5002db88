// SPDX-License-Identifier: Apache-2.0

// Fuzzes the readers of separated values and of JSON with libFuzzer: `make fuzz`.
//
// A thrown error is fine. The findings are traps, reads outside the bytes, hangs, and the failed law below: reading in chunks
// gives what reading as a whole gives.

private let requests = [
    ColumnRequest("a", from: .position(1), as: .name), ColumnRequest("n", from: .position(2), as: .integer),
    ColumnRequest("t", from: .position(3), as: .instant(.iso8601, zone: 0)),
    ColumnRequest("x", from: .position(4), as: .number, numberFormat: NumberFormat(decimal: 0x2C, thousands: 0x2E)),
]

private let paths = [
    ColumnRequest("a", from: .name("a.b"), as: .name, listSeparator: "|"),
    ColumnRequest("n", from: .name("../n"), as: .number), ColumnRequest("k", from: .name("@key"), as: .name),
]

/// Runs both readers on one input; the first byte of it chooses how they are set up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let input = unsafe UnsafeBufferPointer(start: start, count: count)
    let setting = unsafe input[0]
    let bytes = unsafe FileBytes.copying(Array(input.dropFirst()))
    let parser = CSVParser(
        layout: CSVLayout(isRagged: setting & 1 == 0, comment: setting & 2 == 0 ? nil : 0x23),
        requests: requests,
        absentTexts: ["NA"],
        fields: [0, 1, 2, 3],
        fieldCount: setting & 1 == 0 ? nil : 4
    )
    check(parser, bytes)
    let rows = JSONRows(path: setting & 4 == 0 ? "" : "*.feed", requests: paths)
    check(JSONLinesParser(rows: rows, absentTexts: []), bytes)
    _ = whole(JSONDocumentParser(rows: rows, absentTexts: []), bytes)
    return 0
}

/// Reads all records in one go.
private func whole(_ parser: some RecordParser, _ bytes: FileBytes) -> Chunk {
    var rows = RowBuilder(parser.requests.map { ColumnBuilder($0, absentTexts: parser.absentTexts) })
    bytes.withBytes { span in
        _ = parser.parse(span, from: 0, until: span.byteCount, file: "", into: &rows)
        rows.flush(span)
    }
    return rows.take()
}

/// Reads record by record and compares.
private func check(_ parser: some RecordParser, _ bytes: FileBytes) {
    let expected = whole(parser, bytes)
    var rows = RowBuilder(parser.requests.map { ColumnBuilder($0, absentTexts: parser.absentTexts) })
    bytes.withBytes { span in
        var at = 0
        while at < span.byteCount {
            let next = parser.parse(span, from: at, until: at + 1, file: "", into: &rows)
            precondition(next > at, "the reader stands still")
            at = next
        }
        rows.flush(span)
    }
    let found = rows.take()
    precondition(found.rowCount == expected.rowCount && found.lines == expected.lines)
    precondition(found.rejections == expected.rejections)
    for (one, other) in zip(found.values, expected.values) {
        precondition(one.codes == other.codes && one.integers == other.integers)
    }
}
