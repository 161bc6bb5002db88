// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Notation

@Suite("Reading a text with prose and blocks")
struct LiterateTextTests {
    private typealias Piece = LiterateText.Piece

    private func pieces(_ text: String) throws -> [Piece] { try LiterateText(text, file: "f.md").pieces }

    private func heading(_ level: Int, _ title: String, _ id: String? = nil, line: Int = 1) -> Piece {
        .heading(LiterateText.Heading(level: level, title: title, id: id, line: line))
    }

    private func block(_ kind: String, _ text: String, line: Int = 2) -> Piece {
        .block(LiterateText.Block(kind: kind, text: text, line: line))
    }

    private func problem(_ text: String) -> String? {
        do {
            _ = try LiterateText(text, file: "f.md")
            return nil
        } catch {
            return error.description
        }
    }

    @Test("prose, headings and blocks come in their order, each with its line")
    func order() throws {
        let text =
            "# One {#a-1}\nProse on\ntwo lines.\n\nMore.\n- an entry\n  goes on\n* another\n```yaml x\na: 1\n\n b: 2\n```\n## Two\n"
        #expect(
            try pieces(text) == [
                heading(1, "One", "a-1"), .prose("Prose on two lines.", isEntry: false, line: 2),
                .prose("More.", isEntry: false, line: 5), .prose("an entry goes on", isEntry: true, line: 6),
                .prose("another", isEntry: true, line: 8), block("yaml", "a: 1\n\n b: 2\n", line: 10),
                heading(2, "Two", line: 14),
            ]
        )
        #expect(try pieces("").isEmpty && pieces("\n \n\t\n").isEmpty)
    }

    @Test("a heading is one to six marks and a space, and its id stands in braces at its end")
    func headings() throws {
        #expect(try pieces("###### Six") == [heading(6, "Six")])
        #expect(try pieces("#") == [heading(1, "")])
        #expect(try pieces("##  Spaces  {#x}  ") == [heading(2, "Spaces", "x")])
        #expect(try pieces("## {#x}") == [heading(2, "", "x")])
        #expect(try pieces("## A {#x} b") == [heading(2, "A {#x} b")])
        #expect(try pieces("## A {#x} {#y}") == [heading(2, "A {#x}", "y")])
        #expect(try pieces("## A {x}") == [heading(2, "A {x}")])
        #expect(try pieces("## A {#}") == [heading(2, "A", "")])
        for text in ["####### Seven", "#Hash", " # Indented", "\\# Escaped"] {
            #expect(
                try pieces(text) == [.prose(text.first == " " ? "# Indented" : text, isEntry: false, line: 1)],
                "\(text)"
            )
        }
    }

    @Test("a fence is three marks or more, closed by as many of the same; what is inside is left as it is")
    func fences() throws {
        #expect(
            try pieces("```\n# no heading\n<!-- no comment\n~~~\n``\n```") == [
                block("", "# no heading\n<!-- no comment\n~~~\n``\n")
            ]
        )
        #expect(try pieces("~~~~ clause {.x}\n```\n~~~\n~~~~~") == [block("clause", "```\n~~~\n")])
        #expect(try pieces("````clause{.x}\n```\n````") == [block("clause", "```\n")])
        #expect(try pieces("  ```a\n  b: 1\n    c: 2\n d: 3\n  ```") == [block("a", "b: 1\n  c: 2\nd: 3\n")])
        #expect(try pieces("```a\n```") == [block("a", "")])
        // Four spaces are no fence, and back-ticks behind back-ticks are code in a line.
        #expect(try pieces("    ```a") == [.prose("```a", isEntry: false, line: 1)])
        #expect(try pieces("```a``` b") == [.prose("```a``` b", isEntry: false, line: 1)])
        // A closing fence has nothing behind it.
        #expect(try pieces("```a\n``` b\n```") == [block("a", "``` b\n")])
    }

    @Test("comments are left out, and end paragraphs")
    func comments() throws {
        #expect(
            try pieces("One.\n<!-- a\n```clause\n# B\n-->\nTwo.\n<!-- c -->\nThree.") == [
                .prose("One.", isEntry: false, line: 1), .prose("Two.", isEntry: false, line: 6),
                .prose("Three.", isEntry: false, line: 8),
            ]
        )
    }

    @Test("what is never closed is named at the line where it begins")
    func unclosed() {
        #expect(problem("a\n\n```clause\nb\n") == "f.md:3: the block \"clause\" is never closed")
        #expect(problem("~~~\n```\n") == "f.md:1: a fenced block is never closed")
        #expect(problem("a\n<!-- b\n```clause\n") == "f.md:2: a comment is never closed: \"-->\" is missing")
        #expect(problem("```a\n```\n```\n") == "f.md:3: a fenced block is never closed")
    }

    @Test("Windows line ends and a byte-order mark are no part of a text")
    func editors() throws {
        let text = "# One {#a}\n\nProse\non.\n\n```clause\na: 1\n\nb: 2\n```\n"
        let plain = try pieces(text)
        #expect(try pieces("\u{FEFF}" + text) == plain)
        #expect(try pieces(text.replacing("\n", with: "\r\n")) == plain)
        #expect(try pieces("\u{FEFF}" + text.replacing("\n", with: "\r\n")) == plain)
        #expect(try pieces(String(text.dropLast())) == plain)
    }

    @Test("letters of all scripts are letters, whatever they join with", .tags(.hostile))
    func scripts() throws {
        #expect(try pieces("## 第一条 — 声 🗣️ {#a}") == [heading(2, "第一条 — 声 🗣️", "a")])
        #expect(try pieces("e\u{301}\n\u{301}x") == [.prose("e\u{301} \u{301}x", isEntry: false, line: 1)])
        #expect(try pieces("```é\nü\n```") == [block("é", "ü\n")])
        // A mark that joins the sign before it makes it another sign.
        #expect(try pieces("#\u{301} x") == [.prose("#\u{301} x", isEntry: false, line: 1)])
    }

    @Test("texts without end are read in one go", .tags(.hostile))
    func hostile() {
        let many = 500_000
        for text in [
            String(repeating: "#", count: many), String(repeating: "`", count: many),
            String(repeating: "{#", count: many),
            "## " + String(repeating: "{#", count: many) + "}", String(repeating: " ", count: many),
            String(repeating: "- ", count: many),
            String(repeating: "- \n", count: many), String(repeating: "<!-- -->\n", count: many / 4),
            "<!--" + String(repeating: "-", count: many),
            String(repeating: "```\n", count: many), String(repeating: "\u{301}", count: many),
            String(repeating: "\r", count: many),
            String(repeating: "a\n", count: many), "```\n" + String(repeating: "  `\n", count: many),
        ] {
            let clock = ContinuousClock()
            let time = clock.measure { _ = problem(text) }
            #expect(time < .seconds(60), "\(text.prefix(20)): \(time)")
        }
    }
}
