// SPDX-License-Identifier: Apache-2.0

/// A word, a text or a sign of a Swift source, with comments and white space left out.
enum SwiftToken: Equatable {
    /// A name with its dots: `.target`, `Package.Dependency`.
    case word(String)
    /// What stands between quotes.
    case text(String)
    /// Any other character.
    case sign(Character)

    /// Cuts a source into tokens.
    static func tokens(of source: String) -> [SwiftToken] {
        var scanner = SwiftScanner(source)
        var tokens: [SwiftToken] = []
        while let token = scanner.next() { tokens.append(token) }
        return tokens
    }
}

/// Walks over a Swift source: enough of the language to tell names, texts and comments apart.
struct SwiftScanner {
    private let characters: [Character]
    private var at = 0

    init(_ source: String) { characters = Array(source) }

    mutating func next() -> SwiftToken? {
        skipSpace()
        guard at < characters.count else { return nil }
        let hashes = characters[at...].prefix { $0 == "#" }.count
        if at + hashes < characters.count, characters[at + hashes] == "\"" { return text(hashes: hashes) }
        let word = characters[at...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        if !word.isEmpty {
            at += word.count
            return .word(String(word))
        }
        at += 1
        return .sign(characters[at - 1])
    }

    private mutating func skipSpace() {
        while at < characters.count {
            if characters[at].isWhitespace {
                at += 1
            } else if starts(with: "//") {
                while at < characters.count, !characters[at].isNewline { at += 1 }
            } else if starts(with: "/*") {
                skipBlockComment()
            } else {
                return
            }
        }
    }

    /// Block comments nest.
    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                at += 2
            } else if starts(with: "*/") {
                depth -= 1
                at += 2
            } else {
                at += 1
            }
        } while depth > 0 && at < characters.count
    }

    private mutating func text(hashes: Int) -> SwiftToken {
        let fence = String(repeating: "#", count: hashes)
        at += hashes
        let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        at += quote.count
        var text = ""
        while at < characters.count, !starts(with: quote + fence) {
            if hashes == 0, characters[at] == "\\", at + 1 < characters.count {
                at += 1
                if characters[at] != "\"", characters[at] != "\\" { text.append("\\") }
            }
            text.append(characters[at])
            at += 1
        }
        at += quote.count + hashes
        return .text(text)
    }

    private func starts(with prefix: String) -> Bool { characters[min(at, characters.count)...].starts(with: prefix) }
}
