// SPDX-License-Identifier: Apache-2.0
import Measures

// SPDX-License-Identifier: Apache-2.0
@testable import Examination
@testable import Instrument

extension RecordFixture {
    // MARK: Instrument

    /// The rules of a rule-book with one article, under another name.
    static let instrument: InstrumentSummary = {
        let text = """
            ```instrument
            {title: Common floor for ranked feeds, version: 2026-03, date: 2026-03-01, lawsPerArticle: 0}
            ```
            ## Article 1 — Anything {#a}

            It is kept.

            ```clause
            {measure: size, reads: [impressions], atMost: 1}
            ```

            ```vocabulary
            {measures: {size: {unit: items, what: how many}}}
            ```
            """
        guard let book = try? RuleBook([.init(name: "floor.md", text: text)], measures: [:]) else {
            preconditionFailure("the rule-book of the fixture is broken")
        }
        var summary = InstrumentSummary(RulesInForce(Edition(book, asOf: book.date)))
        summary.digest = String(repeating: "5f", count: 32)
        summary.clauses = 5
        summary.signatories = ["Atlantis", "Borduria & \(script)"]
        summary.circumstances = Circumstances(monthlyUsers: 5_200, surface: .feed)
        summary.laws = [
            RuleBook.Law(
                key: "eu.dsa",
                title: "Digital Services Act",
                citation: "Regulation (EU) 2022/2065",
                status: .binding,
                uri: "http://data.europa.eu/eli/reg/2022/2065/oj"
            )
        ]
        return summary
    }()

    // MARK: Findings

    static let findings = FindingFamily.adjusted(
        [voiceFinding] + otherFindings,
        confidence: 0.95
    )

    /// With everything a clause can say.
    private static let voiceFinding: Finding = {
        var finding = Self.finding(
            "ev-3",
            "Equal voice across groups",
            .notMet,
            .atMost,
            1.25,
            0.15,
            voice,
            severity: 1.47
        )
        finding.clause.anchors = [
            Anchor(law: "eu.dsa", place: "34(1)(b)", relation: .subsetOf),
            Anchor(law: "unknown.law", place: "2 \(script)", relation: .intersectsWith),
        ]
        finding.clause.population = "items in a partition that the examiners chose"
        finding.clause.parameters = [.surfaces: .set(["feed", "search"]), .minMonthlyUsers: .number(1_000)]
        finding.clause.access = .replay
        finding.clause.bindingSignatories = ["Atlantis"]
        finding.exceptions = ["ev-3.medium"]
        finding.undecided = ["ev-3.medium.late"]
        return finding
    }()

    private static let otherFindings = [
        finding("ev-1", "No steeper concentration than the reference", .met, .atMost, 0.05, 0.02, share),
        finding("en-1", "Readers meet other parts", .metWithComments, .atLeast, 0, 0.02, encounter),
        finding(
            "au-2",
            "Order that people can foresee",
            .notDetermined,
            .atLeast,
            0.1,
            0,
            few,
            reason: "5 clusters: a bootstrap needs at least 12"
        ),
        finding(
            "mn-1",
            "A name that means harm: \(script)",
            .notDetermined,
            .atMost,
            0.5,
            0,
            nil,
            reason: "no analysis of this recording computes \(formula) \(control)"
        ),
    ]

    static func finding(
        _ id: String,
        _ title: String,
        _ verdict: Verdict,
        _ direction: Criterion.Direction,
        _ bound: Double,
        _ tolerance: Double,
        _ analysis: AnalysisResult?,
        reason: String? = nil,
        severity: Double = 0
    ) -> Finding {
        Finding(
            id: analysis.map { "\(id)/\($0.id)" } ?? id,
            clause: Clause(
                id: id,
                title: title,
                duty: "The ranker gives no part more than its due.",
                measure: analysis?.measure.name ?? "declared-influence",
                figure: analysis?.headline ?? "largest",
                reads: [.impressions, .ranks, .partition],
                symmetry: .partition,
                criterion: Criterion(direction, bound: bound, tolerance: tolerance),
                line: 1
            ),
            verdict: verdict,
            reason: reason,
            analysis: analysis?.id,
            analysisTitle: analysis?.title,
            measureVersion: analysis?.measure.version,
            figure: analysis?.headlineFigure,
            references: analysis?.id == "voice"
                ? [.init(name: "chronological", estimate: 1.04), .init(name: "engagement", estimate: 1.66)] : [],
            clusters: analysis?.reading.clusters ?? 0,
            rows: analysis?.rows ?? 0,
            severity: severity,
            symmetryCheck: analysis == nil ? nil : .init(permutations: 5, verdictChanged: false),
            assurance: analysis == nil ? .declared : .sampled
        )
    }

