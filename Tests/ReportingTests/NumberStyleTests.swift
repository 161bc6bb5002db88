// SPDX-License-Identifier: Apache-2.0
import Measures
import Testing

@testable import Reporting

@Suite struct NumberStyleTests {
    @Test(
        "decimals are rounded half away from zero, the same everywhere",
        arguments: [
            (0.285, 2, "0.29"), (-0.285, 2, "-0.29"), (2.5, 0, "3"), (-0.001, 2, "0.00"), (1234.5, 1, "1234.5"),
            (0.05, 3, "0.050"), (1e300, 2, "1.00e300"), (.infinity, 1, "∞"), (-.infinity, 1, "-∞"), (.nan, 1, "NaN"),
        ]
    )
    func fixed(value: Double, decimals: Int, text: String) {
        #expect(FixedDecimals.text(value, decimals) == text)
    }

    @Test(
        "the exponent is that of the first digit",
        arguments: [(345.0, 2), (1.0, 0), (0.0045, -3), (0.1, -1), (1e-7, -7), (2.5e21, 21), (-12, 1)]
    )
    func exponent(value: Double, exponent: Int) {
        #expect(FixedDecimals.exponent(of: value) == exponent)
    }

    @Test("an interval is printed with two digits of its width, and the estimate like it")
    func digitsFollowTheInterval() {
        let share = RecordFixture.figure("share", 0.31551, "share", 0.0143)
        #expect(share.words == "31.6\u{202F}% [30.1, 33.0]")
        let narrow = RecordFixture.figure("share", 0.31551, "share", 0.0001)
        #expect(narrow.words == "31.551\u{202F}% [31.541, 31.561]")
        let ratio = RecordFixture.figure("ratio", 1.62, "ratio", 0.15)
        #expect(ratio.words == "1.62 [1.47, 1.77]")
    }

    @Test("a difference of shares is counted in percentage points, with a true minus sign")
    func points() {
        #expect(
            RecordFixture.figure("difference", -0.004, "share", 0.012).words
                == "\u{2212}0.4\u{202F}pp [\u{2212}1.6, 0.8]"
        )
    }

    @Test(
        "a bound is printed with all its digits and no others",
        arguments: [
            (1.25, "1.25"), (0, "0"), (-0.02, "\u{2212}0.02"), (1e-12, "1\u{202F}×\u{202F}10⁻¹²"),
            (12_670, "12\u{202F}670"),
        ]
    )
    func exact(bound: Double, text: String) {
        #expect(NumberStyle(decimals: 1).exact(bound) == text)
    }

    @Test("large numbers are grouped, tiny ones get a power of ten")
    func grouping() {
        #expect(NumberStyle.count(1234) == "1234")
        #expect(NumberStyle.count(218_347) == "218\u{202F}347")
        #expect(NumberStyle.count(-1_234_567) == "\u{2212}1\u{202F}234\u{202F}567")
        #expect(NumberStyle(decimals: 2).number(3.2e22) == "3.20\u{202F}×\u{202F}10²²")
    }

    @Test("no estimate is a dash", arguments: [(nil, "–"), (0.5, "50.0\u{202F}%")] as [(Double?, String)])
    func missing(value: Double?, text: String) {
        #expect(NumberStyle(unit: "share", key: "share", value: value).text(value) == text)
    }

    @Test("a p-value is never zero", arguments: [(0.00001, "< 0.001"), (0.0421, "0.042"), (0.5, "0.50")])
    func pValues(value: Double, text: String) {
        #expect(NumberStyle.pValue(value) == text)
    }
}
