// SPDX-License-Identifier: Apache-2.0

/// A number as a publication prints it, with the precision that its digits show: "31.55 %", "12,670", "915K", "1.2e-3".
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
        var digits = ""
        var index = first
        let isBare = first > 0 && characters[first - 1] == "."
        if isBare { digits = "0." }
        while index < characters.count {
            let character = characters[index]
            let isFollowed =
                index + 1 < characters.count && characters[index + 1].isASCII && characters[index + 1].isNumber
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character == ".", isFollowed, !digits.contains(".") {
                digits.append(character)
            } else if character != "," || !isFollowed {
                break
            }
            index += 1
        }
        guard var value = Double(digits) else { return nil }
        let sign = first - (isBare ? 2 : 1)
        if sign >= 0, characters[sign] == "-" || characters[sign] == "\u{2212}" { value = -value }
        let next = index < characters.count ? characters[index] : " "
        switch next {
        case "K", "k": multiple = 1_000
        case "M": multiple = 1_000_000
        case "e", "E": multiple = Self.power(characters[(index + 1)...]) ?? 1
        default: multiple = 1
        }
        self.value = value * multiple
        decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    }

    /// Ten to the power that stands behind an "e".
    private static func power(_ characters: ArraySlice<Character>) -> Double? {
        let sign = characters.first.map { "+-\u{2212}".contains($0) } == true ? 1 : 0
        let digits = characters.dropFirst(sign).prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count < 4 else { return nil }
        return Double("1e\(sign == 1 && characters.first != "+" ? "-" : "")\(String(digits))")
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
