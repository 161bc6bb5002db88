// SPDX-License-Identifier: Apache-2.0

/// How a file writes numbers, where it is not `-1234.5`.
public struct NumberFormat: Sendable, Equatable {
    /// The byte before the decimals.
    public var decimal: UInt8
    /// The byte between groups of three digits, or `nil` where there is none.
    ///
    /// Spaces never count.
    public var thousands: UInt8?
    /// Whether numbers are per cents, with or without the sign: "12,5 %" is 0.125.
    public var isPercent: Bool

    /// Declares a way of writing numbers.
    public init(decimal: UInt8 = UInt8(ascii: "."), thousands: UInt8? = nil, isPercent: Bool = false) {
        self.decimal = decimal
        self.thousands = thousands
        self.isPercent = isPercent
    }

    /// The number as a program writes it, or `nil` where it is none of this format.
    func plain(_ span: RawSpan, _ start: Int, _ end: Int) -> [UInt8]? {
        guard end - start <= 400 else { return nil }
        var bytes = (start..<end).map { span[$0] }
        if isPercent, let last = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }), bytes[last] == UInt8(ascii: "%") {
            bytes.removeSubrange(last...)
        }
        let point = bytes.firstIndex(of: decimal) ?? bytes.endIndex
        var plain: [UInt8] = []
        var sinceGroup = 0
        var hasGroups = false
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let space = Self.space(bytes, at)
            if space > 0 {
                at += space
                continue
            }
            at += 1
            if let thousands, byte == thousands {
                // A group in the wrong place is a number of another format: "1.5" must not become 15.
                guard at - 1 < point, !plain.isEmpty, sinceGroup == 3 || (!hasGroups && 1...3 ~= sinceGroup) else {
                    return nil
                }
                (sinceGroup, hasGroups) = (0, true)
                continue
            }
            if at - 1 == point {
                if hasGroups, sinceGroup != 3 { return nil }
                plain.append(UInt8(ascii: "."))
            } else {
                if byte == UInt8(ascii: "."), decimal != byte { return nil }
                if Digits.digit(byte) != nil, at - 1 < point { sinceGroup += 1 }
                plain.append(byte)
            }
        }
        if hasGroups, point == bytes.endIndex, sinceGroup != 3 { return nil }
        return plain
    }

    /// How many bytes a space at a place takes: a plain, a no-break or a narrow no-break space; 0 where there is none.
    private static func space(_ bytes: [UInt8], _ at: Int) -> Int {
        if bytes[at] == UInt8(ascii: " ") { return 1 }
        if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return 2 }
        return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xAF ? 3 : 0
    }
}
