// SPDX-License-Identifier: Apache-2.0
import Notation
import TestSupport
import Testing

@Suite(.tags(.hostile)) struct PlainNumberTests {
    @Test(
        "decimal numbers are read",
        arguments: [
            ("0", 0), ("-0.5", -0.5), ("+3", 3), ("1.25", 1.25), (".5", 0.5), ("5.", 5), ("1e3", 1_000), ("2E-2", 0.02),
            ("10", 10), ("0.001", 0.001),
        ]
    )
    func numbers(text: String, value: Double) { #expect(PlainNumber.value(text) == value) }

    @Test(
        "what readers disagree on, or what is none, is refused",
        arguments: [
            "", "-", ".", "e3", "0x10", "010", "00.5", "1_000", "1e", "1e+", "inf", "nan", ".nan", ".inf", "1e999",
            " 1", "1 ", "1,5",
            "٣", "0b1", "1.2.3", "--1",
        ]
    )
    func refused(text: String) { #expect(PlainNumber.value(text) == nil) }

    @Test("characters that cannot be seen are told from those that can")
    func hidden() {
        for scalar in "\u{1B}\u{0}\u{7F}\u{9B}\u{202E}\u{2066}\u{200B}\u{FEFF}\u{AD}\u{2028}".unicodeScalars {
            #expect(HiddenCharacter.isHidden(scalar), "\(HiddenCharacter.name(scalar))")
        }
        for scalar in "aé漢\t\n\r \u{A0}—…\u{200D}\u{FE0F}🙂".unicodeScalars {
            #expect(!HiddenCharacter.isHidden(scalar), "\(HiddenCharacter.name(scalar))")
        }
        #expect(HiddenCharacter.name("\u{1B}") == "U+001B")
    }
}
