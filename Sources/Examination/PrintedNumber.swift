// SPDX-License-Identifier: Apache-2.0

/// A number as a publication prints it, with the precision that its digits show: "31.55 %", "12,670", "915K".
struct PrintedNumber: Equatable {
    /// In the unit of the publication; K stands for thousands, M for millions.
    let value: Double
    /// Decimals behind the point.
    let decimals: Int
    /// What the printed digits were multiplied by.
    private let multiple: Double

    /// The first number in a text, or `nil` where there is none.
    init?(_ text: String) {
        let characters = Array(text)
        guard let first = characters.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        let isPointFirst = first > 0 && characters[first - 1] == "."
        var digits = isPointFirst ? "0." : ""
        var index = first
        while index < characters.count {
            let character = characters[index]
            let isFollowed = Self.isDigit(characters, index + 1)
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character == ".", isFollowed, !digits.contains(".") {
                digits.append(character)
            } else if character != "," || !isFollowed {
                break
            }
            index += 1
        }
        let places = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let exponent = Self.exponent(characters, &index)
        let sign = first - (isPointFirst ? 2 : 1)
        let isNegative = sign >= 0 && (characters[sign] == "-" || characters[sign] == "\u{2212}")
        guard let value = Double((isNegative ? "-" : "") + digits + "e\(exponent)") else { return nil }
        let next = index < characters.count ? characters[index] : " "
        multiple = next == "K" || next == "k" ? 1_000 : next == "M" ? 1_000_000 : 1
        self.value = value * multiple
        decimals = max(0, places - exponent)
    }

    private static func isDigit(_ characters: [Character], _ index: Int) -> Bool {
        index < characters.count && characters[index].isASCII && characters[index].isNumber
    }

    /// The power of ten behind "e", as programs write it; 0, and the index stays, where there is none.
    private static func exponent(_ characters: [Character], _ index: inout Int) -> Int {
        guard index < characters.count, characters[index] == "e" || characters[index] == "E" else { return 0 }
        let isSigned = index + 1 < characters.count && (characters[index + 1] == "-" || characters[index + 1] == "+")
        let start = index + (isSigned ? 2 : 1)
        var end = start
        while isDigit(characters, end) { end += 1 }
        guard end > start, end - start <= 3, let power = Int(String(characters[start..<end])) else { return 0 }
        defer { index = end }
        return isSigned && characters[index + 1] == "-" ? -power : power
    }

    /// Whether a value would be printed with these digits.
    func matches(_ other: Double) -> Bool {
        Self.rounded(other / multiple, decimals) == Self.rounded(value / multiple, decimals)
    }

    /// A value rounded half away from zero.
    static func rounded(_ value: Double, _ decimals: Int) -> Double {
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        // 0.285 is 0.28499… in binary; a nudge far below any printed digit keeps what people would round.
        let scaled = value * power
        return (scaled + (scaled < 0 ? -1e-9 : 1e-9)).rounded(.toNearestOrAwayFromZero) / power
    }
}
