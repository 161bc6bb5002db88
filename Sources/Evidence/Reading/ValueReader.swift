// SPDX-License-Identifier: Apache-2.0

/// Reads single values that are no names.
enum ValueReader {
    /// A whole number of 32 bits, or one that is written with decimals of zero.
    @inline(__always)
    static func integer(_ span: RawSpan, _ start: Int, _ end: Int, _ format: NumberFormat?) -> Int32? {
        if format == nil, let value = Digits.integer(span, start, end) {
            return value == Column.absentInteger ? nil : value
        }
        guard let value = number(span, start, end, format), let whole = Int32(exactly: value) else { return nil }
        return whole == Column.absentInteger ? nil : whole
    }

    @inline(__always)
    static func number(_ span: RawSpan, _ start: Int, _ end: Int, _ format: NumberFormat?) -> Double? {
        guard let format else { return Digits.number(span, start, end) }
        guard let plain = format.plain(span, start, end) else { return nil }
        let value = Digits.number(unsafe plain.span.bytes, 0, plain.count)
        return format.isPercent ? value.map { $0 / 100 } : value
    }

    static func boolean(_ span: RawSpan, _ start: Int, _ end: Int) -> Int32? {
        guard end - start <= 5 else { return nil }
        switch String(decoding: (start..<end).map { span[$0] }, as: UTF8.self).lowercased() {
        case "true", "yes", "t", "y", "1": return 1
        case "false", "no", "f", "n", "0": return 0
        default: return nil
        }
    }
}
