// SPDX-License-Identifier: Apache-2.0
internal import Yams

/// Reads YAML: the notation of recipes, clauses and articles.
public enum YAMLText {
    /// Larger texts are refused: a recipe or an article is written by hand.
    public static let largestText = 4 << 20
    /// More values are refused; aliases that multiply themselves end here.
    public static let mostNodes = 200_000

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - file: What to call it in messages.
    ///   - firstLine: The line of the file on which the text begins, where it is a part of one.
    /// - Returns: Its value; an empty text is an empty group of fields.
    /// - Throws: `Problems` with the line where the text is no YAML.
    public static func node(_ text: String, file: String, firstLine: Int = 1) throws(Problems) -> Node {
        do throws(Problems) {
            return try node(text, in: file).moved(by: firstLine - 1)
        } catch {
            throw Problems(
                error.list.map { Problem(file: $0.file, line: $0.line + firstLine - 1, message: $0.message) }
            )
        }
    }

    private static func node(_ text: String, in file: String) throws(Problems) -> Node {
        guard text.utf8.count <= largestText else {
            throw Problems([Problem(file: file, line: 1, message: "is larger than \(largestText >> 20) MiB")])
        }
        if let line = aliasLine(text) {
            throw Problems([Problem(file: file, line: line, message: "aliases are not used here; write the value out")])
        }
        let root: Yams.Node?
        do {
            // A byte-order mark, which some editors put before a text, is not part of it.
            root = try Yams.compose(yaml: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
        } catch {
            throw Problems([problem(error, file)])
        }
        guard let root else { return Node(.mapping([]), line: 1, column: 1) }
        var budget = mostNodes
        return try convert(root, file, &budget)
    }

    /// The line of an alias to an anchor of the text.
    ///
    /// Aliases that repeat each other can stand for more values than any memory holds, and the library expands them as soon as one
    /// of them is a name. So they are looked for in the text: `&name` and `*name` where a value can begin, which is at the start of a
    /// line, too, and to the library more characters end a line than people would think.
    private static func aliasLine(_ text: String) -> Int? {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
        var anchors: Set<Substring> = []
        var first: [Substring: Int] = [:]
        var number = 1
        var isStart = true
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            index = text.index(after: index)
            if character.isNewline {
                isStart = true
                number += 1
            } else if isStart, character == "&" || character == "*" {
                isStart = false
                // The letters of a name; one that ends otherwise is no name to the library either.
                let name = text[index...].prefix {
                    $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
                }
                if name.isEmpty { continue }
                if character == "&" { anchors.insert(name) } else if first[name] == nil { first[name] = number }
            } else if !character.isWhitespace, character != "\u{FEFF}" {
                isStart = "-?:[{,".contains(character)
            }
        }
        return anchors.compactMap { first[$0] }.min()
    }

    private static func convert(_ node: Yams.Node, _ file: String, _ budget: inout Int) throws(Problems) -> Node {
        let line = node.mark?.line ?? 1
        let column = node.mark?.column ?? 1
        budget -= 1
        guard budget > 0 else {
            throw Problems([Problem(file: file, line: line, message: "holds more than \(mostNodes) values")])
        }
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            return Node(.scalar(scalar.string, isQuoted: isQuoted), line: line, column: column)
        case .sequence(let sequence):
            var list: [Node] = []
            for element in sequence { list.append(try convert(element, file, &budget)) }
            return Node(.list(list), line: line, column: column)
        case .mapping(let mapping):
            var entries: [Node.Entry] = []
            var names: Set<String> = []
            for (key, value) in mapping {
                let keyLine = key.mark?.line ?? line
                guard let name = key.string else {
                    throw Problems([Problem(file: file, line: keyLine, message: "a field's name must be a text")])
                }
                guard names.insert(name).inserted else {
                    throw Problems([Problem(file: file, line: keyLine, message: "field \"\(name)\" occurs twice")])
                }
                entries.append(Node.Entry(name: name, line: keyLine, value: try convert(value, file, &budget)))
            }
            return Node(.mapping(entries), line: line, column: column)
        case .alias:
            throw Problems([Problem(file: file, line: line, message: "aliases are not used here; write the value out")])
        }
    }

    /// What the words of the parser mean where people meet them most.
    private static func hint(_ problem: String) -> String {
        switch problem {
        case let words where words.contains("cannot start any token"):
            "; lines are indented with spaces, not tabs, and a text that begins with % @ ` or a tab is put in quotes"
        case let words where words.contains("mapping values are not allowed"):
            "; a text that holds a colon and a space is put in quotes"
        default: ""
        }
    }

    private static func problem(_ error: any Error, _ file: String) -> Problem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Problem(file: file, line: mark.line, message: "not YAML: \(problem)\(hint(problem))")
        case .duplicatedKeysInMapping(let duplicates, let context):
            Problem(
                file: file,
                line: max(1, context.mark.line),
                message: "field \"\(duplicates.first ?? "")\" occurs twice in one group"
            )
        default: Problem(file: file, line: 1, message: "not YAML: \(error)")
        }
    }
}
