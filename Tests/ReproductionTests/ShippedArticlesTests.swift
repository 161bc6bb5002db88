// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import TestSupport
import Testing

@Suite(
    "Published data against the shipped articles",
    .tags(.published),
    .enabled(if: SharedData.isThere, "needs ../shared/data, which is not there")
)
struct ShippedArticlesTests {
    /// A verdict that the data of a recipe carry: every other clause is not determined.
    private static let decided: [String: [String: Verdict]] = [
        "ads-algorithmwatch": [:],
        "apple-news": [:],
        "facebook-argentina": [:],
        // Which videos are shown depends on the sort order; that is what the publication says, too.
        "youtube-geo": ["ev-3": .notMet],
    ]

    private static func record(_ name: String) async throws -> ExaminationRecord {
        let book = try RuleBookFiles(path: SharedData.root + "/Instrument").ruleBook
        return try await SharedData.record(
            name,
            replicates: 1_000,
            rules: RulesInForce(Edition(book, asOf: book.date))
        )
    }

    @Test("every clause is in the findings, with a verdict or with the reason", arguments: SharedData.recipes)
    func everyClause(_ name: String) async throws {
        let book = try RuleBookFiles(path: SharedData.root + "/Instrument").ruleBook
        let record = try await Self.record(name)
        var clauses: [String] = []
        for finding in record.findings where clauses.last != finding.clause.id { clauses.append(finding.clause.id) }
        #expect(clauses == book.articles.map(\.clause.id) && clauses.count == 29)
        for finding in record.findings {
            switch finding.verdict {
            case .met, .metWithComments, .notMet:
                #expect(finding.figure?.uncertainty != nil && finding.referenceArm != nil && finding.reason == nil)
            case .notDetermined, .notApplicable: #expect(finding.reason?.isEmpty == false, "\(finding.id)")
            }
        }
        for (clause, verdict) in record.clauseVerdicts {
            #expect(verdict == Self.decided[name]?[clause.id] ?? .notDetermined, "\(name), \(clause.id)")
        }
        #expect(record.opinion == .disclaimer)
        #expect(record.exitCode == (Self.decided[name]?.values.contains(.notMet) == true ? 1 : 2))
    }

    @Test("every recipe that is shipped is held against them")
    func everyRecipe() {
        #expect(Self.decided.keys.sorted() == SharedData.recipes)
    }

    @Test("a sort order against newest first decides on equal voice; two countries, or levels without arms, do not")
    func search() async throws {
        let record = try await Self.record("youtube-geo")
        let voice = record.findings.filter { $0.clause.id == "ev-3" }
        #expect(voice.map(\.analysis) == ["default against newest", "views against newest", "rating against newest"])
        #expect(voice.map(\.verdict) == [.notMet, .notMet, .notDetermined])
        #expect(voice.allSatisfy { $0.referenceArm == "newest first" && $0.multiplicity?.family == 3 })
        // The verdict is not adjusted; the p-value beside it is.
        #expect(voice.allSatisfy { (($0.multiplicity?.pValue ?? 1) < 0.05) == ($0.verdict == .notMet) })
        #expect(voice.allSatisfy { $0.symmetryCheck?.verdictChanged == false })
        #expect(record.analyses.contains { $0.id == "country all sorts" && $0.reading["spread"]?.value != nil })
        let concentration = record.findings.filter { $0.clause.id == "ev-4" }
        #expect(concentration.count == 4)
        #expect(
            concentration.allSatisfy {
                $0.reason == "the analysis has no arms, so there is no reference to compare with"
            }
        )
    }

    @Test("an algorithm against editors is no ranker against its reference")
    func news() async throws {
        let record = try await Self.record("apple-news")
        let finding = try #require(record.findings.first { $0.id == "ev-4/slots" })
        #expect(finding.verdict == .notDetermined && finding.figure?.uncertainty != nil)
        #expect(try #require(finding.reason).contains("\"editors\" is no reference ranker"))
        #expect(finding.undecided == ["ev-4.minMonthlyUsers"])
    }

    @Test("of a small service, clauses with an exception for it do not apply, and every clause is still there")
    func circumstances() async throws {
        let book = try RuleBookFiles(path: SharedData.root + "/Instrument").ruleBook
        let rules = RulesInForce(
            Edition(book, asOf: book.date),
            in: Circumstances(monthlyUsers: 5_000)
        )
        let record = try await SharedData.record("facebook-argentina", replicates: 100, rules: rules)
        let small = record.findings.filter { $0.verdict == .notApplicable }
        #expect(small.map(\.clause.id).contains("ev-3") && small.allSatisfy { $0.reason?.isEmpty == false })
        #expect(Set(record.findings.map(\.clause.id)).count == 29)
    }
}
