// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, written "2027-01-31".
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 0001 … 9999.
    public let year: Int
    /// 1 … 12.
    public let month: Int
    /// 1 … the length of the month.
    public let day: Int

    /// Reads a day; `nil` where the text is none.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
        let numbers = parts.compactMap { part in
            part.allSatisfy { 0x30...0x39 ~= $0 } ? part.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
        }
        guard numbers.count == 3, numbers[0] > 0, 1...12 ~= numbers[1] else { return nil }
        guard 1...Self.length(of: numbers[1], in: numbers[0]) ~= numbers[2] else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    private init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// 0001-01-01.
    static let earliest = Day(year: 1, month: 1, day: 1)

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day some days later, this one for a number below 1; it ends at 9999-12-31.
    public func adding(days: Int) -> Day {
        // Ten thousand years are enough for the last day, and fit into a number.
        var (year, month, day) = (year, month, day + min(max(days, 0), 3_660_000))
        while day > Self.length(of: month, in: year) {
            guard (year, month) < (9999, 12) else { return Day(year: 9999, month: 12, day: 31) }
            day -= Self.length(of: month, in: year)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return Day(year: year, month: month, day: day)
    }

    /// Earlier days are smaller.
    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// "2027-01-31".
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: width - String(number).count) + String(number)
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
