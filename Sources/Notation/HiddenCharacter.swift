// SPDX-License-Identifier: Apache-2.0

/// Characters that do something else than being seen: control characters, those that turn the direction of a text, and those
/// without width.
public enum HiddenCharacter {
    /// Whether a character is one; tab, line feed and carriage return are not.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0x7F...0x9F: true
        case 0xA0...0x2009 where !scalar.properties.isDefaultIgnorableCodePoint: false
        // Joiners and variation selectors belong to the writing of many languages and to emoji.
        case 0x200C, 0x200D, 0xFE00...0xFE0F: false
        case 0x2028, 0x2029: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// "U+202E".
    public static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
