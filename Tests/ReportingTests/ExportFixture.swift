// SPDX-License-Identifier: Apache-2.0
import Measures
import Notation

@testable import Examination
@testable import Instrument

/// A rule-book with one of everything that an export has to name, and records held against it.
enum ExportFixture {
    private static let text = """
        ```instrument
        {title: Floor for ranked feeds, version: "0.3", date: 2026-11-25, core: ac, lawsPerArticle: 0}
        ```
        # Access

        ## Article 1 — Blind and examined sessions are ranked alike {#ac-5}

        Nobody is shown something else because they are watched.

        ```clause
        measure: betting
        reads: [sessions]
        rule: e-value
        atMost: 20
        method: EXAMINE
        access: L1
        ```

        # Voice

        ## Article 2 — Equal voice across groups {#ev-3}

        No group of people is amplified much more than any other.

        *Why.* Who is heard shapes what is decided. {{ insert: param, nothing }}

        ```clause
        measure: amplification
        figure: largest
        population: items in a partition
        reads: [impressions, partition]
        symmetric: partition
        atMost: 1.25
        tolerance: 0.15
        parameters: {surfaces: [search, feed], minMonthlyUsers: 1000}
        evidence: [impressions, reference replays]
        anchors:
          - {to: eu.dsa, at: "34(1)(b), 14(4)", relation: subset-of}
          - {to: coe.108+, at: "5(2), (3)", relation: intersects-with}
        ```

        ### Exception for small services {#ev-3.small}

        Their groups are too small.

        ```exception
        {of: ev-3, when: {monthlyUsersBelow: 100000}, applies: false}
        ```

        ## Article 3 — People meet {#3_b}

        People are shown others.

        ```clause
        measure: encounter
        figure: difference
        reads: [impressions]
        atLeast: 0.8
        tolerance: 0.1
        anchors: [{to: eu.dsa, at: "34(1)(b)", relation: superset-of}]
        ```

        ```vocabulary
        measures: {betting: {unit: e-value, what: Evidence by betting.}}
        laws:
          eu.dsa: {title: Digital Services Act, citation: Regulation (EU) 2022/2065, status: binding,
            uri: "http://data.europa.eu/eli/reg/2022/2065/oj"}
          coe.108+: {title: Convention 108+, citation: CETS 223, status: binding}
          never.cited: {title: Nothing, citation: Nowhere, status: soft}
        ```
        """

    static let ruleBook: RuleBook = {
        do throws(Problems) {
            return try RuleBook(
                [.init(name: "floor.md", text: text)],
                measures: ["amplification": ["largest"], "encounter": ["difference"]]
            )
        } catch {
            preconditionFailure("the rule-book of the fixture is broken: \(error)")
        }
    }()

    /// With the values of the text.
    static let proposed = Edition(ruleBook, asOf: ruleBook.date)

    /// With the positions of three signatories: one of them does without `3_b`.
    static let derived: Edition = {
        func position(_ name: String, _ bound: Double, _ limit: Double, _ surfaces: Set<String>) -> Position {
            var terms = ruleBook.proposal(asOf: ruleBook.date)
            terms["ev-3"]?[.bound] = .number(bound)
            terms["ev-3"]?[.limit] = .number(limit)
            terms["ev-3"]?[.surfaces] = .set(surfaces)
            if name == "Borduria" { terms["3_b"] = nil }
            return Position(signatory: name, terms: terms)
        }
        return Edition(
            ruleBook,
            asOf: ruleBook.date,
            positions: (
                [
                    position("Syldavia", 1.2, 1.3, ["feed"]), position("Borduria", 1.5, 1.6, ["feed", "search"]),
                    position("San Theodoros", 1.25, 1.4, ["feed", "search"]),
                ], [.init(name: "positions.yaml", text: "three")]
            )
        )
    }()

    // MARK: Records

    /// The record of the other fixture, held against this rule-book in a feed.
    static func record(_ findings: [Finding]) -> ExaminationRecord {
        var record = RecordFixture.record
        record.instrument = InstrumentSummary(
            RulesInForce(derived, in: Circumstances(monthlyUsers: 5_000, surface: .feed))
        )
        record.findings = findings
        return record
    }

    /// One finding with a verdict.
    static func finding(_ id: String, _ verdict: Verdict, reason: String? = nil) -> Finding {
        let analysis =
            switch verdict {
            case .met: RecordFixture.share
            case .metWithComments: RecordFixture.encounter
            case .notMet: RecordFixture.voice
            case .notDetermined: RecordFixture.few
            case .notApplicable: nil as AnalysisResult?
            }
        var finding = RecordFixture.finding(
            id,
            "Clause \(id)",
            verdict,
            .atMost,
            1.25,
            0.15,
            analysis,
            reason: reason,
            severity: verdict == .notMet ? 1.47 : 0
        )
        finding.clause.anchors = ruleBook["ev-3"]?.clause.anchors ?? []
        return finding
    }

    /// All verdicts, a clause with two analyses, two reasons not to apply, a defect of the program, names that mean harm.
    static let mixed: ExaminationRecord = {
        var worse = finding("ev-1", .notDetermined, reason: "5 clusters: a bootstrap needs at least 12")
        worse.clause = finding("ev-1", .met).clause
        var defect = finding("ev-5", .notDetermined, reason: "the verdict changed")
        defect.symmetryCheck = .init(permutations: 3, verdictChanged: true)
        var hostile = finding("ev-6", .notMet)
        hostile.clause.title = " \(RecordFixture.control)\nsecond line \(RecordFixture.script)\u{00A0}"
        hostile.clause.duty = "{{ insert: param, ev-9_bound }} \(RecordFixture.control)"
        return record([
            finding("ac-1", .met), finding("ev-1", .met), worse, finding("ev-2", .metWithComments),
            finding("ev-3", .notMet), finding("ev-4", .notDetermined, reason: "there is no interval"), defect, hostile,
            finding("po-1", .notApplicable, reason: "small services are left out"),
            finding("po-2", .notApplicable, reason: "it binds advertisements"),
            finding("po-3", .notApplicable, reason: "small services are left out"),
        ])
    }()
}

// MARK: Looking into JSON

extension JSONValue {
    subscript(name: String) -> JSONValue? {
        if case .object(let fields) = self { return fields[name] }
        return nil
    }

    var items: [JSONValue] {
        if case .list(let items) = self { return items }
        return []
    }

    var string: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    var names: [String] {
        if case .object(let fields) = self { return fields.keys.sorted() }
        return []
    }

    /// The first of a list whose field has a value.
    func first(_ name: String, _ value: String) -> JSONValue? { items.first { $0[name]?.string == value } }

    /// The value of a property of ours.
    func property(_ name: String) -> String? { self["props"]?.first("name", name)?["value"]?.string }

    /// Every value below, itself included, with the name it has.
    var everything: [(name: String, value: JSONValue)] { below("") }

    private func below(_ name: String) -> [(name: String, value: JSONValue)] {
        switch self {
        case .list(let items): [(name, self)] + items.flatMap { $0.below(name) }
        case .object(let fields): [(name, self)] + fields.sorted { $0.key < $1.key }.flatMap { $0.value.below($0.key) }
        default: [(name, self)]
        }
    }

    /// Every text under one name.
    func texts(_ name: String) -> [String] { everything.compactMap { $0.name == name ? $0.value.string : nil } }
}
