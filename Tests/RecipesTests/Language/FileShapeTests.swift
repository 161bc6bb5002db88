// SPDX-License-Identifier: Apache-2.0
import Evidence
import Recipes
import TestSupport
import Testing

@Suite("Names of files, and values that are none")
struct FileShapeTests {
    @Test("a time of a pattern may run over folders, where every day is one; a name never does")
    func datedFolders() async throws {
        let data = try TemporaryFolder([
            "shots/2026/05/01/0930.csv": "item\np\n", "shots/2026/05/01/0940.csv": "item\nq\n",
        ])
        let recording = try await data.read(
            """
            shots:
              files: {path: "shots/**/*.csv", pattern: "shots/{time:yyyy/MM/dd/HHmm}.csv"}
              columns: {time: {file: time}, item: item}
              order: time
            """
        )
        #expect(recording.texts("shots", "time") == ["2026-05-01T09:30:00Z", "2026-05-01T09:40:00Z"])
        guard case .success(let pattern) = NamePattern.parse("{a}.csv") else { return #expect(Bool(false)) }
        #expect(pattern.match("x/y.csv") == nil)
    }

    @Test("the format is that of the entries of an archive, or of the end of the pattern")
    func formats() throws {
        func format(_ files: String) throws -> TableDefinition.Format? {
            let text = "recipe: r\ntables: {t: {kind: items, files: \(files), columns: {a: a}}}\n"
            return try Recipe.parse(text, file: "r.yaml").tables.first?.format
        }
        let json = TableDefinition.Format.json(.document, rowPath: "")
        #expect(try format("{path: d.zip, pattern: \"d.zip!d/{donor}.json\"}") == json)
        #expect(try format("{path: d.zip, entry: \"d/*.json\"}") == json)
        #expect(try format("{path: \"runs/**\", pattern: \"runs/{run}.jsonl\"}") == .json(.lines, rowPath: ""))
        #expect(try format("d.zip") == .csv(CSVLayout()))
        #expect(
            problems("recipe: r\ntables: {t: {kind: items, files: d.zip, rows: a, columns: {a: a}}}\n")
                == [
                    "r.yaml:2: rows belongs to json and jsonl, and these files are taken for csv: say format: json, or format: jsonl"
                ]
        )
    }

    @Test("null in a map, and as the value of a case, is no value; in quotes it is a name")
    func null() async throws {
        let data = try TemporaryFolder(["a.csv": "author\nann\n[deleted]\nbob\n"])
        let recording = try await data.read(
            """
            t:
              kind: items
              files: a.csv
              columns:
                author: author
                known: {of: author, map: {"[deleted]": null}}
                word: {of: author, map: {"[deleted]": "null"}}
                case: {when: [{where: {author: ann}, is: null}], otherwise: other}
            """
        )
        #expect(recording.texts("t", "known") == ["ann", nil, "bob"])
        #expect(recording.texts("t", "word") == ["ann", "null", "bob"])
        #expect(recording.texts("t", "case") == [nil, "other", "other"])
    }

    @Test("reports are dated by the order of the rows where nothing else is said")
    func snapshotTime() async throws {
        let data = try TemporaryFolder(["a.csv": "item,day,n\np,2026-01-01,1\np,2026-01-02,3\n"])
        let table = """
            t:
              files: a.csv
              columns: {item: item, day: {type: time}, n: {type: integer}}
              order: day
              snapshots: {keep: last, within: item}
            """
        #expect(try await data.read(table).texts("t", "n") == ["3"])
        #expect(
            problems(
                "recipe: r\ntables: {t: {files: a, columns: {a: a, b: b}, order: [a, b], snapshots: {keep: all}}}\n"
            )
                == ["r.yaml:2: field \"time\" is missing"]
        )
    }
}
