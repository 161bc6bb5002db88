// SPDX-License-Identifier: Apache-2.0

/// The fields of one record of separated values: where they lie, found without copying.
struct CSVRecord {
    /// How long a quoted field may be.
    ///
    /// A quote that is never closed would else swallow the rest of the file.
    static let longestQuoted = 1 << 20

    struct Field {
        var start: Int
        var end: Int
        /// Holds doubled quotes that stand for one.
        var isEscaped: Bool
    }

    enum Outcome {
        case record(end: Int)
        /// An unclosed quote, or text behind a closing one; the reader goes on at the next line.
        case malformed(at: Int, reason: String, end: Int)
    }

    private(set) var fields: [Field] = []
    /// Line breaks inside the record, the one that ends it included.
    private(set) var lineBreaks = 0

    /// Reads the record that begins at `start`; its fields take the place of those before.
    mutating func read(_ span: RawSpan, at start: Int, delimiter: UInt8) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        lineBreaks = 0
        let count = span.byteCount
        var at = start
        while true {
            if at < count, span[at] == UInt8(ascii: "\"") {
                guard let close = closingQuote(span, after: at) else {
                    return .malformed(
                        at: at,
                        reason: "a quote is not closed",
                        end: Self.nextLine(span, start)
                    )
                }
                fields.append(Field(start: at + 1, end: close.at, isEscaped: close.isEscaped))
                at = close.at + 1
                if at < count, span[at] != delimiter, !Self.isLineEnd(span, at) {
                    return .malformed(
                        at: at,
                        reason: "text behind a closing quote",
                        end: Self.nextLine(span, start)
                    )
                }
            } else {
                let end = Self.fieldEnd(span, at, delimiter)
                let trimmed = end > at && (end == count || span[end] == newline) && span[end - 1] == carriageReturn
                fields.append(Field(start: at, end: trimmed ? end - 1 : end, isEscaped: false))
                at = end
            }
            if at >= count {
                lineBreaks += 1
                return .record(end: count)
            }
            guard span[at] == delimiter else {
                if span[at] == carriageReturn { at += 1 }
                lineBreaks += 1
                return .record(end: min(at + 1, count))
            }
            at += 1
        }
    }

    /// The next delimiter or line break, eight bytes at a time.
    @inline(__always)
    private static func fieldEnd(_ span: RawSpan, _ start: Int, _ delimiter: UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let delimiters = ones &* UInt64(delimiter)
        let newlines = ones &* UInt64(newline)
        let count = span.byteCount
        var at = start
        while at + 8 <= count {
            let word = UInt64(littleEndian: unsafe span.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let left = word ^ delimiters
            let right = word ^ newlines
            // A byte of zero borrows from its high bit; the lowest hit is always a true one.
            let hits = ((left &- ones) & ~left | (right &- ones) & ~right) & highs
            if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < count, span[at] != delimiter, span[at] != newline { at += 1 }
        return at
    }

    private mutating func closingQuote(_ span: RawSpan, after open: Int) -> (at: Int, isEscaped: Bool)? {
        let limit = min(span.byteCount, open + 1 + Self.longestQuoted)
        var at = open + 1
        var isEscaped = false
        var breaks = 0
        while at < limit {
            if span[at] == newline { breaks += 1 }
            if span[at] == UInt8(ascii: "\"") {
                guard at + 1 < span.byteCount, span[at + 1] == UInt8(ascii: "\"") else {
                    lineBreaks += breaks
                    return (at, isEscaped)
                }
                isEscaped = true
                at += 1
            }
            at += 1
        }
        return nil
    }

    private static func isLineEnd(_ span: RawSpan, _ at: Int) -> Bool {
        span[at] == newline || (span[at] == carriageReturn && (at + 1 == span.byteCount || span[at + 1] == newline))
    }

    static func nextLine(_ span: RawSpan, _ start: Int) -> Int {
        var at = start
        while at < span.byteCount, span[at] != newline { at += 1 }
        return min(at + 1, span.byteCount)
    }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
