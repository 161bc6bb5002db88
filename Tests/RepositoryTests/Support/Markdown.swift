// SPDX-License-Identifier: Apache-2.0

/// What the tests look at in a Markdown text.
struct Markdown {
    private let lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The code blocks of a language, without their fences.
    func blocks(of language: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in lines {
            if let open = block {
                if line.hasPrefix("```") {
                    blocks.append(open.joined(separator: "\n") + "\n")
                    block = nil
                } else {
                    block?.append(line)
                }
            } else if line == "```" + language {
                block = []
            }
        }
        return blocks
    }

    /// The text below a heading, up to the next one of any level.
    func section(_ heading: String) -> String? {
        guard let start = lines.firstIndex(where: { Self.heading($0) == heading }) else { return nil }
        return lines[(start + 1)...].prefix { Self.heading($0) == nil }.joined(separator: "\n")
    }

    /// All headings, without their signs.
    var headings: [String] { prose.compactMap { Self.heading($0) } }

    /// Where links and pictures lead, code left out.
    var links: [String] {
        prose.flatMap { line -> [String] in
            var links: [String] = []
            var rest = Self.withoutCode(line)[...]
            while let open = rest.firstRange(of: "](") {
                rest = rest[open.upperBound...]
                links.append(String(rest.prefix { $0 != ")" && $0 != " " }))
            }
            return links
        }
    }

    /// The lines outside of code blocks.
    private var prose: [Substring] {
        var isCode = false
        return lines.filter { line in
            if line.hasPrefix("```") { isCode.toggle() }
            return !isCode && !line.hasPrefix("```")
        }
    }

    private static func heading(_ line: Substring) -> String? {
        let signs = line.prefix { $0 == "#" }
        guard !signs.isEmpty, line.dropFirst(signs.count).hasPrefix(" ") else { return nil }
        return String(line.dropFirst(signs.count + 1)).filter { $0 != "`" }
    }

    private static func withoutCode(_ line: Substring) -> String {
        line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: " ")
    }
}
