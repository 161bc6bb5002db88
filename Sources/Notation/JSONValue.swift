// SPDX-License-Identifier: Apache-2.0

/// A JSON value that is written the same way every time.
public enum JSONValue: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// No value.
    case null
    /// True or false.
    case flag(Bool)
    /// A number; one that is not finite is written as `null`.
    case number(Double)
    /// A text.
    case text(String)
    /// Values in their order.
    case list([JSONValue])
    /// Values by name; they are written sorted by name.
    case object([String: JSONValue])

    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// An object; of repeated names the last one counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }

    /// A whole number.
    public static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }

    /// A number where there is one; `null` for none and for a number that JSON cannot hold.
    public static func optional(_ value: Double?) -> JSONValue {
        value.map { $0.isFinite ? .number($0) : .null } ?? .null
    }

    /// A text where there is one.
    public static func optional(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }

    /// The canonical form of RFC 8785: no white space, names sorted by UTF-16, numbers as ECMAScript prints them.
    public var canonical: String {
        var text = ""
        write(into: &text, indent: nil)
        return text
    }

    /// The canonical form with line breaks and indentation, for people.
    public var indented: String {
        var text = ""
        write(into: &text, indent: 0)
        return text + "\n"
    }

    private func write(into text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += Self.format(number)
        case .text(let string): Self.quote(string, into: &text)
        case .list(let values):
            Self.block("[", "]", values, into: &text, indent) { value, text, inner in
                value.write(into: &text, indent: inner)
            }
        case .object(let fields):
            let sorted = fields.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            Self.block("{", "}", sorted, into: &text, indent) { field, text, inner in
                Self.quote(field.key, into: &text)
                text += inner == nil ? ":" : ": "
                field.value.write(into: &text, indent: inner)
            }
        }
    }

    private static func block<Element>(
        _ open: String,
        _ close: String,
        _ elements: [Element],
        into text: inout String,
        _ indent: Int?,
        _ element: (Element, inout String, Int?) -> Void
    ) {
        text += open
        for (index, value) in elements.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
            element(value, &text, indent.map { $0 + 1 })
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }

    private static func quote(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// A number as ECMAScript prints it: the shortest digits that read back the same, an exponent only below 1e-6 and from
    /// 1e21 on.
    public static func format(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == 0 { return "0" }
        let sign = number < 0 ? "-" : ""
        let (digits, point) = shortest(abs(number))
        let count = digits.count
        if count <= point, point <= 21 { return sign + digits + String(repeating: "0", count: point - count) }
        if 0 < point, point <= 21 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
        if -6 < point, point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        let exponent = (point - 1 < 0 ? "e-" : "e+") + String(abs(point - 1))
        return sign + digits.prefix(1) + (count > 1 ? "." + digits.dropFirst() : "") + exponent
    }

    /// The shortest digits of a positive number, and how many of them stand before the point.
    private static func shortest(_ number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = String(mantissa[0])
        var digits = whole + (mantissa.count > 1 ? String(mantissa[1]) : "")
        var point = whole.count + exponent
        while digits.count > 1, digits.hasPrefix("0") {
            digits.removeFirst()
            point -= 1
        }
        while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        return (digits, point)
    }
}
