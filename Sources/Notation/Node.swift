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

/// Something wrong in a text, with its place.
public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// What the text is called.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// What is wrong, what was expected, what to do.
    public var message: String

    /// States a problem.
    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// "file:line: message".
    public var description: String { "\(file):\(line): \(message)" }
}

/// All problems of a text at once.
public struct Problems: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problems, from the top of the text down.
    public var list: [Problem]

    /// States several problems.
    public init(_ list: [Problem]) { self.list = list }

    /// One problem a line.
    public var description: String { list.map(\.description).joined(separator: "\n") }
}
