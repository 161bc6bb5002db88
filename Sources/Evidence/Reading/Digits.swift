// SPDX-License-Identifier: Apache-2.0

/// Numbers read from bytes without making a string.
enum Digits {
    static func digit(_ byte: UInt8) -> Int? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? Int(value) : nil
    }

    /// A whole number of exactly `width` digits.
    static func fixed(_ span: RawSpan, _ start: Int, _ width: Int) -> Int? {
        guard start + width <= span.byteCount else { return nil }
        var value = 0
        for offset in start..<start + width {
            guard let digit = digit(span[offset]) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// A whole number with an optional sign that fits 32 bits.
    static func integer(_ span: RawSpan, _ start: Int, _ end: Int) -> Int32? {
        guard start < end else { return nil }
        let negative = span[start] == UInt8(ascii: "-")
        var offset = negative || span[start] == UInt8(ascii: "+") ? start + 1 : start
        guard offset < end, end - offset <= 10 else { return nil }
        var value: Int64 = 0
        while offset < end {
            guard let digit = digit(span[offset]) else { return nil }
            value = value * 10 + Int64(digit)
            offset += 1
        }
        return Int32(exactly: negative ? -value : value)
    }

    /// A decimal number.
    ///
    /// Up to 15 digits with a small exponent are exact in one division or product; everything else takes the standard
    /// library's correctly rounded way.
    static func number(_ span: RawSpan, _ start: Int, _ end: Int) -> Double? {
        guard start < end else { return nil }
        let negative = span[start] == UInt8(ascii: "-")
        var offset = negative || span[start] == UInt8(ascii: "+") ? start + 1 : start
        var mantissa: Int64 = 0
        var digits = 0
        var decimals = 0
        var seenPoint = false
        while offset < end {
            if let digit = digit(span[offset]) {
                mantissa = mantissa &* 10 &+ Int64(digit)
                digits += 1
                if seenPoint { decimals += 1 }
            } else if span[offset] == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else {
                return slow(span, start, end)
            }
            offset += 1
        }
        guard digits > 0 else { return nil }
        guard digits <= 15 else { return slow(span, start, end) }
        let magnitude = Double(mantissa) / powers[decimals]
        return negative ? -magnitude : magnitude
    }

    private static let powers: [Double] = (0...15).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    private static func slow(_ span: RawSpan, _ start: Int, _ end: Int) -> Double? {
        guard end - start <= 400 else { return nil }
        let text = String(decoding: (start..<end).map { span[$0] }, as: UTF8.self)
        guard let value = Double(text), value.isFinite, !text.contains("x"), !text.contains("X") else { return nil }
        return value
    }
}
