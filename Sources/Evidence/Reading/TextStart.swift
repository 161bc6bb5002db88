// SPDX-License-Identifier: Apache-2.0

/// Where the text of a file begins.
enum TextStart {
    /// The offset behind a byte-order mark.
    ///
    /// - Throws: `FileError` for UTF-16, with or without a mark, and for UTF-32.
    static func offset(_ span: RawSpan, name: String) throws(FileError) -> Int {
        guard span.byteCount >= 2 else { return 0 }
        let isMarked = (span[0] == 0xFF && span[1] == 0xFE) || (span[0] == 0xFE && span[1] == 0xFF)
        // Four bytes of ASCII in UTF-16 have a zero in every other place; no text file begins like that.
        let isUnmarked =
            span.byteCount >= 4
            && ((span[0] == 0 && span[2] == 0 && span[1] != 0 && span[3] != 0)
                || (span[1] == 0 && span[3] == 0 && span[0] != 0 && span[2] != 0))
        if isMarked || isUnmarked { throw FileError(name, reason: "is UTF-16; save it as UTF-8") }
        let hasMark = span.byteCount >= 3 && span[0] == 0xEF && span[1] == 0xBB && span[2] == 0xBF
        return hasMark ? 3 : 0
    }

    /// The offset of the first line that is data, and how many lines lie before it.
    static func data(_ span: RawSpan, _ layout: CSVLayout, name: String) throws(FileError) -> (offset: Int, line: Int) {
        var at = try offset(span, name: name)
        var line = 0
        while at < span.byteCount,
            line < layout.skippedLines || (layout.comment == span[at]) || (layout.hasHeader && isBlank(span, at))
        {
            at = CSVRecord.nextLine(span, at)
            line += 1
        }
        return (at, line)
    }

    /// Blank lines above the headings are no headings.
    private static func isBlank(_ span: RawSpan, _ at: Int) -> Bool {
        span[at] == newline || (span[at] == carriageReturn && at + 1 < span.byteCount && span[at + 1] == newline)
    }
}