    // MARK: Cells

    static let cells = [
        cell(
            "Share of the top 1 %",
            "31.55 %",
            31.5512,
            .agrees,
            "rounded to 2 decimals",
            2,
            "top-share.top/subject",
            100
        ),
        cell(
            "Share seen from other cities",
            "76",
            77.12,
            .differs,
            "within 0.5",
            1,
            "top-share.top/reference",
            100,
            note: "the paper says 76; its data give 77.1"
        ),
        cell("Largest ratio", "1.70", 1.62, .unexpected, "rounded to 2 decimals", 2, "voice.largest", 1),
        cell("Ratio of \(script)", nil, 1.04, .own, "exact", 2, "voice.ratio/\(script)", 1),
        cell("Ratio of the islands", "1.1", nil, .unexpected, "exact", 1, "voice.ratio/islands", 1, note: formula),
    ]

    private static func cell(
        _ label: String,
        _ published: String?,
        _ value: Double?,
        _ agreement: CellResult.Agreement,
        _ tolerance: String,
        _ decimals: Int,
        _ source: String,
        _ scale: Double,
        note: String? = nil
    ) -> CellResult {
        let parts = source.split(separator: ".", maxSplits: 1).map(String.init)
        let analysis = [voice, share].first { $0.id == parts[0] }
        let printed = published.flatMap { Double($0.prefix { $0 != " " }) }
        return CellResult(
            label: label,
            published: published,
            recomputed: value,
            difference: value.flatMap { value in printed.map { value - $0 } },
            agreement: agreement,
            tolerance: tolerance,
            decimals: decimals,
            source: source,
            figure: analysis?.reading[parts[1]],
            scale: scale,
            note: note,
            alternatives: source == "voice.largest"
                ? [
                    .init(label: "without accounts under a week old", value: 1.58),
                    .init(label: "first page only", value: nil),
                ]
                : []
        )
    }

    // MARK: Recording

    static let recording = RecordingSummary(
        id: "example-space",
        title: "Home timeline of Example Space, March 2026",
        repository: "https://example.org/data",
        commit: "0123456789abcdef0123456789abcdef01234567",
        licence: "CC-BY-4.0",
        citation: "Example et al. (2026), A recording made by hand",
        recipeDigest: String(repeating: "ab", count: 32),
        files: [
            .init(
                path: "impressions/2026-03-01.csv.gz",
                bytes: 52_428_800,
                digest: String(repeating: "0f", count: 32),
                isPinned: true
            ),
            .init(path: "\(script).csv", bytes: 812, digest: String(repeating: "c3", count: 32), isPinned: false),
        ],
        tables: [
            .init(
                name: "impressions",
                rows: 578_790,
                kept: 578_730,
                rejected: [.init(what: "time is no instant", count: 41), .init(what: "too few fields", count: 2)],
                examples: [
                    "impressions/2026-03-01.csv.gz:1207:14: \u{22}\(control)\u{22} is no instant of the form yyyy-MM-dd",
                    "impressions/2026-03-01.csv.gz:8800:1: \(formula)",
                ],
                notes: [.init(what: "rows that occur twice", count: 12), .init(what: "time goes backwards", count: 3)]
            ),
            .init(name: "people", rows: 5_200, kept: 5_200, rejected: [], examples: [], notes: []),
        ]
    )
}
