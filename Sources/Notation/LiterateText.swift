// SPDX-License-Identifier: Apache-2.0

/// A Markdown text whose fenced blocks a machine reads: prose, headings with ids, and blocks, each with its place.
///
/// It knows as much of Markdown as that needs: headings that begin with `#`, fences of back-ticks or tildes, paragraphs, list
/// entries, and comments, which are left out. A heading has an id where it ends with `{#id}`.
public struct LiterateText: Sendable, Equatable {
    /// A piece of the text.
    public enum Piece: Sendable, Equatable {
        /// A heading.
        case heading(Heading)
        /// Lines of prose up to an empty one, joined by spaces; `isEntry` where they are an entry of a list.
        case prose(String, isEntry: Bool, line: Int)
        /// A fenced block.
        case block(Block)
    }

    /// A heading.
    public struct Heading: Sendable, Equatable {
        /// 1 … 6.
        public var level: Int
        /// Without its marks and its id.
        public var title: String
        /// What stands in `{#…}` at its end.
        public var id: String?
        /// Counted from 1.
        public var line: Int
    }

    /// A fenced block.
    public struct Block: Sendable, Equatable {
        /// The first word behind the fence; empty where there is none.
        public var kind: String
        /// Its lines.
        public var text: String
        /// The line of the file on which its text begins, counted from 1.
        public var line: Int
    }

    /// In the order of the text.
    public let pieces: [Piece]

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The Markdown.
    ///   - file: What to call it in messages.
    /// - Throws: `Problems` with the line of a fence or a comment that is never closed.
    public init(_ text: String, file: String) throws(Problems) {
        var scanner = LiterateScanner()
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            // Nothing that a terminal obeys or that turns the direction of a text belongs into one that people sign.
            if let hidden = Substring(line).unicodeScalars.first(where: HiddenCharacter.isHidden),
                number > 1 || hidden != "\u{FEFF}"
            {
                throw Problems([
                    Problem(
                        file: file,
                        line: number,
                        message: "holds a character that cannot be seen, \(HiddenCharacter.name(hidden))"
                    )
                ])
            }
            scanner.take(Substring(line), number)
        }
        pieces = try scanner.finish(file)
    }
}

/// Takes a Markdown text line by line.
private struct LiterateScanner {
    private var pieces: [LiterateText.Piece] = []
    private var prose: [Substring] = []
    private var proseLine = 0
    private var isEntry = false
    private var fence: (mark: Character, count: Int, indent: Int)?
    private var block = LiterateText.Block(kind: "", text: "", line: 0)
    private var commentLine: Int?

    mutating func take(_ raw: Substring, _ number: Int) {
        var line = raw
        if line.utf8.last == UInt8(ascii: "\r") { line = line.dropLast() }
        if number == 1, line.hasPrefix("\u{FEFF}") { line = line.dropFirst() }
        if let open = fence {
            takeBlockLine(line, open)
        } else if commentLine != nil {
            if line.contains("-->") { commentLine = nil }
        } else if line.hasPrefix("<!--") {
            endProse()
            if !line.contains("-->") { commentLine = number }
        } else if let opened = Self.fence(line) {
            endProse()
            fence = opened.fence
            block = LiterateText.Block(kind: opened.kind, text: "", line: number + 1)
        } else if let heading = Self.heading(line, number) {
            endProse()
            pieces.append(.heading(heading))
        } else {
            takeProse(line, number)
        }
    }

    private mutating func takeBlockLine(_ line: Substring, _ open: (mark: Character, count: Int, indent: Int)) {
        if let closing = Self.run(line), closing.mark == open.mark, closing.count >= open.count, closing.rest.isEmpty {
            fence = nil
            pieces.append(.block(block))
            return
        }
        let indent = line.prefix(open.indent).prefix { $0 == " " }.count
        block.text += line.dropFirst(indent)
        block.text += "\n"
    }

    private mutating func takeProse(_ line: Substring, _ number: Int) {
        let words = line.trimmed
        if words.isEmpty { return endProse() }
        let entry = words.hasPrefix("- ") || words.hasPrefix("* ")
        if entry { endProse() }
        if prose.isEmpty {
            proseLine = number
            isEntry = entry
        }
        prose.append(entry && prose.isEmpty ? words.dropFirst(2).trimmed : words)
    }

    private mutating func endProse() {
        guard !prose.isEmpty else { return }
        pieces.append(.prose(prose.joined(separator: " "), isEntry: isEntry, line: proseLine))
        prose = []
    }

    mutating func finish(_ file: String) throws(Problems) -> [LiterateText.Piece] {
        if fence != nil {
            let kind = block.kind.isEmpty ? "a fenced block" : "the block \"\(block.kind.prefix(40))\""
            throw Problems([Problem(file: file, line: block.line - 1, message: "\(kind) is never closed")])
        }
        if let commentLine {
            throw Problems([
                Problem(file: file, line: commentLine, message: "a comment is never closed: \"-->\" is missing")
            ])
        }
        endProse()
        return pieces
    }

    /// Three or more back-ticks or tildes behind at most three spaces, and what follows them.
    private static func run(_ line: Substring) -> (mark: Character, count: Int, indent: Int, rest: Substring)? {
        let indent = line.prefix { $0 == " " }.count
        guard indent <= 3, let mark = line.dropFirst(indent).first, mark == "`" || mark == "~" else { return nil }
        let count = line.dropFirst(indent).prefix { $0 == mark }.count
        return count >= 3 ? (mark, count, indent, line.dropFirst(indent + count).trimmed) : nil
    }

    private static func fence(
        _ line: Substring
    ) -> (fence: (mark: Character, count: Int, indent: Int), kind: String)? {
        guard let run = run(line), run.mark == "~" || !run.rest.contains("`") else { return nil }
        return ((run.mark, run.count, run.indent), String(run.rest.prefix { $0 != " " && $0 != "{" }))
    }

    private static func heading(_ line: Substring, _ number: Int) -> LiterateText.Heading? {
        let level = line.prefix { $0 == "#" }.count
        guard 1...6 ~= level, line.count == level || line.dropFirst(level).first == " " else { return nil }
        var title = line.dropFirst(level).trimmed
        var id: String?
        if title.hasSuffix("}"), let start = title.lastRange(of: "{#") {
            id = String(title[start.upperBound...].dropLast())
            title = title[..<start.lowerBound].trimmed
        }
        return LiterateText.Heading(level: level, title: String(title), id: id, line: number)
    }
}

extension Substring {
    /// Without white space at both ends.
    package var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// Where a two-character mark occurs last.
    fileprivate func lastRange(of mark: String) -> Range<Index>? {
        var found: Range<Index>?
        var start = startIndex
        while let next = self[start...].firstRange(of: mark) {
            found = next
            start = next.upperBound
        }
        return found
    }
}
