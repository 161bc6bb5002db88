// SPDX-License-Identifier: Apache-2.0

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
