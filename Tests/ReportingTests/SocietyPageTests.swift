// SPDX-License-Identifier: Apache-2.0
import Foundation
import Measures
import Society
import TestSupport
import Testing

@testable import Examination
@testable import Reporting

@Suite(.tags(.golden, .hostile)) struct SocietyPageTests {
    private let page = ReportPage(RecordFixture.society).text
    private let quiet = ReportPage(RecordFixture.quietSociety).text

    @Test("the section of the society is as it was")
    func golden() throws {
        let record = RecordFixture.society
        let section = ReportPage(record).section(try #require(record.society)).text
        // One element a line, so that a change can be read.
        try Golden.expect(section.replacing("><", with: ">\n<") + "\n", is: "society.html")
    }

    @Test("the head says that it is a simulation, and who was compared with whom in what")
    func head() {
        #expect(page.contains("Examination in a simulated society") && !page.contains("Examination of a recording"))
        #expect(
            page.contains(
                "engagement against chronological, random and &lt;script&gt;alert(1)&lt;/script&gt; in 16 worlds of 60 people over 3 days"
            )
        )
        #expect(page.contains("href=\"#society\"") && page.contains("nothing about any person"))
        for words in ["from the recording", "other recordings", "examine --recording", "a recording pinned"] {
            #expect(!page.contains(words), "\(words)")
        }
        #expect(ReportPage(RecordFixture.record).text.contains("Examination of a recording"))
        #expect(
            page.contains(
                "euthyna examine engagement --against chronological random RANKER --people 60 --days 3 --worlds 64 --instrument"
            )
        )
    }

    @Test("names of rankers, sources and formulas cannot become markup")
    func hostile() {
        #expect(!page.contains("<b>all</b>") && page.contains("nothing &amp; &lt;b&gt;all&lt;/b&gt;"))
        #expect(!page.contains("<script"))
    }

    @Test("what made no sense has a table; where all is clean, a sentence is enough")
    func answers() {
        #expect(page.contains("Counted and left out") && page.contains("3 items named twice in an answer"))
        #expect(!quiet.contains("Counted and left out") && quiet.contains("answers of the rankers made sense"))
        #expect(quiet.contains("All 2 settings are the defaults") && page.contains("size.people = 60"))
        #expect(quiet.contains("The one look that was planned.") && page.contains("4 looks planned, 2 taken"))
    }

    @Test("sensitivity is ordered by how easily people are moved, with the examination itself at × 1")
    func sensitivity() throws {
        let chart = try #require(page.firstMatch(of: /id="society-sensitivity-excess-description">([^<]*)</)).output.1
        let factors = chart.split(separator: "; ").map { String($0.prefix { $0 != ":" }) }
        #expect(factors.map { $0.prefix { $0 != "," } } == ["× 0", "× 0.25", "× 1", "× 4"])
        var record = RecordFixture.society
        record.analyses.removeAll { $0.id.hasPrefix("opinions-times-") }
        #expect(!ReportPage(record).text.contains("society-sensitivity"))
    }

    @Test("a test whose controls did not come out as they must says nothing about anybody")
    func controls() throws {
        #expect(page.contains("did not learn to move people beyond the margin</span>"))
        var record = RecordFixture.society
        let result = try #require(record.society?.ablation)
        record.society?.ablation = AblationResult(
            comparison: result.comparison,
            controls: AblationControls(positive: result.controls.negative, negative: result.controls.negative)
        )
        let broken = ReportPage(record).text
        #expect(broken.contains("no verdict</span>") && broken.contains("it says nothing about any ranker"))
        #expect(ExaminationSummary(record).text.contains("No verdict: the controls"))
    }

    @Test("without rules a look has nothing to decide, and the command states the confidence of all looks together")
    func withoutRules() {
        var record = RecordFixture.society
        (record.instrument, record.findings) = (nil, [])
        record.society?.looks = [.init(worlds: 8, confidence: 0.9875, clauses: 0, decided: 0)]
        let page = ReportPage(record).text
        #expect(!page.contains("0 of 0") && page.contains("--seed 18446744073709551615 --confidence 0.95<"))
    }

    @Test("many measurements begin with a list that leads to each, and keep their tables closed")
    func overview() {
        #expect(page.contains("9 measurements; each is shown in full below."))
        for index in 1...9 {
            #expect(page.contains("href=\"#analysis-\(index)\"") && page.contains("id=\"analysis-\(index)\""))
        }
        #expect(!ReportPage(RecordFixture.record).text.contains("href=\"#analysis-1\""))
    }

    @Test("within a day values are averaged; the last day may be shorter")
    func days() {
        let points = SeriesChart.points([1, 3, 5, 7, 9], slotsPerDay: 2)
        #expect(points.map(\.x) == [0.5, 1.5, 2.25] && points.map(\.y) == [2, 6, 9])
        #expect(SeriesChart.points([1, 3], slotsPerDay: 4).map(\.x) == [0.125, 0.375])
        #expect(SeriesChart.points([.nan, 3, .infinity, 1], slotsPerDay: 2).map(\.y) == [3, 1])
    }
}
