// SPDX-License-Identifier: Apache-2.0

/// A moment in UTC.
public struct Instant: Sendable, Equatable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Double

    /// A moment from seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Double) { self.seconds = seconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// ISO 8601 in UTC, with milliseconds where there are any.
    public var description: String {
        let whole = seconds.rounded(.down)
        let millis = Int(((seconds - whole) * 1_000).rounded())
        let days = Int((whole / 86_400).rounded(.down))
        let rest = Int(whole) - days * 86_400
        let (year, month, day) = Self.civil(days: days)
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }.joined(separator: ":")
        return date + "T" + clock + (millis == 0 ? "" : "." + Self.padded(millis, 3)) + "Z"
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

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
