// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON value a line.
struct JSONLinesParser: RecordParser {
    let rows: JSONRows
    let absentTexts: [String]
    var requests: [ColumnRequest] { rows.requests }

    func guessStart(_ span: RawSpan, atOrAfter offset: Int) -> Int { CSVRecord.nextLine(span, offset - 1) }

    func parse(_ span: RawSpan, from start: Int, until limit: Int, file: String, into builder: inout RowBuilder) -> Int
    {
        var tape = JSONTape()
        var at = start
        while at < limit {
            let end = CSVRecord.nextLine(span, at)
            // The reader never sees what is behind the line: an open bracket must not swallow its neighbours.
            let line = span.extracting(0..<end)
            if JSONTape.skipSpace(line, at) < end {
                do throws(JSONTape.Malformed) {
                    let behind = JSONTape.skipSpace(line, try tape.read(line, at: at))
                    guard behind == end else {
                        throw JSONTape.Malformed(offset: behind, reason: "text behind the value")
                    }
                    rows.append(tape, span, position: nil, file: file, into: &builder)
                } catch {
                    builder.reject(
                        "not JSON",
                        at: min(error.offset, max(at, end - 1)),
                        of: span,
                        recordStart: at,
                        file: file,
                        message: error.reason
                    )
                }
            }
            builder.lines += 1
            at = end
        }
        return at
    }
}
