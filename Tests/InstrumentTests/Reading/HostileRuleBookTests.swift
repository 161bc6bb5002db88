// SPDX-License-Identifier: Apache-2.0
import Instrument
import Notation
import TestSupport
import Testing

/// Texts that nobody wrote by hand: each ends soon, in words.
@Suite("Rule-books that mean harm", .tags(.hostile))
struct HostileRuleBookTests {
    private func soon(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
        var found: [String] = []
        let clock = ContinuousClock()
        let time = clock.measure { found = Book.problems(text) }
        // Seconds where it is linear, hours where it is not: the bound only tells these apart on a busy machine.
        #expect(time < .seconds(60), sourceLocation: sourceLocation)
        return found
    }

    @Test("fences and comments that are never closed are named at their line")
    func unclosed() {
        #expect(
            Book.problems("verdict: not-met\n```", "verdict: not-met") == [
                "b.md:59: the block \"example\" is never closed"
            ]
        )
        #expect(Book.problems(Book.text + "~~~\n") == ["b.md:64: a fenced block is never closed"])
        #expect(
            Book.problems("Because people differ.", "<!-- because") == [
                "b.md:28: a comment is never closed: \"-->\" is missing"
            ]
        )
    }

    @Test("aliases are refused at their line, before they multiply")
    func aliases() {
        var laughs = "```vocabulary\na0: &a0 [x, x]\n"
        for level in 1...40 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let message = "aliases are not used here; write the value out"
        #expect(soon(Book.text + laughs + "```\n") == ["b.md:66: \(message)"])
        #expect(soon((Book.text + laughs + "*a40 : x\n```\n").replacing("\n", with: "\r\n")) == ["b.md:66: \(message)"])
        #expect(
            soon(Book.text.replacing("population: authors", with: "population: &p authors\nevidence: *p"))
                .contains { $0.hasSuffix(message) }
        )
    }

    @Test("nesting without end is refused", arguments: ["[", "{a: ", "- ", "? ", "a: "])
    func deep(_ opening: String) {
        let deep = String(repeating: opening, count: 100_000)
        for text in [
            Book.text.replacing("atMost: 1.25", with: "atMost: \(deep)"),
            Book.text.replacing("measures:", with: "measures: \(deep)"),
            Book.text.replacing("case: far beyond", with: deep), Book.text.replacing("title: Charter", with: deep),
        ] {
            #expect(!soon(text).isEmpty)
        }
    }

    @Test("nesting as deep as the parser allows is read and reported, not crashed on")
    func almostTooDeep() {
        for depth in [100, 400, 900, 990, 999, 1_010, 1_200, 1_400] {
            let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(
                soon(Book.text.replacing("population: authors", with: "population: \(deep)")).count == 1,
                "\(depth)"
            )
            let group = String(repeating: "{a: ", count: depth) + "1" + String(repeating: "}", count: depth)
            #expect(soon(Book.text.replacing("atMost: 1.25", with: "atMost: \(group)")).count == 1, "\(depth)")
        }
    }

    @Test("lines without end are read in one go")
    func longLines() throws {
        let long = String(repeating: "é ", count: 500_000)
        #expect(soon(Book.text.replacing("Because people differ.", with: long)) == [])
        #expect(soon(Book.text.replacing("Voices are heard alike.", with: long)) == [])
        #expect(soon(Book.text.replacing("Article 1 — Equal voice", with: "Article 1 — " + long)) == [])
        #expect(soon(Book.text.replacing("population: authors", with: "population: \"\(long)\"")) == [])
        #expect(
            soon(
                Book.text.replacing("## Article 1 — Equal voice", with: "## " + String(repeating: "{#", count: 500_000))
            ) == []
        )
        #expect(soon(Book.text + String(repeating: "#", count: 1_000_000)) == [])
        #expect(soon(Book.text + String(repeating: "`", count: 1_000_000)).count == 1)
        #expect(soon(Book.text + String(repeating: " ", count: 1_000_000)) == [])
        #expect(soon(Book.text + "<!--" + String(repeating: "<!-", count: 300_000) + "-->") == [])
        // Messages quote the beginning only.
        let measure = soon(Book.text.replacing("measure: voice", with: "measure: \(long)")).first ?? ""
        #expect(!measure.isEmpty && measure.utf8.count < 1_000)
    }

    @Test("marks of anchors without end are read in one go")
    func anchors() {
        for mark in ["[&", "{&", "&,", "-&", "&:", "[*&"] {
            let marks = String(repeating: mark, count: 300_000)
            #expect(!soon(Book.text.replacing("atMost: 1.25", with: "atMost: [\(marks)")).isEmpty, "\(mark)")
        }
    }

    @Test("more than 4 MiB and more than 2,000 articles are refused, and 2,000 are read")
    func sizes() throws {
        #expect(
            soon(String(repeating: "x\n", count: 2 << 20 + 1)) == [
                "b.md:1: is larger than 4 MiB: articles are written by hand"
            ]
        )
        func articles(_ count: Int) -> String {
            Book.head.replacing("core: ev", with: "lawsPerArticle: 0")
                + (0..<count).map {
                    "## Article \($0) — A {#a-\($0)}\nDuty.\n```clause\n{measure: voice, figure: spread, reads: ranks, atMost: \($0)}\n```\n"
                }.joined()
        }
        let book = try Book.read(articles(2_000))
        #expect(book.articles.map { $0.bound.value(asOf: book.date) } == (0..<2_000).map { Double($0) })
        #expect(soon(articles(2_001)) == ["b.md:\(24 + 5 * 2_000): more than 2000 articles"])
        #expect(soon(articles(30_000)) == ["b.md:\(24 + 5 * 2_000): more than 2000 articles"])
    }

    @Test("a hundred thousand problems are said in as many lines, soon")
    func manyProblems() {
        let clauses = String(repeating: "```clause\n```\n", count: 100_000)
        #expect(soon(Book.text + clauses).count >= 100_000)
        #expect(soon("```instrument\ntitle: C\nversion: 1\n```\n" + clauses).count >= 100_000)
        let ids = (0..<100_000).map { "### {#x}\n\($0)\n" }.joined()
        #expect(soon(Book.text + ids).count == 99_999)
    }

    @Test("bytes that are no text, and characters that end lines elsewhere, are nothing special")
    func characters() {
        for text in [
            "\u{0}", "a: \u{1}", "\u{85}", "\u{2028}## A {#a}\u{2029}", "\r\r\r", "## {#a}", "```", "{#}", "# {#a}",
            "\u{FEFF}\u{FEFF}",
        ] {
            #expect(!soon(text).isEmpty, "\(text.debugDescription)")
            _ = soon(Book.text + text)
            _ = soon(Book.text.replacing("Because people differ.", with: text))
            _ = soon(Book.text.replacing("atMost: 1.25", with: text))
        }
    }

    @Test("a rule-book with a byte changed anywhere is read or refused in words", .tags(.law))
    func mutated() {
        var draws = Draws(seed: 91)
        let bytes = Array(Book.text.utf8)
        let marks = Array("`#{}[]-:&*?!|>'\"%@,\n\r\t ~<0.é\u{0}".utf8)
        var read = 0
        for _ in 0..<3_000 {
            var changed = bytes
            for _ in 0...draws.below(3) {
                let place = draws.below(changed.count)
                switch draws.below(3) {
                case 0: changed.remove(at: place)
                case 1: changed.insert(draws.pick(marks), at: place)
                default: changed[place] = draws.pick(marks)
                }
            }
            let found = Book.problems(String(decoding: changed, as: UTF8.self))
            if found.isEmpty { read += 1 }
            #expect(found.allSatisfy { $0.hasPrefix("b.md:") })
        }
        print("mutated rule-books: \(read) of 3000 are read")
        #expect(read > 300 && read < 2_900)
    }
}
