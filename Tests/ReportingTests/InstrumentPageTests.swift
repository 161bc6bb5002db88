// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import Instrument
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.law, .hostile)) struct InstrumentPageTests {
    /// Without positions, the golden case, names that mean harm, one signatory, many.
    private static func pages() throws -> [String] {
        let hostile = [
            "<script>x</script>": "{ev-3: {}}", "a & 'b'": "{ev-3: {bound: 1.3}, pl-1: {}}", "Æ\u{202E}x": "{}",
        ]
        return [
            try EditionFixture.edition(), try EditionFixture.edition(EditionFixture.golden),
            try EditionFixture.edition(hostile),
            try EditionFixture.edition(["A": "{ac-3: {}}"]), try EditionFixture.edition([:]),
            try EditionFixture.many(193),
        ].map { InstrumentPage($0, tool: "euthyna 0.0.0").text }
    }

    @Test("it is well-formed, so nothing of the text became markup")
    func isWellFormed() throws {
        for page in try Self.pages() {
            #expect(XMLParser(data: Data(page.utf8)).parse())
            #expect(!page.lowercased().contains("<script") && !page.contains("<b>for</b>"))
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(page.unicodeScalars.allSatisfy { PrintableText.isPrintable($0) })
        }
    }

    @Test("it needs nothing from elsewhere and links only within itself and to the addresses of the text")
    func isSelfContained() throws {
        for page in try Self.pages() {
            for word in ["src=", "<link", "<img", "<iframe", "@import", "url(", "onload", "onclick", "<object"] {
                #expect(!page.contains(word), "\(word)")
            }
            let ids = Set(page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) })
            for link in page.matches(of: /href="([^"]*)"/).map({ String($0.output.1) }) {
                #expect(
                    link.hasPrefix("#")
                        ? ids.contains(String(link.dropFirst())) : link.hasPrefix("https://example.org"),
                    "\(link)"
                )
            }
            #expect(page.contains("default-src 'none'".replacing("'", with: "&#39;")))
        }
    }

    @Test("no two elements share an id, and every drawing and table has a name")
    func isAccessible() throws {
        for page in try Self.pages() {
            let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count)
            for match in page.matches(of: /aria-labelledby="([^"]*)"/) {
                for id in match.output.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
            }
            #expect(page.matches(of: /role="img" aria-labelledby/).count == page.matches(of: /<desc/).count)
            #expect(page.matches(of: /<table/).count == page.matches(of: /<caption/).count)
        }
    }

    @Test("every article, exception, measure, law and signatory is there")
    func isComplete() throws {
        let edition = try EditionFixture.edition(EditionFixture.golden)
        let page = InstrumentPage(edition, tool: "t").text
        for id in ["ev-3", "ac-3", "pl-1", "ac-5", "ev-3.small"] { #expect(page.contains("id=\"\(id)\""), "\(id)") }
        for words in [
            "Chapter I — Voice", "Chapter II — Encounter", "Article 1 · ev-3", "<code id=\"measure:4\">stake</code>",
            "A law &amp; more", "the clause asks for a part of it", "a bill, not law", "an e-value below 20",
            "<li>first entry</li>",
            "fewer than 100\u{202F}000 people a month, and what is examined is one of: feed", "at most 2.00",
            "limits 1.3 to 1.35; 200\u{202F}000 people a month", "<strong>marks</strong>", "not yet",
            "euthyna instrument show INSTRUMENT --positions POSITIONS --as-of 2027-06-01",
        ] { #expect(page.contains(words), "\(words)") }
        for name in EditionFixture.golden.keys { #expect(page.contains("<span>\(name)</span>"), "\(name)") }
    }

    @Test("the golden case says 1.40, that C and D keep it there, and that 1.25 needs both", .tags(.golden))
    func golden() throws {
        let page = InstrumentPage(try EditionFixture.edition(EditionFixture.golden), tool: "t").text
        for words in [
            "4 clauses; 3 are agreed by all 4 signatories.", "This is a floor: what all accept, never an average.",
            "at most 1.40", "C, D keep it at 1.40. The next step, 1.25, needs C, D.", "next: 1.25", "needs C, D",
            "C keeps it at 0.2\u{202F}%. The next step, 0.1\u{202F}%, needs C.", "not agreed because of C",
            "If C accepted it at the level of the others, it would read: at least 0.7.",
            "Of those that accept the clause, D keeps it at 0.7. The next step, 0.8, needs C, D.",
            "1.10: A; 1.25: A, B; 1.40: A, B, C, D", "Some hold more: search (without C), trends (without A, C, D).",
            "belongs to the confidence of the rule-book and is not negotiated",
            "Without C <b>1 clause</b> would come in: <a href=\"#pl-1\" class=\"id\">pl-1</a>",
        ] { #expect(page.contains(words), "\(words)") }
        // The case is not met as proposed, and met with the weaker bound.
        #expect(page.contains("With the agreed values"))
    }

    @Test("what binds those that have ratified is said where it differs")
    func force() throws {
        var positions = EditionFixture.golden
        positions["C"] = nil
        #expect(
            InstrumentPage(try EditionFixture.edition(positions), tool: "t").text.contains("agreed by all, in force")
        )
        let before = InstrumentPage(try EditionFixture.edition(positions, on: "2027-01-01"), tool: "t").text
        #expect(before.contains("Not in force on 2027-01-01: 0 of 3 ratifications"))
        let edition = try EditionFixture.edition(positions)
        let late = Position(
            signatory: "Z",
            terms: Terms(["ev-3": edition.entries[0].clause.terms.merging([.bound: .number(9)]) { $1 }])
        )
        let all = (edition.derivation?.positions ?? []) + [late]
        let page = InstrumentPage(
            Edition(edition.ruleBook, asOf: edition.day, positions: (all, [])),
            tool: "t"
        ).text
        #expect(page.contains("In force between those that have ratified: at most 1.40"))
    }

    @Test("without positions everything is a proposal")
    func proposal() throws {
        let page = InstrumentPage(try EditionFixture.edition(), tool: "t").text
        #expect(page.contains("4 clauses. The values are proposals; nobody has signed."))
        #expect(!page.contains("id=\"on:overview\"") && !page.contains("agreed by all"))
        #expect(page.contains("--as-of 2027-06-01") && !page.contains("--positions"))
    }

    @Test("193 signatories are counted in the drawings, and all their names are there to be opened")
    func many() throws {
        let edition = try EditionFixture.many(193)
        let page = InstrumentPage(edition, tool: "t").text
        for index in 1...193 { #expect(page.contains(">State \(index)<"), "\(index)") }
        #expect(
            page.contains("<summary>181 more signatories</summary>")
                && page.contains("<summary>Who holds what</summary>")
        )
        #expect(page.contains("9 of 193 signatories keep it at 2.9") && page.contains("9 more values"))
        #expect(page.contains("not agreed because of State 193"))
        #expect(page.utf8.count < 200_000)
    }

    @Test("the same edition gives the same page, whatever the order of the positions")
    func isStable() throws {
        let edition = try EditionFixture.edition(EditionFixture.golden)
        let positions = edition.derivation?.positions ?? []
        let sources = Array(edition.sources.dropFirst())
        let turned = Edition(edition.ruleBook, asOf: edition.day, positions: (positions.reversed(), sources))
        #expect(InstrumentPage(turned, tool: "t").text == InstrumentPage(edition, tool: "t").text)
    }

    @Test(
        "initials are different where names are",
        arguments: [
            (["Northland", "Southmark"], ["N", "S"]), (["Nora", "Nils", "Ada"], ["No", "Ni", "A"]),
            (["A", "A"], ["A", "A"]),
            (["State 1", "State 2"], ["Sta", "Sta"]), ([], []),
        ]
    )
    func initials(names: [String], initials: [String]) { #expect(Initials.of(names) == initials) }
}
