// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// A stretch of the calendar that a moment lies in, in a zone that is a fixed distance from UTC.
public struct CalendarStretch: Sendable, Equatable {
    /// The stretches there are.
    public enum Unit: String, Sendable, CaseIterable {
        /// "2026"
        case year
        /// "2026-03"
        case month
        /// "2026-W09": the week of ISO 8601, which begins on Monday and belongs to the year of its Thursday.
        case week
        /// "2026-03-01"
        case day
        /// "2026-03-01T14"
        case hour
        /// "Monday" … "Sunday"
        case weekday
        /// "00" … "23"
        case hourOfDay
    }

    /// The stretch.
    public var unit: Unit
    /// Seconds east of UTC.
    public var zone: Double

    private static let weekdays = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]

    /// The name of the stretch that a moment lies in; `seconds` since 1970-01-01T00:00:00Z.
    func name(_ seconds: Double) -> String? {
        guard Instant.range.contains(seconds + zone) else { return nil }
        let text = Instant(seconds: (seconds + zone).rounded(.down)).description
        let days = Int(((seconds + zone) / 86_400).rounded(.down))
        switch unit {
        case .year: return String(text.prefix(4))
        case .month: return String(text.prefix(7))
        case .day: return String(text.prefix(10))
        case .hour: return String(text.prefix(13))
        case .hourOfDay: return String(text.dropFirst(11).prefix(2))
        // 1970-01-01 was a Thursday.
        case .weekday: return Self.weekdays[(days % 7 + 7) % 7]
        case .week: return Self.week(days)
        }
    }

    private static func week(_ days: Int) -> String? {
        let fromMonday = ((days + 3) % 7 + 7) % 7
        let thursday = days - fromMonday + 3
        let date = Instant(seconds: Double(thursday) * 86_400).description
        guard let year = Int(date.prefix(4)), let first = Instant.days(year: year, month: 1, day: 1) else { return nil }
        let week = (thursday - first) / 7 + 1
        return "\(date.prefix(4))-W\(week < 10 ? "0" : "")\(week)"
    }
}
