// SPDX-License-Identifier: Apache-2.0

/// The inside of JSON strings.
enum JSONString {
    /// The first quote, backslash or control character from an offset on, eight bytes at a time.
    @inline(__always)
    static func plainEnd(_ span: RawSpan, _ start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = start
        while at + 8 <= span.byteCount {
            let word = UInt64(littleEndian: unsafe span.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            let controls = (word &- ones &* 0x20) & ~word
            // A byte of zero borrows from its high bit; the lowest hit is always a true one.
            let hits = ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | controls) & highs
            if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < span.byteCount, span[at] >= 0x20, span[at] != UInt8(ascii: "\""), span[at] != UInt8(ascii: "\\") {
            at += 1
        }
        return at
    }

    /// The offset behind the escape that begins at an offset, or `nil` where JSON has no such escape.
    static func escapeEnd(_ span: RawSpan, _ at: Int) -> Int? {
        guard at + 1 < span.byteCount else { return nil }
        switch span[at + 1] {
        case UInt8(ascii: "u"): return hexadecimal(span, at + 2, span.byteCount) == nil ? nil : at + 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return at + 2
        default: return nil
        }
    }

    /// The text of a string with escapes, or `nil` where half of a surrogate pair stands alone: it is no character.
    static func unescape(_ span: RawSpan, _ start: Int, _ end: Int) -> [UInt8]? {
        var text: [UInt8] = []
        var at = start
        while at < end {
            guard span[at] == UInt8(ascii: "\\") else {
                text.append(span[at])
                at += 1
                continue
            }
            guard at + 1 < end else { return nil }
            switch span[at + 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"):
                guard let (scalar, next) = unicode(span, at, end) else { return nil }
                text.append(contentsOf: String(Character(scalar)).utf8)
                at = next
                continue
            default: text.append(span[at + 1])
            }
            at += 2
        }
        return text
    }

    /// A `\uXXXX`, or two that form one character.
    private static func unicode(_ span: RawSpan, _ at: Int, _ end: Int) -> (Unicode.Scalar, next: Int)? {
        guard let first = hexadecimal(span, at + 2, end) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, at + 6) }
        guard 0xD800..<0xDC00 ~= first, at + 7 < end, span[at + 6] == UInt8(ascii: "\\"),
            span[at + 7] == UInt8(ascii: "u"),
            let second = hexadecimal(span, at + 8, end), 0xDC00..<0xE000 ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { return nil }
        return (scalar, at + 12)
    }

    private static func hexadecimal(_ span: RawSpan, _ start: Int, _ end: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var value: UInt32 = 0
        for at in start..<start + 4 {
            guard let digit = Character(Unicode.Scalar(span[at])).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
