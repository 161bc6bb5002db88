// SPDX-License-Identifier: Apache-2.0
import Instrument
import Recipes
import TestSupport
import Testing

@testable import Examination

@Suite("How rules bind a recording")
struct BindingTests {
    private static let score = "measure: rank-weighted-score, figure: score"
    private static let small = """
        ### Exception for Small services {#b.small}

        ```exception
        {of: b, when: {monthlyUsersBelow: 100}, applies: false}
        ```
        ### Exception for searching {#b.search}

        ```exception
        {of: b.small, when: {surfaces: [search]}, replaces: {bound: 0.25, tolerance: 0.25}}
        ```

        """

    private static func folder(_ charter: String, _ others: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean, SmallTown.split),
            "charter.md": charter,
        ])
        for (name, text) in others { try folder.write(text, as: name) }
        return folder
    }

    @Test("a clause for large services binds only where there are as many people, or nobody knows how many")
    func minMonthlyUsers() async throws {
        let folder = try Self.folder(
            SmallTown.clauses(
                "id: a, \(Self.score), atMost: 0.5, analyses: mean, parameters: {minMonthlyUsers: 1000000}"
            )
        )
        let few = try #require(
            try await folder.record(in: Circumstances(monthlyUsers: 999_999)).findings.first
        )
        #expect(few.id == "a" && few.verdict == .notApplicable && few.analysis == nil && few.multiplicity == nil)
        #expect(
            few.reason
                == "it binds services with at least 1\u{202F}000\u{202F}000 people a month, and this one has 999\u{202F}999"
        )
        let many = try #require(
            try await folder.record(in: Circumstances(monthlyUsers: 1_000_000)).findings.first
        )
        #expect(many.verdict == .met && many.undecided == [])
        let unknown = try #require(try await folder.record().findings.first)
        #expect(unknown.verdict == .met && unknown.undecided == ["a.minMonthlyUsers"])
    }

    @Test("an exception takes a clause away or changes it, and its own exception comes before it")
    func exceptions() async throws {
        let folder = try Self.folder(
            SmallTown.clauses("id: b, \(Self.score), atMost: 0.125, analyses: mean") + Self.small
        )
        let cases: [(Circumstances, Verdict, [String], [String])] = [
            (Circumstances(monthlyUsers: 100), .notMet, [], []),
            (Circumstances(monthlyUsers: 99, surface: .feed), .notApplicable, ["b.small"], []),
            (Circumstances(monthlyUsers: 99, surface: .search), .metWithComments, ["b.small", "b.search"], []),
            (Circumstances(monthlyUsers: 99), .notApplicable, ["b.small"], ["b.search"]),
            (Circumstances(), .notMet, [], ["b.small"]),
        ]
        for (circumstances, verdict, held, undecided) in cases {
            let record = try await folder.record(in: circumstances)
            let finding = try #require(record.findings.first)
            #expect(finding.verdict == verdict && finding.exceptions == held && finding.undecided == undecided)
            #expect(record.instrument?.circumstances == circumstances)
            if verdict == .notApplicable { #expect(finding.reason == "exception for Small services") }
        }
    }

    @Test("a clause whose measure the program lacks is not determined, with the evidence and the access it takes")
    func vocabularyOnly() async throws {
        let vocabulary =
            "\n```vocabulary\n{measures: {rebuild-mismatch: {unit: share, least: 0, most: 1, what: W}}}\n```\n"
        let folder = try Self.folder(
            SmallTown.clauses(
                "id: a, measure: rebuild-mismatch, atMost: 0, access: L3, evidence: [two rebuilds, digests]",
                "id: b, measure: rebuild-mismatch, atMost: 0",
                "id: c, measure: control-response, figure: leastPrevention, atLeast: 0.5"
            ) + vocabulary
        )
        let record = try await folder.record()
        #expect(record.findings.map(\.id) == ["a", "b", "c"])
        #expect(record.findings.allSatisfy { $0.verdict == .notDetermined && $0.assurance == .declared })
        #expect(
            record.findings.map(\.reason) == [
                "this version does not compute rebuild-mismatch; it takes two rebuilds, digests (access L3)",
                "this version does not compute rebuild-mismatch",
                "no analysis of this recording computes control-response",
            ]
        )
    }

    @Test("evidence by betting is not judged by limits")
    func eValue() async throws {
        let folder = try Self.folder(
            SmallTown.clauses("id: a, \(Self.score), atMost: 20, rule: e-value, analyses: mean")
        )
        let finding = try #require(try await folder.record().findings.first)
        #expect(finding.verdict == .notDetermined && finding.multiplicity == nil)
        #expect(finding.reason == "the clause asks for an e-value, and rank-weighted-score gives limits")
    }

    // MARK: The whole

    @Test("an opinion follows from the verdicts on the clauses, core clauses first")
    func opinions() async throws {
        let met = "\(Self.score), atMost: 0.5, analyses: mean"
        let broken = "\(Self.score), atMost: 0.25, analyses: mean"
        let open = "\(Self.score), atMost: 0.5, analyses: split"
        let cases: [(String, Opinion)] = [
            (SmallTown.clauses("id: ac-1, \(met)", "id: b-1, \(met)", head: ", core: ac"), .unqualified),
            (SmallTown.clauses("id: ac-1, \(met)", "id: b-1, \(open)", head: ", core: ac"), .unqualified),
            (SmallTown.clauses("id: ac-1, \(open)", "id: b-1, \(met)", head: ", core: ac"), .qualified),
            (SmallTown.clauses("id: ac-1, \(broken)", "id: b-1, \(met)", head: ", core: ac"), .adverse),
            (SmallTown.clauses("id: ac-1, \(met)", "id: b-1, \(broken)", head: ", core: ac"), .adverse),
            (
                SmallTown.clauses("id: ac-1, \(met)", "id: b-1, \(broken)", head: ", core: ac, adverseShare: 0.5"),
                .qualified
            ),
            (SmallTown.clauses("id: ac-1, \(open)", "id: b-1, \(open)", head: ", core: ac"), .disclaimer),
            (
                SmallTown.clauses("id: a, \(met)", "id: b, \(open)", head: ", insufficientAccess: 0.25"),
                .disclaimer
            ),
        ]
        for (charter, opinion) in cases {
            let record = try await Self.folder(charter).record()
            #expect(record.opinion == opinion, "\(record.clauseVerdicts.map(\.verdict))")
        }
        let plain = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean),
        ])
        #expect(try await plain.record().opinion == nil)
    }

    @Test("a clause counts once for the opinion, by the most serious of its analyses")
    func countsOnce() async throws {
        let record = try await Self.folder(SmallTown.clauses("id: a, \(Self.score), atMost: 0.5")).record()
        #expect(record.findings.map(\.verdict) == [.met, .notDetermined])
        #expect(record.clauseVerdicts.map(\.verdict) == [.notDetermined] && record.opinion == .disclaimer)
    }

    // MARK: Positions

    @Test("with positions the floor binds: what all accept, and who keeps it where it is")
    func positions() async throws {
        let charter = SmallTown.clauses(
            "id: a, \(Self.score), atMost: 0.25, analyses: mean",
            "id: b, \(Self.score), atMost: 0.25, analyses: mean",
            "id: c, \(Self.score), atMost: 0.5, analyses: mean"
        )
        let folder = try Self.folder(
            charter,
            [
                "p/a.yaml": "signatory: Atlantis\nclauses: {a: {bound: 0.375}, b: {}, c: {}}\n",
                "p/b.json": #"{"signatory": "Borduria", "clauses": {"a": {"bound": 0.5}, "c": null}}"#,
            ]
        )
        let proposal = try await folder.record()
        #expect(proposal.findings.map(\.verdict) == [.notMet, .notMet, .met])
        #expect(proposal.findings.allSatisfy { $0.clause.bindingSignatories.isEmpty })
        #expect(proposal.instrument?.signatories == [])

        let record = try await folder.record(positions: ["p"])
        #expect(record.findings.map(\.id) == ["a/mean", "b", "c/mean"])
        #expect(record.finding("b")?.verdict == .notApplicable, "what one does not accept binds nobody")
        #expect(record.finding("b")?.reason == "the signatories have not agreed on it: Borduria does not accept it")
        let finding = try #require(record.finding("a/mean"))
        #expect(finding.clause.criterion == Criterion(.atMost, bound: 0.5) && finding.verdict == .met)
        #expect(finding.clause.bindingSignatories == ["Borduria"])
        #expect(record.finding("c/mean")?.clause.bindingSignatories == ["Atlantis", "Borduria"])
        #expect(record.instrument?.signatories == ["Atlantis", "Borduria"] && record.instrument?.clauses == 2)
        #expect(record.instrument?.digest != proposal.instrument?.digest, "positions are part of what bound")
    }

    @Test("the digest does not depend on the order in which files were read")
    func digest() {
        let one = RuleBook.Source(name: "1.md", text: "one")
        let two = RuleBook.Source(name: "2.md", text: "two")
        #expect(InstrumentSummary.digest([one, two]) == InstrumentSummary.digest([two, one]))
        let swapped = [RuleBook.Source(name: "1.md", text: "two"), RuleBook.Source(name: "2.md", text: "one")]
        #expect(InstrumentSummary.digest([one, two]) != InstrumentSummary.digest(swapped))
    }
}
