// SPDX-License-Identifier: Apache-2.0
import Foundation
import Society
import TestSupport
import Testing

@testable import Examination
@testable import Reporting

@Suite("The page of a hunt", .tags(.golden, .hostile)) struct HuntPageTests {
    private let page = HuntPage(HuntFixture.confirmed).text

    @Test("the page is as it was")
    func golden() throws {
        let main = try #require(page.firstMatch(of: /(?s)<body>.*<\/body>/)).output
        // Settings are those of the society and change with it. One element a line, so that a change can be read.
        let text = String(main).replacing(/(?s)<details><summary>All settings.*?<\/details>/, with: "")
        try Golden.expect(text.replacing("><", with: ">\n<") + "\n", is: "hunt.html")
    }

    @Test("the text for the terminal is as it was, for every outcome")
    func text() throws {
        let records = [HuntFixture.confirmed, HuntFixture.plain, HuntFixture.notConfirmed, HuntFixture.nothing]
        try Golden.expect(records.map { HuntText($0).text }.joined(separator: "=====\n"), is: "hunt.txt")
        #expect(records.map(\.exitCode) == [1, 1, 2, 0])
    }

    @Test("the documents are as they were, and persona.json reads back as the same persona")
    func documents() throws {
        let document = HuntDocument(HuntFixture.confirmed)
        // Settings are those of the society and change with it.
        try Golden.expect(document.text.replacing(/(?s)"settings": \{.*?\}/, with: "\"settings\": {}"), is: "hunt.json")
        let text = try #require(document.persona)
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let object = try #require(json as? [String: Any])
        let record = try #require((object["persona"] as? [String: Any])?["record"] as? [String: String])
        #expect(Persona(record: record) == HuntFixture.confirmed.result.confirmed?.persona)
        #expect(object["seed"] as? String == "18446744073709551615" && (object["worlds"] as? [Any])?.count == 8)
    }

    @Test("names of rankers, clauses and rule-books cannot become markup")
    func hostile() {
        for record in [HuntFixture.confirmed, HuntFixture.plain, HuntFixture.notConfirmed, HuntFixture.nothing] {
            let page = HuntPage(record).text
            #expect(!page.contains("<script") && !page.contains("<meet>") && !page.contains("<b>theirs"))
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(page.contains("a model world, and no person"))
        }
        #expect(page.contains("euthyna hunt RANKER --clause pl-1 --instrument RULE-BOOK --as-of 2027-06-01"))
    }

    @Test("every section of the contents is there, and those without anything to say are not")
    func sections() {
        for record in [HuntFixture.confirmed, HuntFixture.plain, HuntFixture.notConfirmed, HuntFixture.nothing] {
            let page = HuntPage(record).text
            for match in page.matches(of: /href="#([a-z]+)"/) {
                #expect(page.contains("id=\"\(match.output.1)\""), "\(match.output.1)")
            }
        }
        #expect(HuntPage(HuntFixture.plain).text.contains("If people were easier to move"))
        #expect(!page.contains("If people were easier to move"))
        #expect(!HuntPage(HuntFixture.nothing).text.contains("World by world"))
    }

    @Test("filled and empty squares are told apart in words, too")
    func picture() throws {
        let description = try #require(page.firstMatch(of: /id="hunt-feeds-description">([^<]*)</)).output.1
        let rows = description.split(separator: "; ")
        #expect(rows.count == 3 && rows[0].contains("1 of the first 20 from another circle: filled 0, empty 1"))
        #expect(rows[2].hasPrefix("chronological, the reference: 10 of the first 20"))
    }

    @Test("a step of simplifying says what went and what changed")
    func leftOut() {
        var (one, other) = (Persona(), Persona())
        one.follows[5] = 3
        other.follows[5] = 1
        one.place = 0
        #expect(
            HuntWords.leftOut(from: one, to: other)
                == "place 0; following 3 accounts of topic 5 → following 1 account of topic 5"
        )
        #expect(HuntWords.leftOut(from: other, to: other) == "nothing that is seen")
    }

    @Test("the folder has the page last, and no persona where nobody was tried")
    func folder() throws {
        #expect(HuntFolder.files(of: HuntFixture.confirmed).map(\.name) == ["hunt.json", "persona.json", "hunt.html"])
        var record = HuntFixture.nothing
        record.result.found = nil
        #expect(HuntFolder.files(of: record).map(\.name) == ["hunt.json", "hunt.html"])
        #expect(!HuntPage(record).text.contains("Who it is"))
    }
}
