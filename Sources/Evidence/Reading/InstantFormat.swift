// SPDX-License-Identifier: Apache-2.0

/// How a file writes moments.
public enum InstantFormat: Sendable, Equatable {
    /// `2026-03-01`, `2026-03-01T12:30`, `2026-03-01 12:30:15.250`, with `Z`, ` UTC` or an offset such as `+02:00` or `+0200`.
    case iso8601
    /// Seconds since 1970-01-01T00:00:00Z, with a fraction if need be.
    case epochSeconds
    /// Milliseconds since 1970-01-01T00:00:00Z.
    case epochMilliseconds
    /// Letters stand for digits or names, everything else for itself; see `InstantPattern`.
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
    /// - Returns: Seconds since 1970-01-01T00:00:00Z, or `nil` where the bytes are no moment of this format or lie outside the
    ///   years 0 to 9999.
    func seconds(_ span: RawSpan, _ start: Int, _ end: Int, zone: Double) -> Double? {
        let seconds =
            switch self {
            case .iso8601: Self.iso(span, start, end, zone)
            case .epochSeconds: Digits.number(span, start, end)
            case .epochMilliseconds: Digits.number(span, start, end).map { $0 / 1_000 }
            case .pattern(let pattern): InstantPattern.match(pattern, span, start, end, zone)
            }
        return seconds.flatMap { Instant.range.contains($0) ? $0 : nil }
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
        var at = start + 10
        if at == end { return Double(days * 86_400) - zone }
        guard span[at] == UInt8(ascii: "T") || span[at] == UInt8(ascii: " "), end - at >= 6,
            let hour = Digits.fixed(span, at + 1, 2), span[at + 3] == UInt8(ascii: ":"),
            let minute = Digits.fixed(span, at + 4, 2), hour < 24, minute < 60
        else { return nil }
        at += 6
        var clock = hour * 3_600 + minute * 60
        var fraction = at..<at
        if at < end, span[at] == UInt8(ascii: ":") {
            guard end - at >= 3, let second = Digits.fixed(span, at + 1, 2), second <= 60 else { return nil }
            at += 3
            clock += second
            if at < end, span[at] == UInt8(ascii: ".") || span[at] == UInt8(ascii: ",") {
                let first = at + 1
                at = first
                while at < end, Digits.digit(span[at]) != nil { at += 1 }
                if at == first { return nil }
                fraction = first..<at
            }
        }
        guard let offset = offset(span, at, end, zone) else { return nil }
        return sum(days * 86_400 + clock - Int(offset), fraction, span)
    }

    /// Whole seconds and decimals as the nearest number: one division where both are exact, the standard library's way else.
    static func sum(_ whole: Int, _ fraction: Range<Int>, _ span: RawSpan) -> Double {
        if fraction.isEmpty { return Double(whole) }
        var scale = 1
        var decimals = 0
        // Further digits are far below what a number of seconds can hold.
        for at in fraction.prefix(17) {
            (decimals, scale) = (decimals * 10 + (Digits.digit(span[at]) ?? 0), scale * 10)
        }
        if scale <= 1_000_000, whole.magnitude < 9_000_000_000 {
            return Double(whole * scale + decimals) / Double(scale)
        }
        let isNegative = whole < 0 && decimals > 0
        let digits = Instant.padded(isNegative ? scale - decimals : decimals, fraction.prefix(17).count)
        return Double("\(isNegative && whole == -1 ? "-0" : String(isNegative ? whole + 1 : whole)).\(digits)")
            ?? Double(whole)
    }

    /// Seconds east of UTC: nothing, `Z`, ` UTC`, `±HH`, `±HHMM` or `±HH:MM`.
    static func offset(_ span: RawSpan, _ start: Int, _ end: Int, _ zone: Double) -> Double? {
        if start == end { return zone }
        if span[start] == UInt8(ascii: "Z") { return start + 1 == end ? 0 : nil }
        if span[start] == UInt8(ascii: " ") {
            let utc = Array(" UTC".utf8)
            return end - start == utc.count && utc.indices.allSatisfy { span[start + $0] == utc[$0] } ? 0 : nil
        }
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
}
