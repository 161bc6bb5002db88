// SPDX-License-Identifier: Apache-2.0

/// The named fields of one group: asks for values of a kind and collects every problem instead of stopping at the first.
public struct Fields {
    private let entries: [String: Node.Entry]
    private let file: String
    /// Names in the order of the text.
    public let names: [String]
    /// Where the group stands.
    public let line: Int

    /// Looks at a group of fields.
    ///
    /// - Parameters:
    ///   - node: The group; anything else is a problem and counts as empty.
    ///   - known: The fields that exist; others are problems. `nil` where the names are data.
    ///   - file: What to call the text in messages.
    ///   - problems: Takes what is wrong.
    public init(_ node: Node, known: [String]?, file: String, problems: inout [Problem]) {
        var found: [Node.Entry] = []
        if case .mapping(let entries) = node.content {
            found = entries
        } else {
            problems.append(
                Problem(file: file, line: node.line, message: "\(node.kind): a group of fields was expected")
            )
        }
        if let known {
            for entry in found where !known.contains(entry.name) {
                problems.append(
                    Problem(
                        file: file,
                        line: entry.line,
                        message: "there is no field \"\(entry.name)\" here; there are \(known.joined(separator: ", "))"
                    )
                )
            }
        }
        entries = Dictionary(found.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        names = found.map(\.name)
        line = node.line
        self.file = file
    }

    /// The value of a field, whatever it is.
    public subscript(name: String) -> Node? { entries[name]?.value }

    /// A text; a missing one is a problem where it is needed.
    public func text(_ name: String, isNeeded: Bool = false, _ problems: inout [Problem]) -> String? {
        guard let node = entries[name]?.value else {
            if isNeeded { problems.append(Problem(file: file, line: line, message: "field \"\(name)\" is missing")) }
            return nil
        }
        return Self.text(node, name, file, &problems)
    }

    /// A number, or `nil` where the field is missing.
    public func number(_ name: String, _ problems: inout [Problem]) -> Double? {
        guard let node = entries[name]?.value else { return nil }
        if case .scalar(let text, false) = node.content, let number = PlainNumber.value(text) { return number }
        problems.append(Problem(file: file, line: node.line, message: "\(name): \(node.kind) is not a number"))
        return nil
    }

    /// True or false, or `nil` where the field is missing.
    public func flag(_ name: String, _ problems: inout [Problem]) -> Bool? {
        guard let node = entries[name]?.value else { return nil }
        if case .scalar("true", false) = node.content { return true }
        if case .scalar("false", false) = node.content { return false }
        problems.append(
            Problem(file: file, line: node.line, message: "\(name): \(node.kind) is neither true nor false")
        )
        return nil
    }

    /// One of several words, or `nil` where the field is missing.
    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        _ problems: inout [Problem]
    ) -> Choice? where Choice.RawValue == String {
        guard let node = entries[name]?.value, let text = Self.text(node, name, file, &problems) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(Problem(file: file, line: node.line, message: "\(name): \(node.kind) is none of \(words)"))
        return nil
    }

    /// One text or a list of texts; empty where the field is missing.
    public func texts(_ name: String, _ problems: inout [Problem]) -> [String] {
        guard let node = entries[name]?.value else { return [] }
        return Self.texts(node, name, file, &problems)
    }

    /// The elements of a list; empty where the field is missing.
    public func list(_ name: String, _ problems: inout [Problem]) -> [Node] {
        guard let node = entries[name]?.value else { return [] }
        if case .list(let nodes) = node.content { return nodes }
        problems.append(Problem(file: file, line: node.line, message: "\(name): \(node.kind); a list was expected"))
        return []
    }

    /// The text of a scalar.
    public static func text(_ node: Node, _ name: String, _ file: String, _ problems: inout [Problem]) -> String? {
        if case .scalar(let text, _) = node.content { return text }
        problems.append(Problem(file: file, line: node.line, message: "\(name): \(node.kind); a text was expected"))
        return nil
    }

    /// One text or a list of texts.
    public static func texts(_ node: Node, _ name: String, _ file: String, _ problems: inout [Problem]) -> [String] {
        guard case .list(let nodes) = node.content else { return text(node, name, file, &problems).map { [$0] } ?? [] }
        return nodes.compactMap { text($0, name, file, &problems) }
    }
}
