// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("Single values")
struct ValueTests {
    @Test(
        "moments are read in every stated form",
        arguments: [
            ("iso8601", "2026-03-01", "2026-03-01T00:00:00Z"), ("iso8601", "2026-03-01T12:30", "2026-03-01T12:30:00Z"),
            ("iso8601", "2026-03-01 12:30:15.25", "2026-03-01T12:30:15.25Z"),
            ("iso8601", "2026-03-01T12:30:15+02:00", "2026-03-01T10:30:15Z"),
            ("iso8601", "2026-03-01T12:30:15-0330", "2026-03-01T16:00:15Z"),
            ("iso8601", "2026-03-01 12:30:15+00", "2026-03-01T12:30:15Z"),
            ("iso8601", "2026-03-01 12:30:15 UTC", "2026-03-01T12:30:15Z"),
            ("iso8601", "2024-02-29T23:59:60Z", "2024-03-01T00:00:00Z"),
            ("epoch-seconds", "1772366400.5", "2026-03-01T12:00:00.5Z"),
            ("epoch-seconds", "-1", "1969-12-31T23:59:59Z"),
            ("epoch-milliseconds", "1772366400123", "2026-03-01T12:00:00.123Z"),
            ("M/d/yy H:mm", "3/1/26 9:05", "2026-03-01T09:05:00Z"),
            ("dd.MM.yyyy", "01.03.2026", "2026-03-01T00:00:00Z"),
            ("EEE MMM dd HH:mm:ss Z yyyy", "Sun Mar 01 12:30:15 +0200 2026", "2026-03-01T10:30:15Z"),
            ("MMM d, yyyy h:mm a", "March 1, 2026 12:05 AM", "2026-03-01T00:05:00Z"),
            ("MMM d, yyyy h:mm a", "Mar 1, 2026 1:05 pm", "2026-03-01T13:05:00Z"),
            ("yyyyMMdd_HHmmss.S", "20260301_123015.125", "2026-03-01T12:30:15.125Z"),
        ]
    )
    func moments(format: String, text: String, expected: String) throws {
        let seconds = try #require(InstantFormat(format)?.seconds(text))
        #expect(Instant(seconds: seconds).description == expected)
    }

    @Test(
        "what is no moment is none",
        arguments: [
            ("iso8601", "2026-02-29"), ("iso8601", "2026-13-01"), ("iso8601", "2026-03-01T24:00"),
            ("iso8601", "2026-03-01T1:00"),
            ("iso8601", "2026-3-1"), ("iso8601", "2026-03-01x"), ("iso8601", "2026-03-01T10:00:00."),
            ("iso8601", "2026-03-01T10:00+2"),
            ("epoch-seconds", "1e300"), ("epoch-milliseconds", "x"), ("M/d/yy H:mm", "13/1/26 9:05"),
            ("M/d/yy H:mm", "3/1/26 9:5"),
            ("MMM d, yyyy h:mm a", "Mar 1, 2026 13:05 PM"), ("yyyy-MM-dd", "2026-03-01 "),
        ]
    )
    func noMoments(format: String, text: String) throws {
        #expect(try #require(InstantFormat(format)).seconds(text) == nil)
    }

    @Test("a moment that does not say its zone is in the zone of the column")
    func zone() {
        #expect(
            InstantFormat.iso8601.seconds("2026-03-01T12:00", zone: 7_200)
                == InstantFormat.iso8601.seconds("2026-03-01T10:00Z")
        )
        #expect(
            InstantFormat.iso8601.seconds("2026-03-01T12:00Z", zone: 7_200)
                == InstantFormat.iso8601.seconds("2026-03-01T12:00Z")
        )
    }

    @Test("every day of 9,999 years is its own date, and the moment before midnight the day before")
    func calendar() {
        for days in stride(from: -719_528, through: 2_932_896, by: 97) {
            let seconds = Double(days) * 86_400
            let text = Instant(seconds: seconds).description
            #expect(InstantFormat.iso8601.seconds(text) == seconds)
            #expect(
                InstantFormat.iso8601.seconds(Instant(seconds: seconds - 0.25).description) == seconds - 0.25
                    || days == -719_528
            )
        }
        #expect(Instant(seconds: 951_782_400).description == "2000-02-29T00:00:00Z")
        #expect(Instant(seconds: 1_772_366_399.9996).description == "2026-03-01T11:59:59.9996Z")
        #expect(Instant(seconds: 1e300).description == "1e+300 s")
    }

    @Test(
        "numbers are read as files write them",
        arguments: [
            ("12,5 %", 0.125), ("12,5%", 0.125), ("1.234,5", 12.345), ("-7", -0.07), (" 3 ", 0.03),
            ("1.234.567", 12_345.67),
        ]
    )
    func percents(text: String, expected: Double) {
        let format = NumberFormat(decimal: UInt8(ascii: ","), thousands: UInt8(ascii: "."), isPercent: true)
        let (column, refused) = Column.read(Categorical([text]), as: .number, numberFormat: format)
        #expect(column == .numbers([expected]))
        #expect(refused.isEmpty)
    }

    @Test(
        "numbers of another format are refused, not misread",
        arguments: ["1.5", "1,234.5", "12.34.567", "1.2345", "1,5,5", ".123", "1.234.", "5 %", "", "-", "1,5e"]
    )
    func misread(text: String) {
        let format = NumberFormat(decimal: UInt8(ascii: ","), thousands: UInt8(ascii: "."))
        #expect(Column.read(Categorical([text]), as: .number, numberFormat: format).refused == [text])
    }

    @Test("spaces group digits, the narrow ones too")
    func spaces() {
        let format = NumberFormat(decimal: UInt8(ascii: ","))
        let texts = ["1 234,5", "1\u{A0}234,5", "1\u{202F}234,5"]
        #expect(
            Column.read(Categorical(texts), as: .number, numberFormat: format).column
                == .numbers([1_234.5, 1_234.5, 1_234.5])
        )
    }

    @Test("decimal numbers are the nearest ones, on the fast way and on the slow one")
    func nearest() {
        var draws = Draws(seed: 3)
        for round in 0..<20_000 {
            let digits = (0...draws.below(19)).map { _ in String(draws.below(10)) }.joined()
            let point = draws.below(digits.count + 1)
            let text =
                draws.pick(["", "-"]) + digits.prefix(point) + "." + digits.dropFirst(point)
                + draws.pick(["", "", "e5", "E-300"])
            let expected = Double(text)
            let (column, _) = Column.read(Categorical([text]), as: .number)
            if let expected { #expect(column == .numbers([expected]), "round \(round): \(text)") }
        }
    }

    @Test("whole numbers fill 32 bits and no more")
    func integers() {
        let texts = ["2147483647", "-2147483647", "2147483648", "-2147483648", "1.0", "1.5", "", "+", "1e3", "0x10"]
        let (column, refused) = Column.read(Categorical(texts), as: .integer)
        #expect(refused == ["2147483648", "-2147483648", "1.5", "", "+", "0x10"])
        guard case .integers(let values) = column else { return }
        #expect(values[0] == .max && values[1] == -.max && values[4] == 1 && values[8] == 1_000)
    }

    @Test("booleans are one and zero")
    func booleans() {
        let (column, refused) = Column.read(
            Categorical(["true", "FALSE", "Yes", "n", "1", "0", "maybe", "T"]),
            as: .boolean
        )
        #expect(column == .integers([1, 0, 1, 0, 1, 0, Column.absentInteger, 1]))
        #expect(refused == ["maybe"])
    }
}
