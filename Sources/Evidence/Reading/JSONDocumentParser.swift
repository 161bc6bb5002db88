// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON document: a list whose elements are read one after the other, or a single object.
struct JSONDocumentParser: RecordParser {
    let rows: JSONRows
    let absentTexts: [String]
    var requests: [ColumnRequest] { rows.requests }

    func guessStart(_ span: RawSpan, atOrAfter offset: Int) -> Int { offset }

    func parse(_ span: RawSpan, from start: Int, until limit: Int, file: String, into builder: inout RowBuilder) -> Int
    {
        var tape = JSONTape()
        var counted = start
        /// Brings the count of lines to an offset, so that a rejected row can say where it is.
        func count(to offset: Int) {
            while counted < offset {
                if span[counted] == newline { builder.lines += 1 }
                counted += 1
            }
        }
        do throws(JSONTape.Malformed) {
            var at = JSONTape.skipSpace(span, start)
            if at < span.byteCount, span[at] == UInt8(ascii: "[") {
                at = JSONTape.skipSpace(span, at + 1)
                var position = 0
                var isOpen = at >= span.byteCount || span[at] != UInt8(ascii: "]")
                while isOpen {
                    count(to: at)
                    at = JSONTape.skipSpace(span, try tape.read(span, at: at))
                    position += 1
                    rows.append(tape, span, position: position, file: file, into: &builder)
                    guard at < span.byteCount, span[at] == UInt8(ascii: ",") || span[at] == UInt8(ascii: "]") else {
                        throw JSONTape.Malformed(offset: at, reason: "a comma or the end of the list was expected")
                    }
                    isOpen = span[at] == UInt8(ascii: ",")
                    if isOpen { at = JSONTape.skipSpace(span, at + 1) }
                }
                at += 1
            } else {
                at = try tape.read(span, at: at)
                rows.append(tape, span, position: nil, file: file, into: &builder)
            }
            at = JSONTape.skipSpace(span, at)
            guard at == span.byteCount else { throw JSONTape.Malformed(offset: at, reason: "text behind the value") }
        } catch {
            count(to: min(error.offset, span.byteCount))
            let place = TextPlace(of: error.offset, in: span, from: lineStart(error.offset, span, notBefore: start))
            builder.reject(
                "not JSON from here on",
                file: file,
                column: place.column,
                message: "\(error.reason); the rest of the file was not read"
            )
        }
        return limit
    }

    private func lineStart(_ offset: Int, _ span: RawSpan, notBefore start: Int) -> Int {
        var first = min(offset, span.byteCount)
        while first > start, span[first - 1] != newline { first -= 1 }
        return first
    }
}
