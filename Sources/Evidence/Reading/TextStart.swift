// SPDX-License-Identifier: Apache-2.0

/// Where the text of a file begins.
enum TextStart {
    /// What a file is told whose bytes are no UTF-8.
    static let notUTF8 =
        "is not UTF-8; save it as UTF-8 (where it is Latin-1: iconv -f ISO-8859-1 -t UTF-8 OLD > NEW)"

    /// The offset behind a byte-order mark.
    ///
    /// - Throws: `FileError` for UTF-16, with or without a mark, for UTF-32, and for formats of other programs.
    static func offset(_ span: RawSpan, name: String) throws(FileError) -> Int {
        guard span.byteCount >= 2 else { return 0 }
        if let (_, reason) = otherFormats.first(where: { begins(span, $0.0) }) { throw FileError(name, reason: reason) }
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

    /// What files begin with that are no text, and what to do with them.
    private static let otherFormats: [([UInt8], String)] = [
        (Array("PK\u{3}\u{4}".utf8), "is a zip archive or a workbook: name it .zip, or save its sheet as CSV"),
        ([0x1F, 0x8B], "is compressed: name it .gz"),
        (Array("PAR1".utf8), "is Parquet: save it as CSV or JSON Lines"),
        (Array("SQLite format 3".utf8), "is a SQLite database: save its table as CSV"),
    ]

    private static func begins(_ span: RawSpan, _ bytes: [UInt8]) -> Bool {
        span.byteCount >= bytes.count && bytes.indices.allSatisfy { span[$0] == bytes[$0] }
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
