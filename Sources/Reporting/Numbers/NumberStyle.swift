// SPDX-License-Identifier: Apache-2.0
internal import Measures
internal import Notation

/// How the numbers of one figure are printed for people: shares as per cent, as many digits as the interval is worth, a true
/// minus sign, thin spaces between groups of digits.
struct NumberStyle: Equatable, Sendable {
    /// What values are multiplied by.
    let scale: Double
    /// Decimals behind the point.
    let decimals: Int
    /// Behind the number, with its own space: " %"; empty for most units.
    let suffix: String
    /// What an axis is called.
    let unitName: String

    /// Makes a style by hand.
    init(scale: Double = 1, decimals: Int, suffix: String = "", unitName: String = "") {
        self.scale = scale
        self.decimals = decimals
        self.suffix = suffix
        self.unitName = unitName
    }

    /// The style of a figure.
    init(_ figure: Figure) {
        self.init(
            unit: figure.unit,
            key: figure.key,
            value: figure.value,
            width: figure.uncertainty.map { $0.upper - $0.lower }
        )
    }

    /// The style for values of a unit.
    ///
    /// - Parameters:
    ///   - unit: The unit of the measure.
    ///   - key: The key of the figure: a difference of shares is counted in percentage points.
    ///   - value: A typical value.
    ///   - width: The width of its interval, where there is one: it is printed with two digits.
    init(unit: String, key: String, value: Double?, width: Double? = nil) {
        let isShare = unit == "share"
        let isDifference = key.split(separator: "/").contains { $0 == "difference" }
        scale = isShare ? 100 : 1
        suffix = isShare ? (isDifference ? "\u{202F}pp" : "\u{202F}%") : ""
        unitName = isShare ? (isDifference ? "percentage points" : "per cent") : unit
        if let width, width.isFinite, width > 0 {
            decimals = min(max(1 - FixedDecimals.exponent(of: width * scale), 0), 8)
        } else {
            decimals = Self.decimals(of: value, scale: scale)
        }
    }

    /// Three significant digits; a whole number needs none behind the point.
    private static func decimals(of value: Double?, scale: Double) -> Int {
        guard let value, value.isFinite, value != 0 else { return scale == 100 ? 1 : 0 }
        if scale == 1, value == value.rounded() { return 0 }
        return min(max(2 - FixedDecimals.exponent(of: value * scale), scale == 100 ? 1 : 0), 8)
    }

    /// A value with its suffix: "31.6 %".
    func text(_ value: Double?) -> String { value.map { number($0) + suffix } ?? "–" }

    /// A value without its suffix.
    func number(_ value: Double) -> String { Self.people(FixedDecimals.text(value * scale, decimals)) }

    /// A value that somebody stated, with all digits it was stated with: a bound.
    func exact(_ value: Double) -> String {
        let rounded = FixedDecimals.text(value * scale, 9)
        guard rounded.contains("."), !rounded.contains("e"), value == 0 || (value * scale).magnitude > 1e-9 else {
            return Self.people(rounded.contains(".") ? JSONValue.format(value * scale) : rounded) + suffix
        }
        var text = rounded[...]
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return Self.people(String(text)) + suffix
    }

    /// An interval: "[30.1, 33.0]".
    func interval(_ lower: Double, _ upper: Double) -> String { "[\(number(lower)), \(number(upper))]" }

    /// The same style with at least this many decimals.
    func withDecimals(_ decimals: Int) -> NumberStyle {
        NumberStyle(scale: scale, decimals: decimals, suffix: suffix, unitName: unitName)
    }

    // MARK: Plain numbers

    /// A count with thin spaces between groups of three digits, from five digits on.
    static func count(_ value: Int) -> String { people(String(value)) }

    /// A number of no unit.
    static func plain(_ value: Double) -> String {
        NumberStyle(unit: "", key: "", value: value).number(value)
    }

    /// A p-value with three decimals; what is smaller is said to be smaller.
    static func pValue(_ value: Double) -> String {
        if value < 0.001 { return "< 0.001" }
        return FixedDecimals.text(value, value < 0.1 ? 3 : 2)
    }

    /// Minus signs, groups and powers of ten as people write them.
    private static func people(_ text: String) -> String {
        var parts = text.split(separator: "e", maxSplits: 1).map(String.init)
        if parts.count == 2, let exponent = Int(parts[1]) {
            return signed(parts[0]) + "\u{202F}×\u{202F}10" + superscript(exponent)
        }
        let isNegative = text.hasPrefix("-")
        parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var whole = parts[0]
        if whole.utf8.count > 4, whole.allSatisfy(\.isNumber) { whole = grouped(whole) }
        return (isNegative ? "\u{2212}" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
    }

    private static func signed(_ text: String) -> String { text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text }

    private static func grouped(_ digits: String) -> String {
        var groups = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { groups += "\u{202F}" }
            groups.append(digit)
        }
        return groups
    }

    private static func superscript(_ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return (exponent < 0 ? "⁻" : "") + String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    }
}
