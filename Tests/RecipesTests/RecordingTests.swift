// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Recipes
import TestSupport
import Testing

@Suite("Reading a recording")
struct RecordingTests {
    private static let table = """
        t:
          files: "*.csv"
          columns: {viewer: v, item: i, n: {type: integer}}
          order: n
          key: [viewer, item]
        """
    private static let recipe = "recipe: r\ntables:\n" + table.split(separator: "\n").map { "  \($0)\n" }.joined()

    /// What the run says when it stops.
    private func failure(_ data: TemporaryFolder, _ text: String) async -> String {
        do {
            _ = try await data.read(recipe: text)
            return "it did not stop"
        } catch {
            return "\(error)".replacing(data.path, with: "DATA")
        }
    }

    @Test("a file with the stated digest is pinned, another one stops the run")
    func digests() async throws {
        let data = try TemporaryFolder(["a.csv": "v,i,n\nann,p,1\n"])
        let digest = Digests.sha256("v,i,n\nann,p,1\n")
        let recording = try await data.read(recipe: Self.recipe + "checksums: {a.csv: \(digest)}\n")
        let file = try #require(recording.files.first)
        #expect(file.path == "a.csv" && file.bytes == 14 && file.digest == digest && file.isPinned)
        #expect(try await data.read(recipe: Self.recipe).files.map(\.isPinned) == [false])
        let wrong = String(repeating: "0", count: 64)
        #expect(
            await failure(data, Self.recipe + "checksums: {a.csv: \(wrong)}\n")
                == "DATA/a.csv: SHA-256 is \(digest), the recipe states \(wrong): this is not the file the recipe was written for"
        )
        #expect(
            await failure(data, Self.recipe + "checksums: {b.csv: \(digest)}\n")
                == "DATA/a.csv: the recipe states digests, but none for this file; add it or skip the file"
        )
    }

    @Test("SHA-256 gives the known answers")
    func knownAnswers() {
        #expect(Digests.sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Digests.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digests.sha256(FileBytes.copying(Array("abc".utf8))) == Digests.sha256("abc"))
    }

    @Test("more rejected rows than allowed stop the run, with the first ones by file, line and column")
    func tooManyRejected() async throws {
        let data = try TemporaryFolder([
            "a.csv": "v,i,n\nann,p,1\nann,q,x\nann,r,3\n", "b.csv": "v,i,n\n\"bob,p,1\nbob,p\nbob,q,4\n",
        ])
        let text = await failure(data, "mostRejected: 0.4\n" + Self.recipe)
        #expect(
            text == """
                test.yaml:4: 3 of 6 rows of "t" cannot be used (1 × a quote is not closed, 1 × n: not a whole number of 32 bits, \
                1 × wrong number of fields); mostRejected allows a share of 0.4
                  DATA/a.csv:3:7: n: "x" is not a whole number of 32 bits
                  DATA/b.csv:2:1: a quote is not closed
                  DATA/b.csv:3:1: 2 fields, expected 3
                """
        )
        let recording = try await data.read(recipe: "mostRejected: 0.5\n" + Self.recipe)
        #expect(recording.fillings[0].rejections.total == 3 && recording.fillings[0].rows == 3)
    }

    @Test("an impression without its time or sequence is rejected; an order of names stops the run")
    func order() async throws {
        let data = try TemporaryFolder(["a.csv": "v,i,n\nann,p,\nann,q,2\n"])
        let recording = try await data.read(recipe: "mostRejected: 0.5\n" + Self.recipe)
        #expect(recording.fillings[0].rejections.counts == ["n: missing value": 1])
        #expect(
            await failure(data, Self.recipe.replacing("order: n", with: "order: viewer"))
                == "test.yaml:3: order: \"viewer\" holds names; declare type: time, integer or number"
        )
        // A derived order has to be there, too.
        let derived = Self.recipe.replacing("order: n", with: "order: m").replacing(
            "n: {type: integer}",
            with: "n: n, m: {of: n, type: integer}"
        )
        #expect(await failure(data, derived).contains("1 × m: no value"))
    }

    @Test("duplicates and time going backwards are counted, and no row is lost for them")
    func notes() async throws {
        let data = try TemporaryFolder([
            "a.csv": "v,i,t\nann,p,2026-03-01\nann,q,2026-03-02\nann,p,2026-03-01\n",
            "b.csv": "v,i,t\nann,r,2026-01-01\n",
        ])
        let recording = try await data.read(
            """
            t: {files: "*.csv", columns: {viewer: v, item: i, t: {type: time}}, order: t, key: [viewer, item]}
            """
        )
        #expect(recording.notes("t") == ["1 × t goes backwards", "1 × rows that repeat another in viewer, item"])
        #expect(recording.tables["t"]?.rowCount == 4)
        #expect(recording.tables["t"]?.order == ["viewer", "item", "t"])
    }

    @Test(
        "of cumulative reports the last of each group counts; a file without a date stops the run unless it is skipped"
    )
    func snapshots() async throws {
        let data = try TemporaryFolder([
            "de/2020-08-26_08:00.csv": "ad,n\nx,1\n", "de/2020-08-27_08:00.csv": "ad,n\nx,3\ny,1\n",
            "fr/2020-08-25_09:00.csv": "ad,n\nx,2\n",
            "de/truck.csv": "ad,n\nx,9\n",
        ])
        func text(_ skip: String, _ keep: String) -> String {
            """
            recipe: r
            tables:
              t:
                files: {path: "*/*.csv", pattern: "{country}/{time:yyyy-MM-dd_HH:mm}.csv"\(skip)}
                columns: {country: {file: country}, time: {file: time}, ad: ad, n: {type: number}}
                order: time
                snapshots: {keep: \(keep), time: time, within: country}
            """
        }
        #expect(
            await failure(data, text("", "last"))
                == "DATA/de/truck.csv: does not have the form of the pattern of table \"t\", so its country, time cannot be known; name it "
                + "under skip if it does not belong to the data"
        )
        let last = try await data.read(recipe: text(", skip: de/truck.csv", "last"))
        #expect(last.texts("t", "country") == ["de", "de", "fr"])
        #expect(last.texts("t", "n") == ["3", "1", "2"])
        #expect(last.fillings[0].rows == 4 && last.fillings[0].kept == 3)
        #expect(
            try await data.read(recipe: text(", skip: de/truck.csv", "all")).texts("t", "n") == ["1", "3", "1", "2"]
        )
        #expect(await failure(data, text(", skip: no.csv", "last")).contains("nothing to skip matches \"no.csv\""))
    }

    @Test("conditions keep rows; none at all is an error")
    func conditions() async throws {
        let data = try TemporaryFolder(["a.csv": "v,i,n,t\nann,p,1,2026-03-01\nbob,q,2,2026-03-02\ncy,,3,\n"])
        func kept(_ condition: String) async throws -> [String?] {
            try await data.read(
                "t: {kind: items, files: a.csv, columns: {v: v, i: i, n: {type: integer}, t: {type: time}}, keep: {\(condition)}}"
            )
            .texts("t", "v")
        }
        #expect(try await kept("v: ann") == ["ann"])
        #expect(try await kept("v: [ann, cy]") == ["ann", "cy"])
        #expect(try await kept("v: {not: ann}") == ["bob", "cy"])
        #expect(try await kept("i: {not: p}") == ["bob", "cy"])
        #expect(try await kept("i: {present: true}, n: {atLeast: 2}") == ["bob"])
        #expect(try await kept("n: {above: 1, below: 3}") == ["bob"])
        #expect(try await kept("n: [\"1.0\", 3]") == ["ann", "cy"])
        #expect(try await kept("t: {atMost: 2026-03-01}") == ["ann"])
        await #expect(throws: RecordingError.self) { try await kept("v: dora") }
        await #expect(throws: RecordingError.self) { try await kept("v: {above: 1}") }
    }

    @Test("files that are not there, hold nothing, or lack a column stop the run and say what there is")
    func files() async throws {
        let data = try TemporaryFolder(["a.csv": "v,i\nann,p\n", "empty.csv": "v,i,n\n"])
        #expect(await failure(data, Self.recipe).contains("a.csv: has no column \"n\"; its columns are \"v\", \"i\""))
        #expect(
            await failure(data, Self.recipe.replacing("*.csv", with: "*.tsv"))
                == "test.yaml:3: table \"t\": no file below DATA matches \"*.tsv\""
        )
        #expect(await failure(data, Self.recipe.replacing("*.csv", with: "empty.csv")).contains("hold no row"))
    }

    @Test("what archivers leave behind is not read, in folders and in archives")
    func junk() async throws {
        let data = try TemporaryFolder([
            "x/a.csv": "v,i,n\nann,p,1\n", "__MACOSX/x/a.csv": "junk", "x/._a.csv": "junk", "x/.DS_Store": "",
        ])
        #expect(
            try await data.read(recipe: Self.recipe.replacing("*.csv", with: "**/*.csv")).texts("t", "viewer") == [
                "ann"
            ]
        )
        // data/a.csv and data/b.csv with a column "item", a note, a folder, and __MACOSX/data/._a.csv.
        let zip = try TemporaryFolder()
        try zip.write(try #require(Data(base64Encoded: Archives.zip)), as: "z.zip")
        let recording = try await zip.read(
            """
            t: {kind: items, files: {path: z.zip, entry: "**/*.csv", pattern: "{zip}.zip!{folder}/{letter}.csv"},
              columns: {item: item, letter: {file: letter}, folder: {file: folder}}}
            """
        )
        #expect(recording.texts("t", "item") == ["a", "b"])
        #expect(recording.texts("t", "letter") == ["a", "b"])
        #expect(recording.texts("t", "folder") == ["data", "data"])
        #expect(recording.files.map(\.path) == ["z.zip"])
        await #expect(throws: RecordingError.self) {
            try await zip.read("t: {kind: items, files: {path: z.zip, entry: \"*.json\"}, columns: {item: item}}")
        }
    }

    @Test("figures of a publication are read from its file")
    func publishedTable() async throws {
        let data = try TemporaryFolder([
            "a.csv": "v,i,n\nann,p,1\n", "figure.csv": "job,share,used\nNurse,0.5,1\nTruck,,1\nOther,0.2,0\n",
        ])
        let recording = try await data.read(
            recipe: Self.recipe.replacing("*.csv", with: "a.csv")
                + """
                analyses:
                  - {id: share, from: t, measure: m, unit: viewer}
                published:
                  - {cell: Figure 4, table: figure.csv, value: share, where: {used: 1}, figure: "share.share/{job}", within: 0.1}
                """
        )
        #expect(recording.published.map(\.label) == ["Figure 4: Nurse"])
        #expect(recording.published.map(\.figure) == ["share/Nurse"])
        #expect(recording.published.map(\.expected) == [0.5])
        #expect(recording.files.map(\.path) == ["a.csv", "figure.csv"])
    }

    @Test("names of files match stars within a folder and double stars across")
    func patterns() throws {
        let data = ["x-bot1.csv", "a/x-bot2.csv", "a/b/x.csv"]
        let pattern = try NamePattern.parse("{city}-bot{bot}.csv").get()
        #expect(data.map { pattern.match($0)?["bot"] } == ["1", nil, nil])
        let dated = try NamePattern.parse("{folder}/{day:yyyy-MM-dd}-{rest}.csv").get()
        #expect(dated.match("a-b/2026-03-01-x-y.csv") == ["folder": "a-b", "day": "2026-03-01", "rest": "x-y"])
        #expect(dated.match("a/2026-03-32-x.csv") == nil)
        #expect(dated.timeNames == ["day"] && dated.names == ["folder", "day", "rest"])
    }

    @Test("a path without a file says where it stands, and what is there instead")
    func missingFiles() async throws {
        let data = try TemporaryFolder(["d.csv/a.csv": "v,i,n\nann,p,1\n"])
        func recipe(_ path: String) -> String { Self.recipe.replacing("\"*.csv\"", with: path) }
        #expect(
            await failure(data, recipe("e.csv")) == "test.yaml:3: table \"t\": no file below DATA matches \"e.csv\""
        )
        #expect(await failure(data, recipe("d.csv")).hasSuffix("it is a folder: name its files, such as d.csv/*.csv"))
    }

    @Test("a table of which nothing is left stops the run, whatever share may be rejected")
    func nothingLeft() async throws {
        let data = try TemporaryFolder(["a.csv": "v,i,n\nann,p,x\n"])
        let words = await failure(data, Self.recipe + "mostRejected: 1\n")
        #expect(words.contains("1 of 1 rows of \"t\" cannot be used") && words.contains("DATA/a.csv:2:7"))
    }
}
