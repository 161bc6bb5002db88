// SPDX-License-Identifier: Apache-2.0
import Foundation
import Notation
import TestSupport
import Testing

@Suite("Canonical JSON", .tags(.published))
struct JSONValueTests {
    @Test(
        "numbers are printed as in appendix B of RFC 8785",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String)]
    )
    func numbers(bits: UInt64, expected: String) {
        #expect(JSONValue.number(Double(bitPattern: bits)).canonical == expected)
    }

    @Test("every finite number reads back the same")
    func roundTrip() {
        var state: UInt64 = 1
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: state)
            if number.isFinite { #expect(Double(JSONValue.format(number)) == number) }
        }
    }

    @Test("a number that JSON cannot hold is null")
    func noNumber() {
        #expect(JSONValue.number(.nan).canonical == "null")
        #expect(JSONValue.optional(Double.infinity).canonical == "null")
        #expect(JSONValue.optional(nil as Double?) == .null && JSONValue.optional(nil as String?) == .null)
    }

    @Test("names are sorted by UTF-16, as in section 3.2.3 of RFC 8785")
    func sorting() {
        let value: JSONValue = [
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis",
        ]
        #expect(
            value.canonical
                == "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{f6}\":\"Latin Small Letter O With Diaeresis\","
                + "\"\u{20ac}\":\"Euro Sign\",\"\u{1f600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        )
    }

    @Test("the example of section 3.2.2 of RFC 8785, letter by letter")
    func example() {
        let value: JSONValue = [
            "numbers": .list(
                [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001].map { .number($0) }
            ),
            "string": "\u{20ac}$\u{F}\nA'B\"\\\\\"/", "literals": [.null, true, false],
        ]
        #expect(
            value.canonical
                == "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        )
    }

    @Test("control characters are escaped, all others stand for themselves")
    func controls() throws {
        let text =
            String(String.UnicodeScalarView((0..<0x21).compactMap { Unicode.Scalar($0) })) + "\u{7F}\u{2028}</e\u{301}"
        let canonical = JSONValue.text(text).canonical
        #expect(canonical.hasPrefix("\"\\u0000\\u0001") && canonical.contains("\\b\\t\\n\\u000b\\f\\r\\u000e"))
        #expect(canonical.hasSuffix("\\u001f \u{7F}\u{2028}</e\u{301}\""))
        let read = try JSONSerialization.jsonObject(with: Data(canonical.utf8), options: [.fragmentsAllowed]) as? String
        #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test("indented text is the same value, a field a line")
    func indented() {
        let value: JSONValue = ["b": [1, [:], []], "a": ["c": .null]]
        #expect(value.indented == "{\n  \"a\": {\n    \"c\": null\n  },\n  \"b\": [\n    1,\n    {},\n    []\n  ]\n}\n")
        #expect(value.canonical == "{\"a\":{\"c\":null},\"b\":[1,{},[]]}")
    }
}
