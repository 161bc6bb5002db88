// SPDX-License-Identifier: Apache-2.0

/// Numbers that every reader reads alike: decimal digits, a point, an exponent.
///
/// Hexadecimal and leading zeros are no numbers here: YAML readers disagree on what 0x10 and 010 are.
public enum PlainNumber {
    /// The finite number that a text stands for; `nil` where it stands for none.
    public static func value(_ text: String) -> Double? {
        var rest = Substring(text)[...]
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        let whole = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(whole.count)
        guard whole.count <= 1 || whole.first != "0" else { return nil }
        var digits = whole.count
        if rest.first == "." {
            let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(fraction.count + 1)
            digits += fraction.count
        }
        guard digits > 0 else { return nil }
        if let mark = rest.first, mark == "e" || mark == "E" {
            rest.removeFirst()
            if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
            guard !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        } else if !rest.isEmpty {
            return nil
        }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}
