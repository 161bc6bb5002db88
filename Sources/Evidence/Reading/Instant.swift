// SPDX-License-Identifier: Apache-2.0

/// A moment in UTC.
public struct Instant: Sendable, Equatable, Comparable, CustomStringConvertible {
    /// The moments that have a date of four digits: years 0 to 9999, in seconds since 1970-01-01T00:00:00Z.
    public static let range = -62_167_219_200.0..<253_402_300_800.0

    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Double

    /// A moment from seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Double) { self.seconds = seconds }

    /// Whether one moment lies before another.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// ISO 8601 in UTC, with as many decimals as the number of seconds has in its shortest form; reading it gives the
    /// same number again.
    ///
    /// Moments outside `range` are printed as seconds.
    public var description: String {
        guard Self.range.contains(seconds) else { return "\(seconds) s" }
        let (whole, fraction) = Self.parts(seconds)
        let (days, rest) = Self.days(whole)
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }.joined(separator: ":")
        return Self.date(days: days) + "T" + clock + (fraction.isEmpty ? "" : "." + fraction) + "Z"
    }

    /// Days since 1970-01-01, and seconds since the midnight before.
    static func days(_ seconds: Int) -> (days: Int, rest: Int) {
        let days = (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400
        return (days, seconds - days * 86_400)
    }

    /// The date of a number of days since 1970-01-01: "2026-03-01".
    static func date(days: Int) -> String {
        let (year, month, day) = civil(days: days)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Whole seconds, rounded down, and the decimals of the rest.
    ///
    /// The decimals are those of the shortest form.
    private static func parts(_ seconds: Double) -> (whole: Int, fraction: String) {
        if seconds.magnitude < 1e-4 || seconds == seconds.rounded() {
            // Numbers this small are printed with an exponent.
            return (Int(seconds.rounded()), "")
        }
        let text = seconds.magnitude.description
        guard let point = text.firstIndex(of: "."), let whole = Int(text[..<point]) else {
            return (Int(seconds.rounded()), "")
        }
        let digits = String(text[text.index(after: point)...])
        guard seconds < 0, digits.count <= 18, let fraction = Int(digits) else { return (whole, digits) }
        let one = digits.reduce(1) { power, _ in power * 10 }
        return (-whole - 1, padded(one - fraction, digits.count))
    }

    /// Days since 1970-01-01 of a date of the Gregorian calendar, or `nil` where there is no such date.
    ///
    /// Counts years from March, so that the leap day is the last of its year (Hinnant, "chrono-compatible low-level date
    /// algorithms").
    public static func days(year: Int, month: Int, day: Int) -> Int? {
        guard 1...12 ~= month, 1...31 ~= day, 0...9_999 ~= year else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return civil(days: days) == (year, month, day) ? days : nil
    }

    /// The date of a number of days since 1970-01-01.
    static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
