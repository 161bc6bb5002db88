// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.golden)) struct InstrumentTextTests {
    @Test("the table of the golden case is as it was")
    func list() throws {
        try Golden.expect(InstrumentText(EditionFixture.edition(EditionFixture.golden)).list, is: "instrument-list.txt")
    }

    @Test("without positions nobody binds anything")
    func proposal() throws {
        let list = InstrumentText(try EditionFixture.edition()).list
        #expect(list.contains("at most 1.25") && !list.contains("binding") && list.contains("nobody has signed"))
    }

    @Test("an article of the golden case is as it was, agreed or not", arguments: ["ev-3", "pl-1"])
    func article(id: String) throws {
        let text = try #require(InstrumentText(EditionFixture.edition(EditionFixture.golden)).article(id))
        try Golden.expect(text, is: "instrument-\(id).txt")
    }

    @Test("there is no article of another name")
    func unknown() throws {
        #expect(InstrumentText(try EditionFixture.edition()).article("xx-9") == nil)
    }

    @Test("prose fits into 80 columns, and nothing reaches the terminal that is more than seen", .tags(.hostile))
    func isHarmless() throws {
        let edition = try EditionFixture.edition([
            "bell\u{7}\u{1B}[31m\u{202E}": "{ev-3: {}}", "B": "{ev-3: {bound: 1.3}, pl-1: {}}",
        ])
        let text = InstrumentText(edition)
        let all = text.list + edition.entries.compactMap { text.article($0.clause.id) }.joined()
        #expect(all.unicodeScalars.allSatisfy { $0 == "\n" || ($0 != "\t" && PrintableText.isPrintable($0)) })
        let article = try #require(text.article("ev-3"))
        let duty = article.split(separator: "\n").filter { $0.hasPrefix("No part") || $0.hasPrefix("Why.") }
        #expect(duty.count == 2 && duty.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    }

    @Test("colour says nothing that words do not")
    func colour() throws {
        let edition = try EditionFixture.edition(EditionFixture.golden)
        let (plain, coloured) = (InstrumentText(edition), InstrumentText(edition, isColoured: true))
        #expect(coloured.list.contains("\u{1B}[") && coloured.list.replacing(/\u{1B}\[\d+m/, with: "") == plain.list)
        let article = try #require(coloured.article("ev-3"))
        #expect(article.replacing(/\u{1B}\[\d+m/, with: "") == plain.article("ev-3"))
    }

    @Test("many signatories are counted")
    func many() throws {
        let edition = try EditionFixture.many(193)
        let text = InstrumentText(edition)
        #expect(text.list.contains("because of State 193") && text.list.contains("9 of 193 signatories"))
        #expect(try #require(text.article("ev-3")).contains("193 of 193 signatories"))
    }
}
