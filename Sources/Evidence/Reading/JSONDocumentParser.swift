// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON document: a list whose elements are read one after the other, or a single object.
struct JSONDocumentParser: RecordParser {
    let rows: JSONRows
    let absentTexts: [String]
    var requests: [ColumnRequest] { rows.requests }

    func guessStart(_ span: RawSpan, atOrAfter offset: Int) -> Int { offset }

    func parse(_ span: RawSpan, from start: Int, until limit: Int, file: String, into builder: inout RowBuilder) -> Int {
        var tape = JSONTape()
        var at = JSONTape.skipSpace(span, start)
        var counted = start
        func count(to offset: Int) {
            while counted < offset {
                if span[counted] == newline { builder.lines += 1 }
                counted += 1
            }
        }
        do throws(JSONTape.Malformed) {
            guard at < span.byteCount, span[at] == UInt8(ascii: "[") else {
                at = JSONTape.skipSpace(span, try tape.read(span, at: at))
                rows.append(tape, span, file: file, into: &builder)
                guard at == span.byteCount else { throw JSONTape.Malformed(offset: at, reason: "text behind the value") }
                return limit
            }
            at = JSONTape.skipSpace(span, at + 1)
            while at < span.byteCount, span[at] != UInt8(ascii: "]") {
                count(to: at)
                at = JSONTape.skipSpace(span, try tape.read(span, at: at))
                rows.append(tape, span, file: file, into: &builder)
                guard at < span.byteCount, span[at] == UInt8(ascii: ",") || span[at] == UInt8(ascii: "]") else {
                    throw JSONTape.Malformed(offset: at, reason: "a comma or the end of the list was expected")
                }
                if span[at] == UInt8(ascii: ",") { at = JSONTape.skipSpace(span, at + 1) }
            }
            guard at < span.byteCount else { throw JSONTape.Malformed(offset: at, reason: "the list is not closed") }
        } catch {
            count(to: min(error.offset, span.byteCount))
            builder.reject(
                "not JSON from here on", file: file, column: column(of: error.offset, span),
                message: "\(error.reason); the rest of the file was not read")
        }
        return limit
    }

    private func column(of offset: Int, _ span: RawSpan) -> Int {
        var first = min(offset, span.byteCount)
        while first > 0, span[first - 1] != newline { first -= 1 }
        return offset - first + 1
    }
}
