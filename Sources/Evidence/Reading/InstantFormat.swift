// SPDX-License-Identifier: Apache-2.0

/// How a file writes moments.
public enum InstantFormat: Sendable, Equatable {
    /// `2026-03-01`, `2026-03-01T12:30`, `2026-03-01 12:30:15.250`, with `Z` or an offset such as `+02:00` or `+0200`.
    case iso8601
    /// Seconds since 1970-01-01T00:00:00Z, with a fraction if need be.
    case epochSeconds
    /// Milliseconds since 1970-01-01T00:00:00Z.
    case epochMilliseconds
    /// Letters stand for digits, everything else for itself: `y` year, `M` month, `d` day, `H` hour, `m` minute, `s` second. Two or more
    /// equal letters take exactly as many digits, one letter takes one or two. Two-digit years are 2000 to 2099.
    case pattern(String)

    /// The format a recipe names: "iso8601", "epoch-seconds", "epoch-milliseconds", or a pattern with at least year, month
    /// and day.
    public init?(_ name: String) {
        switch name {
        case "iso8601": self = .iso8601
        case "epoch-seconds": self = .epochSeconds
        case "epoch-milliseconds": self = .epochMilliseconds
        default:
            guard name.contains("y"), name.contains("M"), name.contains("d") else { return nil }
            self = .pattern(name)
        }
    }

    /// Reads one moment.
    ///
    /// - Parameters:
    ///   - span: The bytes.
    ///   - start: Where the moment begins.
    ///   - end: Where it ends.
    ///   - zone: Seconds east of UTC for moments that do not say their zone.
    /// - Returns: Seconds since 1970-01-01T00:00:00Z, or `nil` where the bytes are no moment of this format.
    func seconds(_ span: RawSpan, _ start: Int, _ end: Int, zone: Double) -> Double? {
        switch self {
        case .iso8601: Self.iso(span, start, end, zone)
        case .epochSeconds: Digits.number(span, start, end)
        case .epochMilliseconds: Digits.number(span, start, end).map { $0 / 1_000 }
        case .pattern(let pattern): Self.match(pattern, span, start, end, zone)
        }
    }

    /// Reads a moment from a text.
    public func seconds(_ text: String, zone: Double = 0) -> Double? {
        let bytes = Array(text.utf8)
        return seconds(unsafe bytes.span.bytes, 0, bytes.count, zone: zone)
    }

    private static func iso(_ span: RawSpan, _ start: Int, _ end: Int, _ zone: Double) -> Double? {
        guard end - start >= 10, let year = Digits.fixed(span, start, 4), span[start + 4] == UInt8(ascii: "-"),
            let month = Digits.fixed(span, start + 5, 2), span[start + 7] == UInt8(ascii: "-"),
            let day = Digits.fixed(span, start + 8, 2), let days = Instant.days(year: year, month: month, day: day)
        else { return nil }
        let midnight = Double(days) * 86_400
        var at = start + 10
        if at == end { return midnight - zone }
        guard span[at] == UInt8(ascii: "T") || span[at] == UInt8(ascii: " "), end - at >= 6,
            let hour = Digits.fixed(span, at + 1, 2), span[at + 3] == UInt8(ascii: ":"),
            let minute = Digits.fixed(span, at + 4, 2), hour < 24, minute < 60
        else { return nil }
        at += 6
        var clock = Double(hour * 3_600 + minute * 60)
        if at < end, span[at] == UInt8(ascii: ":") {
            guard end - at >= 3, let second = Digits.fixed(span, at + 1, 2), second <= 60 else { return nil }
            at += 3
            clock += Double(second)
            if at < end, span[at] == UInt8(ascii: ".") || span[at] == UInt8(ascii: ",") {
                at += 1
                var scale = 0.1
                let first = at
                while at < end, let digit = Digits.digit(span[at]) {
                    clock += Double(digit) * scale
                    scale /= 10
                    at += 1
                }
                if at == first { return nil }
            }
        }
        guard let offset = offset(span, at, end, zone) else { return nil }
        return midnight + clock - offset
    }

    /// Seconds east of UTC: nothing, `Z`, `±HH`, `±HHMM` or `±HH:MM`.
    private static func offset(_ span: RawSpan, _ start: Int, _ end: Int, _ zone: Double) -> Double? {
        if start == end { return zone }
        if span[start] == UInt8(ascii: "Z") { return start + 1 == end ? 0 : nil }
        guard span[start] == UInt8(ascii: "+") || span[start] == UInt8(ascii: "-"), end - start >= 3,
            let hours = Digits.fixed(span, start + 1, 2)
        else { return nil }
        var minutes = 0
        if end - start > 3 {
            let colon = span[start + 3] == UInt8(ascii: ":") ? 1 : 0
            guard end - start == 5 + colon, let value = Digits.fixed(span, start + 3 + colon, 2) else { return nil }
            minutes = value
        }
        let seconds = Double(hours * 3_600 + minutes * 60)
        return span[start] == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func match(_ pattern: String, _ span: RawSpan, _ start: Int, _ end: Int, _ zone: Double) -> Double? {
        let letters = Array(pattern.utf8)
        var at = start
        var index = 0
        var (year, month, day, clock) = (1970, 1, 1, 0)
        while index < letters.count {
            let letter = letters[index]
            guard "yMdHms".utf8.contains(letter) else {
                guard at < end, span[at] == letter else { return nil }
                (at, index) = (at + 1, index + 1)
                continue
            }
            var width = 1
            while index + width < letters.count, letters[index + width] == letter { width += 1 }
            var digits = 0
            var value = 0
            while at < end, digits < max(width, 2), let digit = Digits.digit(span[at]) {
                (value, digits, at) = (value * 10 + digit, digits + 1, at + 1)
            }
            guard digits == width || (width == 1 && digits > 0) else { return nil }
            switch letter {
            case UInt8(ascii: "y"): year = digits <= 2 ? 2_000 + value : value
            case UInt8(ascii: "M"): month = value
            case UInt8(ascii: "d"): day = value
            case UInt8(ascii: "H") where value < 24: clock += value * 3_600
            case UInt8(ascii: "m") where value < 60: clock += value * 60
            case UInt8(ascii: "s") where value <= 60: clock += value
            default: return nil
            }
            index += width
        }
        guard at == end, let days = Instant.days(year: year, month: month, day: day) else { return nil }
        return Double(days) * 86_400 + Double(clock) - zone
    }
}
