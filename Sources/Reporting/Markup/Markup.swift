// SPDX-License-Identifier: Apache-2.0

/// Markup that is safe to print: names of elements and attributes come from the program, texts enter only escaped.
///
/// It serves HTML, SVG and XML alike: empty elements are closed.
struct Markup: Equatable, Sendable {
    /// Ready to print.
    private(set) var text: String

    /// A text of the data, escaped.
    init(_ text: String) { self.text = Self.escaped(text) }

    /// Markup that stands in the program.
    init(trusted text: StaticString) { self.text = text.description }

    /// Nothing.
    init() { text = "" }

    /// An element with content; attributes without a value are left out.
    init(
        _ name: StaticString,
        _ attributes: KeyValuePairs<StaticString, String?> = [:],
        @MarkupBuilder content: () -> Markup
    ) {
        text = "<\(name)\(Self.attributes(attributes))>" + content().text + "</\(name)>"
    }

    /// An element without content.
    init(empty name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        text = "<\(name)\(Self.attributes(attributes))/>"
    }

    /// Several pieces of markup.
    init(@MarkupBuilder content: () -> Markup) { self = content() }

    /// Puts markup behind markup.
    static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum.text += right.text
        return sum
    }

    /// Puts markup behind this one.
    static func += (left: inout Markup, right: Markup) { left.text += right.text }

    private static func attributes(_ attributes: KeyValuePairs<StaticString, String?>) -> String {
        attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
    }

    /// A text in which nothing is markup any more.
    ///
    /// Characters that no document may hold, and those that turn the direction of what follows, become the replacement
    /// character: they stay visible.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(PrintableText.isPrintable(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return escaped
    }
}
