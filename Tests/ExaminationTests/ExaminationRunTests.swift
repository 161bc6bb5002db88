// SPDX-License-Identifier: Apache-2.0
import Instrument
import Measures
import Notation
import Recipes
import Synchronization
import TestSupport
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Examination

@Suite("A run")
struct ExaminationRunTests {
    @Test("an alternative is the headline of the same analysis under the changed choice")
    func alternatives() async throws {
        let weighted =
            SmallTown.voice.replacing("id: voice", with: "id: weighted")
            .replacing("part: part", with: "part: part, slot: slot") + ", with: {weight: log2}, headline: ratio/p1"
        let top = SmallTown.voice.replacing("id: voice", with: "id: top") + ", where: {slot: {atMost: 1}}"
        let byAuthor = SmallTown.voice.replacing("id: voice", with: "id: author")
            .replacing("unit: viewer", with: "unit: page")
        let voice =
            SmallTown.voice
            + ", headline: ratio/p1, alternatives: [{label: weights, columns: {slot: slot}, with: {weight: log2}}, "
            + "{label: first place, where: {slot: {atMost: 1}}}, {label: pages, unit: page}]"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.recipe(voice, weighted, top, byAuthor),
        ])
        let record = try await folder.record()
        let result = try #require(record.analysis("voice"))
        #expect(result.headline == "ratio/p1" && result.headlineFigure == result.reading["ratio/p1"])
        #expect(result.alternatives.map(\.label) == ["weights", "first place", "pages"])
        let expected = ["weighted", "top", "author"].map { record.analysis($0)?.reading["ratio/p1"] }
        #expect(result.alternatives.map(\.figure) == expected)
        #expect(result.alternatives.allSatisfy { $0.failure == nil && $0.figure?.uncertainty != nil })
        #expect(Set(expected.map { $0?.value } + [result.headlineFigure?.value]).count == 3)
    }

    @Test("an alternative that cannot be computed is reported with its reason and stops nothing")
    func failedAlternatives() async throws {
        let meeting =
            SmallTown.meeting
            + ", alternatives: [{label: nobody, where: {viewer: nobody}}, {label: corner, with: {low: p0, "
            + "high: no}}, {label: top, where: {slot: 1}}]"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(meeting, SmallTown.size),
        ])
        let record = try await folder.record()
        let result = try #require(record.analysis("meeting"))
        #expect(result.failure == nil && result.reading["least"]?.value != nil)
        #expect(result.alternatives.map { $0.figure == nil } == [true, true, false])
        #expect(
            result.alternatives.map(\.failure) == [
                "line 18: meeting (nobody): no row of \"shown\" meets its conditions",
                "low must be a part of the readers and high one of the authors", nil,
            ]
        )
        #expect(record.analysis("size")?.reading["impressions"]?.value == 144)
    }

    @Test("what is wrong with a recipe's analyses is said at once, before any data are read")
    func problems() throws {
        let text = SmallTown.recipe(
            "id: a, from: shown, measure: loudness, unit: viewer",
            SmallTown.voice.replacing("id: voice", with: "id: b") + ", with: {averaging: units}",
            "id: c, from: shown, measure: encounter, unit: viewer, columns: {part: part}",
            "id: d, from: shown, measure: reach-parity, unit: author, columns: {viewer: viewer, author: author}",
            "id: e, from: shown, measure: coverage, unit: viewer, columns: {viewer: viewer, item: item}",
            SmallTown.voice.replacing("id: voice", with: "id: f")
                + ", alternatives: [{label: odd, with: {average: medians}}]",
            SmallTown.voice.replacing("id: voice", with: "id: g") + ", with: {average: 3, weight: log3}"
        )
        let recipe = try Recipe.parse(text, file: "recipe.yaml")
        do {
            _ = try ExaminationRun(recipe, rules: nil, inference: TemporaryFolder.inference, tool: "test")
            Issue.record("the recipe was not refused")
        } catch {
            let known = MeasureCatalogue.all.map { $0.card.name }.joined(separator: ", ")
            #expect(
                error.list.map(\.description) == [
                    "recipe.yaml:18: there is no measure \"loudness\"; there are \(known)",
                    "recipe.yaml:19: \"b\": amplification: there is no parameter \"averaging\"; it has average, weight, gamma, "
                        + "pageSize",
                    "recipe.yaml:20: \"c\": encounter needs the role viewer: name its column under columns",
                    "recipe.yaml:20: \"c\": encounter needs the role readerPart: name its column under columns",
                    "recipe.yaml:21: \"d\": reach-parity needs two arms: state arms: {by: column, subject: value, reference: value}",
                    "recipe.yaml:21: \"d\": reach-parity needs follows: name the table of follow relations",
                    "recipe.yaml:22: \"e\": coverage needs candidates: name the table of what could have been shown",
                    "recipe.yaml:23: \"f (odd)\": amplification: average must be one of impressions, units",
                    "recipe.yaml:24: \"g\": amplification: average must be one of impressions, units",
                ]
            )
        }
    }

    @Test("rows or columns that the data do not have stop the run with file, line and analysis")
    func refused() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.recipe(SmallTown.mean, SmallTown.size + ", where: {viewer: nobody}"),
        ])
        await #expect(
            throws: ExaminationError("\(folder.path)/recipe.yaml:19: size: no row of \"shown\" meets its conditions")
        ) {
            try await folder.record()
        }
    }

    @Test("whoever waits is told of every analysis as it begins")
    func stages() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(SmallTown.mean, SmallTown.size),
        ])
        let told = Mutex<[String]>([])
        let run = try ExaminationRun(
            try folder.recipe().recipe,
            rules: nil,
            inference: TemporaryFolder.inference,
            tool: "test"
        )
        let record = try await run.record(try await folder.recording()) { stage in
            guard case .analysis(let number, let count, let title) = stage else { return }
            told.withLock { $0.append("\(number) of \(count): \(title)") }
        }
        #expect(told.withLock { $0 } == ["1 of 2: The mean", "2 of 2: size"])
        #expect(record.tool == "test" && record.instrument == nil && record.findings.isEmpty)
    }

    @Test("parameters stand in the record as the recipe states them")
    func parameters() async throws {
        let voice =
            SmallTown.voice.replacing("part: part", with: "part: part, slot: slot, page: page")
            + ", with: {average: units, weight: geometric, gamma: 0.50}"
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(), "recipe.yaml": SmallTown.recipe(voice),
        ])
        let record = try await folder.record()
        #expect(record.analyses[0].parameters == ["average": "units", "weight": "geometric", "gamma": "0.5"])
        #expect(record.analyses[0].arms == ArmNames(subject: "ranked", reference: "newest"))
        #expect(record.analyses[0].unit == "viewer" && record.analyses[0].rows == 144)
    }

    @Test("the same inputs give the same record, on one thread and on three")
    func determinism() async throws {
        let folder = try Self.everything()
        var inference = TemporaryFolder.inference
        inference.threads = 1
        let first = try await folder.record(inference)
        let again = try await folder.record(inference)
        inference.threads = 3
        let threaded = try await folder.record(inference)
        #expect(first == again)
        #expect(first == threaded)
        #expect(first.findings.contains { $0.symmetryCheck != nil })
    }

    @Test("a copy in another folder gives the same record: nothing in it says where recipe and data lie")
    func places() async throws {
        let csv = SmallTown.impressions() + "v1,p1,ranked,first,i1,a1,p1,0.5,1\nv1,p1,ranked\n"
        let meeting = SmallTown.meeting + ", alternatives: [{label: nobody, where: {viewer: nobody}}]"
        let recipe = SmallTown.recipe(meeting, SmallTown.size)
            .replacing("tables:\n", with: "mostRejected: 0.1\ndata: [none, ., ../data]\ntables:\n")
        var records: [ExaminationRecord] = []
        for (name, text) in [("", recipe), ("recipes/", recipe.replacing("none, .,", with: "none,"))] {
            let data = name.isEmpty ? "" : "data/"
            let folder = try TemporaryFolder(["\(name)recipe.yaml": text, "\(data)shown.csv": csv])
            let file = try RecipeFile(folder.path + "/\(name)recipe.yaml")
            let recording = try await RecordingReader(file.recipe, folder: try file.dataFolder(nil)).read()
            let run = try ExaminationRun(
                file.recipe,
                rules: nil,
                inference: TemporaryFolder.inference,
                tool: "test"
            )
            var record = try await run.record(recording)
            #expect(!"\(record)".contains(folder.path))
            #expect(
                record.recording.tables.first?.examples == [
                    "shown.csv:146:14: slot: \"first\" is not a whole number of 32 bits",
                    "shown.csv:147:1: 3 fields, expected 9",
                ]
            )
            record.recording.recipeDigest = ""
            records.append(record)
        }
        #expect(records[0] == records[1])
    }

    @Test("another seed gives other intervals and the same estimates")
    func seeds() async throws {
        let folder = try Self.everything()
        let first = try await folder.record()
        let other = try await folder.record(Inference(replicates: 200, seed: 8))
        #expect(first.inference.seed == 7 && other.inference.seed == 8)
        let figures = [first, other].map { $0.analyses.flatMap(\.reading.figures) }
        #expect(figures[0].map(\.key) == figures[1].map(\.key))
        #expect(figures[0].map(\.value) == figures[1].map(\.value))
        let different = zip(figures[0], figures[1]).count { $0.uncertainty != $1.uncertainty }
        #expect(different > 10)
    }

    private static func everything() throws -> TemporaryFolder {
        try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.recipe(
                SmallTown.voice + ", alternatives: [{label: first place, where: {slot: 1}}]",
                SmallTown.meeting,
                SmallTown.split,
                SmallTown.size
            ),
            "charter.md": SmallTown.clauses(
                "id: a, measure: amplification, figure: spread, atMost: 1.25, symmetric: partition",
                "id: b, measure: encounter, figure: least, atLeast: 0.8, symmetric: partition",
                "id: c, measure: rank-weighted-score, figure: score, atMost: 0.5"
            ),
        ])
    }
}
