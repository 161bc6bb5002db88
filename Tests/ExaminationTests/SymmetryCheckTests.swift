// SPDX-License-Identifier: Apache-2.0
import Evidence
import Measures
import Notation
import Recipes
import TestSupport
import Testing

@testable import Examination
@testable import Instrument

/// A measure that treats one name unlike the others: what the check is there to find.
private struct Biased: Measure {
    static let card = MeasureCard(
        name: "biased",
        version: "0",
        family: .voice,
        summary: "",
        formula: "",
        unit: "share",
        range: "0 … 1",
        denominator: "",
        source: "",
        needs: [.part],
        figures: ["share"]
    )
    /// Whether it refuses where the favoured name is not the first part of the first row.
    var refuses = false

    init(_ parameters: Parameters) throws(MeasureError) { refuses = parameters.values["refuses"] == .flag(true) }

    func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        let rows = sample.part?.texts ?? []
        if refuses, rows.first != ["p0"] { throw MeasureError("biased", "does not like it") }
        let share = Double(rows.count { $0.contains("p0") }) / Double(max(rows.count, 1))
        var figure = Figure(key: "share", value: share, unit: "share")
        figure.uncertainty = Uncertainty(
            lower: share,
            upper: share,
            lowerLimit: share,
            upperLimit: share,
            method: "none"
        )
        return Reading(figures: [figure], denominators: [], clusters: 20)
    }
}

@Suite("The symmetry check of a finding")
struct SymmetryCheckTests {
    @Test(
        "a clause that asks for it is held against the same measure under every other order of the names",
        arguments: [(2, 1), (3, 5), (4, 23), (6, 23)]
    )
    func permutations(_ parts: Int, _ expected: Int) async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(parts: parts),
            "recipe.yaml": SmallTown.recipe(SmallTown.voice, SmallTown.meeting),
            "charter.md": SmallTown.clauses(
                "id: a, measure: amplification, figure: spread, atMost: 1.25, tolerance: 0.15, symmetric: partition",
                "id: b, measure: encounter, figure: least, atLeast: 0.9, tolerance: 0.1, symmetric: partition",
                "id: c, measure: encounter, figure: least, atLeast: 0.9"
            ),
        ])
        let record = try await folder.record()
        for id in ["a/voice", "b/meeting"] {
            let finding = try #require(record.finding(id))
            #expect(finding.symmetryCheck == Finding.SymmetryCheck(permutations: expected, verdictChanged: false))
        }
        #expect(record.finding("c/meeting")?.symmetryCheck == nil)
    }

    @Test("names that are exchanged in the files exchange their figures and leave every verdict as it was")
    func exchangedFiles() async throws {
        let csv = SmallTown.impressions()
        let exchanged = csv.replacing(",p0,", with: ",p?,").replacing(",p1,", with: ",p0,").replacing(
            ",p?,",
            with: ",p1,"
        )
        #expect(csv != exchanged)
        var records: [ExaminationRecord] = []
        for text in [csv, exchanged] {
            let folder = try TemporaryFolder([
                "shown.csv": text, "recipe.yaml": SmallTown.recipe(SmallTown.voice, SmallTown.meeting),
                "charter.md": SmallTown.clauses(
                    "id: a, measure: amplification, figure: spread, atMost: 1.25, symmetric: partition",
                    "id: b, measure: encounter, figure: least, atLeast: 0.8, symmetric: partition"
                ),
            ])
            records.append(try await folder.record())
        }
        #expect(records[0].findings.map(\.verdict) == records[1].findings.map(\.verdict))
        let ratios = records.map { record in
            ["p0", "p1", "p2"].map { record.analyses[0].reading["ratio/\($0)"]?.value }
        }
        #expect(ratios[0] == [ratios[1][1], ratios[1][0], ratios[1][2]])
        #expect(Set(ratios[0]).count == 3)
    }

    @Test("a planted measure that favours a name is found, and its finding blocked")
    func planted() async throws {
        let finding = try await finding(Criterion(.atMost, bound: 0.4))
        #expect(finding.symmetryCheck == Finding.SymmetryCheck(permutations: 1, verdictChanged: true))
        #expect(finding.verdict == .notDetermined && finding.severity == 0)
        #expect(
            finding.reason
                == "the verdict changed when the parts exchanged their names: a defect of the measure, please report it"
        )
    }

    @Test("a favoured name that changes no verdict blocks nothing")
    func harmless() async throws {
        let finding = try await finding(Criterion(.atMost, bound: 0.9))
        #expect(finding.symmetryCheck == Finding.SymmetryCheck(permutations: 1, verdictChanged: false))
        #expect(finding.verdict == .met && finding.reason == nil)
    }

    @Test("a measure that refuses under other names changes the verdict, too")
    func refusing() async throws {
        let finding = try await finding(Criterion(.atMost, bound: 0.9), ["refuses": .flag(true)])
        #expect(finding.symmetryCheck == Finding.SymmetryCheck(permutations: 1, verdictChanged: true))
        #expect(finding.verdict == .notDetermined)
    }

    @Test("a recipe that names groups for its measure cannot carry a symmetric clause")
    func namedByRecipe() async throws {
        let corner =
            SmallTown.meeting + ", with: {low: p0, high: p2}"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(corner),
            "charter.md": SmallTown.clauses(
                "id: free, measure: encounter, figure: connectedness, atLeast: 0.1",
                "id: bound, measure: encounter, figure: connectedness, atLeast: 0.55, symmetric: partition"
            ),
        ])
        let record = try await folder.record()
        let finding = try #require(record.finding("bound/meeting"))
        #expect(finding.symmetryCheck?.verdictChanged == true && finding.verdict == .notDetermined)
        #expect(record.finding("free/meeting")?.symmetryCheck == nil)
    }

    /// Three of ten rows are p0, seven are p1.
    private func finding(_ criterion: Criterion, _ values: [String: Parameters.Value] = [:]) async throws -> Finding {
        let column = Categorical((0..<10).map { $0 < 3 ? "p0" : "p1" })
        var sample = Sample(rows: 10, unit: column, unitName: "viewer")
        sample.part = Partition(name: "part", column)
        let measure = try Biased(Parameters(values))
        let folder = try TemporaryFolder(["recipe.yaml": SmallTown.recipe(SmallTown.voice)])
        let analysis = try #require(try folder.recipe().recipe.analyses.first)
        let plan = AnalysisPlan(
            analysis: analysis,
            measure: measure,
            card: Biased.card,
            alternatives: [],
            parameters: Parameters(values)
        )
        let clause = Clause(
            id: "a",
            title: "T",
            duty: "",
            measure: "biased",
            figure: "share",
            reads: [.partition],
            symmetry: .partition,
            criterion: criterion,
            line: 1
        )
        let application = Application(clause: clause, reasonNotToApply: nil, exceptions: [], undecided: [])
        let result = await plan.result(sample, TemporaryFolder.inference)
        return await ClauseTest(application, plan, isPinned: false).finding(result, sample, TemporaryFolder.inference)
    }
}
