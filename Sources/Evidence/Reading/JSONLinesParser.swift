// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON value a line.
struct JSONLinesParser: RecordParser {
    let rows: JSONRows
    let absentTexts: [String]
    var requests: [ColumnRequest] { rows.requests }

    func guessStart(_ span: RawSpan, atOrAfter offset: Int) -> Int { CSVRecord.nextLine(span, offset - 1) }

    func parse(_ span: RawSpan, from start: Int, until limit: Int, file: String, into builder: inout RowBuilder) -> Int {
        var tape = JSONTape()
        var at = start
        while at < limit {
            let end = CSVRecord.nextLine(span, at)
            if JSONTape.skipSpace(span, at) < end {
                do throws(JSONTape.Malformed) {
                    let behind = try tape.read(span, at: at)
                    guard JSONTape.skipSpace(span, behind) >= end || behind >= end else {
                        throw JSONTape.Malformed(offset: behind, reason: "text behind the value")
                    }
                    guard behind <= end else {
                        throw JSONTape.Malformed(offset: end - 1, reason: "the value does not end on its line")
                    }
                    rows.append(tape, span, file: file, into: &builder)
                } catch {
                    builder.reject(
                        "not JSON", file: file, column: min(error.offset, end) - at + 1, message: error.reason)
                }
            }
            builder.lines += 1
            at = end
        }
        return at
    }
}
