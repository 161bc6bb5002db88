// SPDX-License-Identifier: Apache-2.0

/// Moments written by a pattern, as in `M/d/yy H:mm` or `EEE MMM dd HH:mm:ss Z yyyy`.
///
/// | letters | stand for |
/// |---|---|
/// | `y`, `M`, `d`, `H`, `m`, `s` | year, month, day, hour from 0, minute, second: two or more equal letters take exactly as many digits, one letter takes one or two; years of two digits are 2000 to 2099 |
/// | `MMM` | an English month, "Mar" or "March" |
/// | `EEE` | an English weekday, which is not checked |
/// | `h` and `a` | an hour from 1 to 12 and "AM" or "PM" |
/// | `S` | decimals of a second, any number of them |
/// | `Z` | `Z` or an offset such as `+0200` or `+02:00` |
///
/// Everything else stands for itself.
enum InstantPattern {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// What has been read so far.
    private struct Parts {
        var year = 1970
        var month = 1
        var day = 1
        var clock = 0
        var hour = 0
        var isAfternoon: Bool?
        var fraction = 0..<0
        var offset: Double
    }

    static func match(_ pattern: String, _ span: RawSpan, _ start: Int, _ end: Int, _ zone: Double) -> Double? {
        let letters = pattern.utf8
        var parts = Parts(offset: zone)
        var at = start
        var index = letters.startIndex
        while index < letters.endIndex {
            let letter = letters[index]
            let width = letters[index...].prefix { $0 == letter }.count
            switch letter {
            case UInt8(ascii: "M") where width >= 3, UInt8(ascii: "E") where width >= 3:
                let word = word(span, &at, end)
                if letter == UInt8(ascii: "M") {
                    guard let month = months.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else {
                        return nil
                    }
                    parts.month = month + 1
                }
            case UInt8(ascii: "a"):
                let word = word(span, &at, end)
                guard word == "am" || word == "pm" else { return nil }
                parts.isAfternoon = word == "pm"
            case UInt8(ascii: "S"):
                let first = at
                while at < end, Digits.digit(span[at]) != nil { at += 1 }
                if at == first { return nil }
                parts.fraction = first..<at
            case UInt8(ascii: "Z"):
                let first = at
                while at < end, span[at] != UInt8(ascii: " ") { at += 1 }
                guard at > first, let offset = InstantFormat.offset(span, first, at, zone) else { return nil }
                parts.offset = offset
            case _ where "yMdHhms".utf8.contains(letter):
                guard let (value, digits) = number(span, &at, end, width), set(letter, value, digits, &parts) else {
                    return nil
                }
            default:
                for _ in 0..<width {
                    guard at < end, span[at] == letter else { return nil }
                    at += 1
                }
            }
            index = letters.index(index, offsetBy: width)
        }
        return at == end ? seconds(parts, span) : nil
    }

    private static func seconds(_ parts: Parts, _ span: RawSpan) -> Double? {
        guard let days = Instant.days(year: parts.year, month: parts.month, day: parts.day) else { return nil }
        var hour = parts.hour
        if let isAfternoon = parts.isAfternoon {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        return InstantFormat.sum(days * 86_400 + hour * 3_600 + parts.clock - Int(parts.offset), parts.fraction, span)
    }

    private static func set(_ letter: UInt8, _ value: Int, _ digits: Int, _ parts: inout Parts) -> Bool {
        switch letter {
        case UInt8(ascii: "y"): parts.year = digits <= 2 ? 2_000 + value : value
        case UInt8(ascii: "M"): parts.month = value
        case UInt8(ascii: "d"): parts.day = value
        case UInt8(ascii: "H") where value < 24, UInt8(ascii: "h") where value <= 12: parts.hour = value
        case UInt8(ascii: "m") where value < 60: parts.clock += value * 60
        case UInt8(ascii: "s") where value <= 60: parts.clock += value
        default: return false
        }
        return true
    }

    private static func number(_ span: RawSpan, _ at: inout Int, _ end: Int, _ width: Int) -> (value: Int, digits: Int)?
    {
        var (value, digits) = (0, 0)
        while at < end, digits < max(width, 2), digits < 9, let digit = Digits.digit(span[at]) {
            (value, digits, at) = (value * 10 + digit, digits + 1, at + 1)
        }
        return digits == width || (width == 1 && digits > 0) ? (value, digits) : nil
    }

    private static func word(_ span: RawSpan, _ at: inout Int, _ end: Int) -> String {
        let first = at
        while at < end, UInt8(ascii: "a")...UInt8(ascii: "z") ~= span[at] | 0x20 { at += 1 }
        return String(decoding: (first..<at).map { span[$0] | 0x20 }, as: UTF8.self)
    }
}
