// SPDX-License-Identifier: Apache-2.0

/// How many columns a text takes on a terminal.
enum DisplayWidth {
    /// Scripts and symbols whose characters take two columns (Unicode Standard Annex 11, wide and full width).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
    ]

    /// The columns of a text.
    static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// The columns of one character as people see it: what combines with another takes none.
    static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first(where: { !isWithoutWidth($0) }) else { return 0 }
        let isEmoji = first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        return isEmoji || wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    private static func isWithoutWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: true
        default: false
        }
    }

    /// A text in lines of so many columns, broken between words; a longer word has a line of its own.
    static func wrapped(_ text: String, to columns: Int) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, of(last) + 1 + of(String(word)) <= columns {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The beginning of a text that fits into so many columns, with an ellipsis where something is left out.
    static func shortened(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        var (short, used) = ("", 0)
        for character in text {
            used += of(character)
            if used > columns - 1 { break }
            short.append(character)
        }
        return short + "…"
    }
}
