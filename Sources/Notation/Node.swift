// SPDX-License-Identifier: Apache-2.0

/// One value of a YAML text, with its place.
public struct Node: Sendable, Equatable {
    /// What a value can be.
    ///
    /// Scalars stay texts until somebody asks for a number.
    public enum Content: Sendable, Equatable {
        /// A text and whether it stood in quotes.
        case scalar(String, isQuoted: Bool)
        /// Values in the order of the text.
        case list([Node])
        /// Names and values in the order of the text.
        case mapping([Entry])
    }

    /// A name and its value.
    public struct Entry: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The line of the name, counted from 1.
        public var line: Int
        /// What stands behind it.
        public var value: Node
    }

    /// The value.
    public var content: Content
    /// Counted from 1.
    public var line: Int
    /// Counted from 1.
    public var column: Int

    /// Puts a value at a place.
    public init(_ content: Content, line: Int, column: Int) {
        self.content = content
        self.line = line
        self.column = column
    }

    /// The value as it stands some lines further down.
    func moved(by lines: Int) -> Node {
        guard lines != 0 else { return self }
        var node = self
        node.line += lines
        switch content {
        case .scalar: break
        case .list(let nodes): node.content = .list(nodes.map { $0.moved(by: lines) })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { Entry(name: $0.name, line: $0.line + lines, value: $0.value.moved(by: lines)) }
            )
        }
        return node
    }

    /// Whether the value is YAML's "none": `null`, `~` or nothing at all, without quotes.
    public var isNull: Bool {
        guard case .scalar(let text, false) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What the value is, in words for a message.
    public var kind: String {
        switch content {
        case .scalar(let text, _): "\"\(text.prefix(40))\""
        case .list: "a list"
        case .mapping: "a group of fields"
        }
    }
}
