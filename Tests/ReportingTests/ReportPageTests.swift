// SPDX-License-Identifier: Apache-2.0
import Examination
import Foundation
import FoundationXML
import Instrument
import Measures
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.law, .hostile)) struct ReportPageTests {
    private static let pages = [
        RecordFixture.record, RecordFixture.plain, RecordFixture.crowded, RecordFixture.floor, RecordFixture.society,
        RecordFixture.quietSociety,
    ].map { ReportPage($0).text }

    @Test("it is well-formed, so nothing of the data became markup", arguments: pages)
    func isWellFormed(page: String) {
        #expect(XMLParser(data: Data(page.utf8)).parse())
        #expect(!page.lowercased().contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") || !page.contains("alert(1)"))
        #expect(page.unicodeScalars.allSatisfy { PrintableText.isPrintable($0) })
    }

    @Test("it needs nothing from elsewhere", arguments: pages)
    func isSelfContained(page: String) {
        for word in [
            "src=", "<link", "<img", "<iframe", "@import", "url(", "onload", "onclick", "<object", "javascript:",
        ] {
            #expect(!page.contains(word), "\(word)")
        }
        let links = page.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
        #expect(
            links.allSatisfy { $0.hasPrefix("#") || CSVTables.names.contains($0) || $0 == "https://example.org/data" }
        )
    }

    @Test("where nothing is drawn, the method says so and names its own least number of clusters")
    func student() {
        var record = RecordFixture.plain
        record.inference.method = "student"
        let page = ReportPage(record).text
        #expect(page.contains("Each cluster is left out once") && page.contains("Below 8 clusters"))
        #expect(!page.contains("drawn with replacement") && page.contains("--method student"))
    }

    @Test("every table has a twin that is written")
    func hasTwins() {
        for record in [
            RecordFixture.record, RecordFixture.plain, RecordFixture.floor, RecordFixture.society,
            RecordFixture.quietSociety,
        ] {
            let page = ReportPage(record).text
            let twins = CSVTables(record).texts.map(\.name)
            let named = page.matches(of: /data-twin="([^"]*)"/).map { String($0.output.1) }
            #expect(named.count == page.matches(of: /<table/).count)
            for name in named + page.matches(of: /href="([^"]*\.csv)"/).map({ String($0.output.1) }) {
                #expect(twins.contains(name), "\(name)")
            }
        }
    }

    @Test("every drawing has a name and a description, and no two elements share an id", arguments: pages)
    func isAccessible(page: String) {
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        for match in page.matches(of: /aria-labelledby="([^"]*)"/) {
            for id in match.output.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
        }
        #expect(page.matches(of: /role="img" aria-labelledby/).count == page.matches(of: /<desc/).count)
        #expect(page.matches(of: /<table/).count == page.matches(of: /<caption/).count)
        #expect(page.contains("<html lang=\"en\">") && page.contains("name=\"viewport\""))
    }

    @Test("hundreds of parts end in a line that says where the others are")
    func isShortened() {
        let page = Self.pages[2]
        #expect(page.contains("and 265 more in figures.csv"))
        #expect(page.contains("and 288 more in encounter.csv"))
        #expect(page.contains("and 260 more in clusters.csv"))
        #expect(page.contains("and 294 more in exposure.csv"))
        #expect(page.utf8.count < 600_000)
    }

    @Test("the first sentence says how many clauses are met, not met and not determined")
    func answers() {
        #expect(
            Answer.sentence(RecordFixture.record)
                == "Of 5 clauses, 2 are met (1 with comments), 1 is not met and 2 could not be determined. "
                + "1 of 4 published figures follows from the data, 1 differs with a stated reason and 2 are unexpected."
        )
        #expect(Answer.sentence(RecordFixture.plain).contains("No rule-book"))
    }

    @Test("a clause counts once, by the most serious of its analyses")
    func countsClauses() {
        var record = RecordFixture.record
        var second = record.findings[1]
        second.verdict = .notDetermined
        record.findings.append(second)
        #expect(
            Answer.sentence(record).hasPrefix("Of 5 clauses, 1 is met (1 with comments), 1 is not met and 3 could not")
        )
    }

    @Test(
        "every clause appears: first those with a verdict, then what could not be determined, then what does not apply"
    )
    func groups() throws {
        let page = Self.pages[3]
        let places = try [
            "id=\"verdicts\"", "What could not be determined, and why", "What does not apply", "id=\"reading\"",
        ]
        .map { try #require(page.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted())
        func clauses(_ part: Substring) -> [String] {
            part.matches(of: /<th scope="row" role="rowheader"><code>([^<]*)<\/code>/).map { String($0.output.1) }
        }
        let groups = zip(places, places.dropFirst()).map { clauses(page[$0..<$1]) }
        #expect(groups[0] == ["ev-3", "pl-1"])
        #expect(groups[1].count == 24 && groups[1].last == "ev-4", "one row a clause and reason")
        #expect(groups[2] == ["sr-1"])
        #expect(Set(groups.joined()) == Set(RecordFixture.floor.findings.map(\.clause.id)))
        #expect(page[places[2]...].contains("Exception for small services."))
    }

    @Test("without access the opinion is withheld, and the page says what is missing for one")
    func disclaimer() throws {
        let header = try #require(Self.pages[3].split(separator: "</header>").first)
        #expect(header.contains("too little could be determined") && header.contains("</svg>disclaimer</span>"))
        for id in ["ac-1", "tr-17", "ev-4"] { #expect(header.contains(">\(id)</span>")) }
        #expect(header.contains("Among them are 6 clauses of the core."))
        #expect(!Self.pages[0].contains("What was not examined") && Self.pages[0].contains("</svg>qualified</span>"))
        #expect(!Self.pages[1].contains("class=\"opinion\""))
    }

    @Test(
        "beside a clause stand its anchors, its exceptions, who keeps its bound, and the adjusted p-value where it is not met"
    )
    func binding() {
        let page = Self.pages[0]
        for words in [
            "Digital Services Act, 34(1)(b); unknown.law, 2 &lt;script&gt;",
            "Exception: <span class=\"id\">ev-3.medium</span>.",
            "Taken to bind, because it is not known whether this holds: <span class=\"id\">ev-3.medium.late</span>.",
            "The bound is kept where it is by <span class=\"id\">Atlantis</span>.",
            "p = 0.002; adjusted for 3 findings (Holm) = 0.006.",
            "Parameters: minMonthlyUsers: 1000; surfaces: feed, search.",
            "what all 2 signatories accept: Atlantis, Borduria",
            "with the values of <span class=\"id\">2026-03-01</span>",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.matches(of: /adjusted for \d+ findings \(Holm\)/).count == 1)
        #expect(!Self.pages[3].contains("signatories accept"))
    }

    @Test("an address that is none of the web is no link")
    func refusesAddresses() {
        var record = RecordFixture.record
        record.recording.repository = "javascript:alert(1)"
        #expect(!ReportPage(record).text.contains("href=\"javascript"))
    }

    @Test("words stand out from paper, in the light and in the dark", arguments: [0, 1])
    func hasContrast(scheme: Int) throws {
        let blocks = StyleSheet.markup.text.split(separator: ":root{").dropFirst().map(String.init)
        func luminance(_ name: String) throws -> Double {
            let match = try #require(try Regex("--\(name):#([0-9a-f]+);").firstMatch(in: blocks[scheme]))
            var digits = String(try #require(match.output[1].substring))
            if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
            let value = try #require(UInt32(digits, radix: 16))
            let parts = [16, 8, 0].map { (shift: UInt32) -> Double in
                let part = Double((value >> shift) & 255) / 255
                return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        for paper in ["paper", "soft"] {
            for ink in ["ink", "muted", "accent", "good", "bad", "open"] {
                let pair = [try luminance(paper), try luminance(ink)].sorted()
                #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(ink) on \(paper)")
            }
        }
    }

    @Test("the same record gives the same page")
    func isStable() {
        #expect(ReportPage(RecordFixture.record).text == Self.pages[0])
    }
}
