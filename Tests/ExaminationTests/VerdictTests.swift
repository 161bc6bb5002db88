// SPDX-License-Identifier: Apache-2.0
import Instrument
import Measures
import Recipes
import TestSupport
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Examination

@Suite("Findings of an examination")
struct VerdictTests {
    private static let score = "measure: rank-weighted-score, figure: score"

    @Test("every reader scores one half: four clauses, three verdicts, in the order of the rule-book")
    func verdicts() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean),
            "charter.md": SmallTown.clauses(
                "id: c, \(Self.score), atMost: 0.25, tolerance: 0.125",
                "id: a, \(Self.score), atMost: 0.5",
                "id: b, \(Self.score), atMost: 0.25, tolerance: 0.25",
                "id: d, \(Self.score), atLeast: 1, tolerance: 0.25"
            ),
        ])
        let record = try await folder.record()
        #expect(record.findings.map(\.id) == ["c/mean", "a/mean", "b/mean", "d/mean"])
        #expect(record.findings.map(\.verdict) == [.notMet, .met, .metWithComments, .notMet])
        #expect(record.findings.map(\.severity) == [1, 0, 0, 1])
        #expect(record.findings.allSatisfy { $0.reason == nil && $0.symmetryCheck == nil })
        let finding = try #require(record.finding("a/mean"))
        #expect(finding.figure?.value == 0.5 && finding.figure?.uncertainty?.upperLimit == 0.5)
        #expect(finding.analysis == "mean" && finding.analysisTitle == "The mean")
        #expect(finding.measureVersion == RankWeightedScore.card.version)
        #expect(finding.clusters == 24 && finding.rows == 144)
        #expect(finding.clause.criterion == Criterion(.atMost, bound: 0.5))
        #expect(record.instrument?.title == "Charter" && record.instrument?.clauses == 4)
        let text = try #require(try folder.instrument()?.sources.first?.text)
        #expect(record.instrument?.digest == Digests.sha256("\(Digests.sha256(text))  charter.md\n"))
    }

    @Test("an interval across the bound decides nothing, and the reason says so")
    func notDetermined() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.split),
            "charter.md": SmallTown.clauses("id: a, \(Self.score), atMost: 0.5"),
        ])
        let finding = try #require(try await folder.record().findings.first)
        #expect(finding.verdict == .notDetermined && finding.severity == 0)
        #expect(try #require(finding.reason).hasPrefix("the interval reaches across the bound; with 24 units (viewer)"))
        let limits = try #require(finding.figure?.uncertainty)
        #expect(limits.lowerLimit < 0.5 && limits.upperLimit > 0.5)
    }

    @Test("a clause whose measure nobody computes is not determined, with the reason, and without evidence")
    func noAnalysis() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean),
            "charter.md": SmallTown.clauses("id: a, measure: amplification, figure: spread, atMost: 1.2"),
        ])
        let record = try await folder.record()
        let finding = try #require(record.findings.first)
        #expect(record.findings.count == 1 && finding.id == "a" && finding.verdict == .notDetermined)
        #expect(finding.reason == "no analysis of this recording computes amplification")
        #expect(finding.analysis == nil && finding.figure == nil && finding.assurance == .declared)
        #expect(record.exitCode == 2)
    }

    @Test("a clause is held against every analysis of its measure, or those it names")
    func analyses() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean, SmallTown.split),
            "charter.md": SmallTown.clauses(
                "id: all, \(Self.score), atMost: 0.5",
                "id: one, \(Self.score), atMost: 0.5, analyses: [split]",
                "id: both, \(Self.score), atMost: 0.5, analyses: [split, mean, other]",
                "id: none, \(Self.score), atMost: 0.5, analyses: [median, mode]"
            ),
        ])
        let record = try await folder.record()
        #expect(
            record.findings.map(\.id)
                == ["all/mean", "all/split", "one/split", "both/mean", "both/split", "none"]
        )
        let none = try #require(record.finding("none"))
        #expect(none.verdict == .notDetermined)
        #expect(
            none.reason
                == "this recording has no analysis median, mode, which the clause names, for rank-weighted-score"
        )
    }

    @Test("a measure that refuses its sample stays in the record with its reason, and so does the clause")
    func failure() async throws {
        let corner =
            SmallTown.meeting.replacing("id: meeting", with: "id: corner") + ", with: {low: p0, high: elsewhere}"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(corner, SmallTown.meeting),
            "charter.md": SmallTown.clauses(
                "id: a, measure: encounter, figure: least, atLeast: 0, symmetric: partition"
            ),
        ])
        let record = try await folder.record()
        let reason = "low must be a part of the readers and high one of the authors"
        let failed = try #require(record.analysis("corner"))
        #expect(failed.failure == reason && failed.reading.figures.isEmpty && failed.headline.isEmpty)
        #expect(record.finding("a/corner")?.verdict == .notDetermined)
        #expect(record.finding("a/corner")?.reason == reason)
        #expect(record.analysis("meeting")?.failure == nil)
        #expect(record.finding("a/meeting")?.verdict == .met)
        #expect(record.exitCode == 2)
    }

    @Test("a figure that a recording does not give, or gives without an interval, is named in the reason")
    func missingFigures() async throws {
        let few = SmallTown.mean.replacing("id: mean", with: "id: few") + ", where: {viewer: [v0, v1, v2]}"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.recipe(SmallTown.meeting, few, SmallTown.size),
            "charter.md": SmallTown.clauses(
                "id: a, measure: encounter, figure: connectedness, atMost: 0",
                "id: b, \(Self.score), atMost: 0.5, analyses: few",
                "id: c, measure: volume, figure: items, atMost: 100",
                "id: d, measure: volume, figure: pages, atMost: 100"
            ),
        ])
        let record = try await folder.record()
        #expect(record.findings.allSatisfy { $0.verdict == .notDetermined })
        #expect(
            record.finding("a/meeting")?.reason == "encounter gave no figure \"connectedness\" for this recording"
        )
        #expect(record.finding("b/few")?.reason == "3 independent units: too few for an interval or a p-value")
        #expect(record.finding("b/few")?.figure?.value == 0.5)
        #expect(
            record.finding("c/size")?.reason
                == "there is no interval: volume counts items without sampling, which decides nothing"
        )
        #expect(record.finding("d/size")?.reason == "volume gave no figure \"pages\" for this recording")
    }

    @Test("the levels behind a contrast stand beside it under the names of the arms")
    func references() async throws {
        let concentration =
            "id: few, from: shown, measure: concentration, unit: viewer, arms: {by: arm, subject: ranked, reference: newest, "
            + "referenceName: newest first}, columns: {author: author}"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(concentration),
            "charter.md": SmallTown.clauses("id: a, measure: concentration, figure: gini/difference, atMost: 2"),
        ])
        let record = try await folder.record()
        let finding = try #require(record.findings.first)
        #expect(finding.referenceArm == "newest first")
        #expect(finding.references.map(\.name) == ["newest first", "ranked"])
        let levels = ["reference", "subject"].map { record.analyses[0].reading["gini/\($0)"]?.value }
        #expect(finding.references.map { Optional($0.estimate) } == levels)
        #expect(finding.verdict == .met)
    }

    @Test("limits are at the confidence of the rule-book, whatever was asked for otherwise")
    func confidence() async throws {
        var files = [
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.split),
        ]
        let plain = try TemporaryFolder(files)
        files["charter.md"] = SmallTown.clauses("id: a, \(Self.score), atMost: 0.5", confidence: 0.8)
        let bound = try TemporaryFolder(files)
        var inference = TemporaryFolder.inference
        inference.confidence = 0.99
        let record = try await bound.record(inference)
        #expect(record.inference.confidence == 0.8)
        let wide = try await plain.record(inference)
        #expect(wide.inference.confidence == 0.99)
        inference.confidence = 0.8
        let narrow = try await plain.record(inference)
        #expect(record.analyses == narrow.analyses)
        #expect(record.findings.first?.figure == narrow.analyses[0].reading["score"])
        let widths = [wide, narrow].compactMap { $0.analyses[0].reading["score"]?.uncertainty }
        #expect(widths[0].upperLimit > widths[1].upperLimit && widths[0].lowerLimit < widths[1].lowerLimit)
    }

    @Test("the evidence is a sampled record only where the recipe states the digest of every file")
    func assurance() async throws {
        let csv = SmallTown.impressions()
        let clauses = SmallTown.clauses(
            "id: a, \(Self.score), atMost: 0.5",
            "id: b, measure: volume, figure: items, atMost: 9"
        )
        let recipe = SmallTown.recipe(SmallTown.mean)
        let pinned = recipe.replacing(
            "recipe: small-town\n",
            with: "recipe: r\nchecksums: {shown.csv: \(Digests.sha256(csv))}\n"
        )
        for (text, grade) in [(recipe, Assurance.documented), (pinned, .sampled)] {
            let folder = try TemporaryFolder(["shown.csv": csv, "recipe.yaml": text, "charter.md": clauses])
            let record = try await folder.record()
            #expect(record.finding("a/mean")?.assurance == grade)
            #expect(record.finding("b")?.assurance == .declared)
        }
        #expect(Assurance.documented.rawValue == "E1" && Assurance.sampled.rawValue == "E2")
    }

    @Test("not met goes before not determined, and that before all is well")
    func exitCodes() async throws {
        let met = "id: met, \(Self.score), atMost: 0.5, analyses: mean"
        let commented = "id: commented, \(Self.score), atMost: 0.25, tolerance: 0.25, analyses: mean"
        let open = "id: open, \(Self.score), atMost: 0.5, analyses: split"
        let broken = "id: broken, \(Self.score), atMost: 0.25, analyses: mean"
        var files = [
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean, SmallTown.split),
        ]
        #expect(try await TemporaryFolder(files).record().exitCode == 0)
        let cases = [
            (SmallTown.clauses(met), 0), (SmallTown.clauses(met, commented), 0), (SmallTown.clauses(met, open), 2),
            (SmallTown.clauses(open, broken, met), 1), (SmallTown.clauses(broken, open), 1),
        ]
        for (clauses, code) in cases {
            files["charter.md"] = clauses
            let record = try await TemporaryFolder(files).record()
            #expect(record.exitCode == Int32(code), "\(record.findings.map(\.id))")
        }
    }
}
