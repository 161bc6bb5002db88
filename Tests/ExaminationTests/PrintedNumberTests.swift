// SPDX-License-Identifier: Apache-2.0
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Examination

@Suite("Numbers as publications print them")
struct PrintedNumberTests {
    @Test(
        "value and precision are what the digits show",
        arguments: [
            ("31.55 %", 31.55, 2), ("31.55%", 31.55, 2), ("12,670", 12_670, 0), ("1,234,567.8", 1_234_567.8, 1),
            ("915K", 915_000, 0), ("9.15k", 9_150, 2), ("1.5M", 1_500_000, 1), ("−.0393", -0.0393, 4),
            ("-.0393", -0.0393, 4), (".43", 0.43, 2), ("0.430", 0.43, 3), ("-5", -5, 0), ("−5.0", -5, 1),
            ("about 18 per cent", 18, 0), ("one in 11.9", 11.9, 1), ("p < .001", 0.001, 3),
            ("(n = 218,347)", 218_347, 0),
            ("76", 76, 0), ("76.", 76, 0), ("3, 4 and 5", 3, 0), ("0", 0, 0), ("-0.0", 0, 1), ("4.1.2", 4.1, 1),
            ("$12", 12, 0), ("84 %", 84, 0), ("1.2e-05", 0.000_012, 6), ("3E2", 300, 0), ("2.50e+1", 25, 1),
            ("1e-3", 0.001, 3), ("5 e", 5, 0), ("7elf", 7, 0), ("6e", 6, 0), ("8e-", 8, 0), ("-0.0393", -0.0393, 4),
            ("−0.5 to 2", -0.5, 1), ("1e9999", 1, 0), ("2e-05K", 0.02, 5), ("1.5 M", 1.5, 1),
        ]
    )
    func reading(_ text: String, _ value: Double, _ decimals: Int) throws {
        let number = try #require(PrintedNumber(text))
        #expect(abs(number.value - value) <= abs(value) * 1e-15)
        #expect(number.decimals == decimals)
    }

    @Test("the first number counts, so \"1 in 11.9\" is one")
    func first() {
        #expect(PrintedNumber("1 in 11.9")?.value == 1)
        #expect(PrintedNumber("55.7 of 100")?.value == 55.7)
    }

    @Test("a text without digits is no number", arguments: ["SA > US", "", "%", "−", ".", "not stated", "٣", "½", "K"])
    func none(_ text: String) {
        #expect(PrintedNumber(text) == nil)
    }

    @Test("a value matches where it would be printed with these digits: halves away from zero, as people round")
    func matching() throws {
        let cases: [(String, Double, Bool)] = [
            ("31.55", 31.5549, true), ("31.55", 31.545, true), ("31.55", 31.555, false), ("31.55", 31.5449, false),
            ("0.29", 0.285, true), ("0.28", 0.285, false), ("-0.29", -0.285, true), ("−.04", -0.0393, true),
            ("2", 1.5, true), ("2", 2.5, false), ("3", 2.5, true), ("-3", -2.5, true), ("-2", -2.5, false),
            ("1.01", 1.005, true), ("2.68", 2.675, true), ("18%", 17.59, true), ("18%", 17.49, false),
            ("915K", 915_440, true), ("915K", 914_500, true), ("915K", 914_499, false), ("915K", 915_500, false),
            ("1.5M", 1_549_999, true), ("1.5M", 1_550_000, false), ("12,670", 12_670.4, true),
            ("12,670", 12_669.4, false), ("0", 0.49, true), ("0", -0.49, true), ("0.0", 0.05, false),
            ("1.2e-05", 1.24e-5, true), ("1.2e-05", 1.26e-5, false), ("5", .nan, false), ("5", .infinity, false),
        ]
        for (text, value, isEqual) in cases {
            #expect(try #require(PrintedNumber(text)).matches(value) == isEqual, "\(text) and \(value)")
        }
    }

    @Test("every number matches itself as it is printed with two decimals")
    func roundTrip() throws {
        for step in -20_000...20_000 {
            let value = Double(step) / 1_000
            let rounded = PrintedNumber.rounded(value, 2)
            let magnitude = (step.magnitude + 5) / 10
            let text = "\(step < 0 ? "-" : "")\(magnitude / 100).\(magnitude % 100 < 10 ? "0" : "")\(magnitude % 100)"
            #expect(Double(text) == rounded, "\(value)")
            #expect(try #require(PrintedNumber(text)).matches(value), "\(value) as \(text)")
        }
    }
}
