// SPDX-License-Identifier: Apache-2.0
import Foundation
import Instrument
import TestSupport
import Testing

@Suite("Days and what is dated by them")
struct DayTests {
    @Test("a day is four digits, two and two, and one that the calendar has")
    func reading() throws {
        for text in ["2027-01-31", "2028-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            #expect(try #require(Day(text)).description == text)
        }
        for text in [
            "", "2027", "2027-1-31", "2027-01-32", "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-01", "2027-01-00",
            "0000-01-01", "27-01-31", "2027/01/31", " 2027-01-31", "2027-01-31 ", "2027-01-31T00:00", "-027-01-31",
            "2027-+1-31", "２０２７-01-31", "2027-01-3١", "2027--1-31", "tomorrow",
        ] {
            #expect(Day(text) == nil, "\(text)")
        }
    }

    @Test("days later are those of the calendar", .tags(.oracle))
    func later() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let start = try #require(Day("2027-01-10"))
        let date = try #require(calendar.date(from: DateComponents(year: 2027, month: 1, day: 10)))
        for days in [0, 1, 21, 22, 50, 59, 90, 365, 366, 1_461, 36_500, 36_524, 146_097] {
            let parts = calendar.dateComponents(
                [.year, .month, .day],
                from: date.addingTimeInterval(Double(days) * 86_400)
            )
            let day = start.adding(days: days)
            #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day], "\(days)")
        }
        #expect(start.adding(days: -3) == start && start.adding(days: Int.min) == start)
        #expect(start.adding(days: Int.max).description == "9999-12-31")
        #expect(Day("9999-12-31")?.adding(days: 1).description == "9999-12-31")
    }

    @Test("days are ordered as time is")
    func order() throws {
        let days = try ["2027-01-31", "2027-02-01", "2027-12-31", "2028-01-01"].map { try #require(Day($0)) }
        #expect(days == days.reversed().sorted())
        #expect(!(days[0] < days[0]))
    }

    @Test("a history has the value of the last entry that has begun, none before the first, none where it ends")
    func history() throws {
        let first = try #require(Day("0001-01-01"))
        func day(_ text: String) -> Day { Day(text) ?? first }
        typealias Change = Dated<Double>.Change
        let history = Dated<Double>([
            Change(from: day("2035-01-01"), value: nil), Change(from: day("2027-01-01"), value: 1.4),
            Change(from: day("2029-01-01"), value: 1.25),
        ])
        for (on, value) in [
            ("2026-12-31", nil), ("2027-01-01", 1.4), ("2028-12-31", 1.4), ("2029-01-01", 1.25), ("2034-12-31", 1.25),
            ("2035-01-01", nil), ("9999-12-31", nil),
        ] as [(String, Double?)] {
            #expect(history.value(asOf: day(on)) == value, "\(on)")
        }
        #expect(Dated(2.0).value(asOf: day("0001-01-01")) == 2)
        let always = Dated<Double>([Change(from: day("2027-01-01"), value: 2), Change(from: nil, value: 1)])
        #expect(always.value(asOf: day("2026-01-01")) == 1 && always.value(asOf: day("2027-01-01")) == 2)
        #expect(Dated<Double>([]).value(asOf: day("2027-01-01")) == nil)
    }
}
