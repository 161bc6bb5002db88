// SPDX-License-Identifier: Apache-2.0

/// A place in a text as people count it.
struct TextPlace: Equatable {
    /// Line breaks before it.
    var lines = 0
    /// The character in its line, counted from 1.
    var column = 1

    /// The place of an offset, counted from the beginning of a line.
    init(of offset: Int, in span: RawSpan, from start: Int) {
        for at in start..<min(max(offset, start), span.byteCount) {
            if span[at] == newline {
                (lines, column) = (lines + 1, 1)
            } else if span[at] & 0xC0 != 0x80 {
                // Bytes that continue a character are not counted.
                column += 1
            }
        }
    }
}
