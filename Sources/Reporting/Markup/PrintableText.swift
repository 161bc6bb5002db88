// SPDX-License-Identifier: Apache-2.0

/// What of a text from the data may reach paper, screen or terminal.
enum PrintableText {
    /// Whether a character does no more than being seen: no control character, none that XML forbids, none that turns the
    /// direction of the text after it.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0x7F...0x9F: false
        case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: false
        case 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// A text on one line without characters that are not printable.
    static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": line.append(" ")
            case _ where isPrintable(scalar): line.append(scalar)
            default: continue
            }
        }
        return String(line)
    }

    /// The beginning of a text, with an ellipsis where something is left out.
    static func shortened(_ text: String, to count: Int) -> String {
        text.count <= count ? text : text.prefix(max(count - 1, 0)) + "…"
    }
}
