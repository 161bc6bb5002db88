// SPDX-License-Identifier: Apache-2.0
import Evidence
import Recipes
import TestSupport
import Testing

@Suite("Files of other shapes")
struct ShapeTests {
    @Test("melt turns named columns into rows; empty cells make none")
    func melt() async throws {
        let data = try TemporaryFolder(["ads.csv": "ad,female,male,cost\nx,3,5,1\ny,,7,2\n"])
        let recording = try await data.read(
            """
            ads:
              kind: items
              files: ads.csv
              melt: {columns: [female, male], name: gender, value: count}
              columns:
                ad: ad
                count: {type: number}
                who: {of: gender, map: {female: women, male: men}}
            """
        )
        #expect(recording.texts("ads", "ad") == ["x", "x", "y"])
        #expect(recording.texts("ads", "gender") == ["female", "male", "male"])
        #expect(recording.texts("ads", "count") == ["3", "5", "7"])
        #expect(recording.tables["ads"]?["count"]?.numbers == [3, 5, 7])
        #expect(recording.texts("ads", "who") == ["women", "men", "men"])
    }

    @Test("melt may name the columns that stay instead")
    func meltExcept() async throws {
        let data = try TemporaryFolder(["m.csv": "viewer,p1,p2,p3\nann,1,,2\nbob,,4,\n"])
        let recording = try await data.read(
            """
            m: {kind: items, files: m.csv, melt: {except: viewer, name: item, value: count}, columns: {viewer: viewer, count: {type: integer}}}
            """
        )
        #expect(recording.texts("m", "viewer") == ["ann", "ann", "bob"])
        #expect(recording.texts("m", "item") == ["p1", "p3", "p2"])
        #expect(recording.texts("m", "count") == ["1", "2", "4"])
    }

    @Test("melt works on fields of JSON, too")
    func meltJSON() async throws {
        let data = try TemporaryFolder(["m.json": "[{\"ad\":\"x\",\"f\":3,\"m\":5}]"])
        let recording = try await data.read(
            "m: {kind: items, files: m.json, melt: {columns: [f, m], name: g, value: n}, columns: {ad: ad}}"
        )
        #expect(recording.texts("m", "g") == ["f", "m"])
        #expect(recording.texts("m", "n") == ["3", "5"])
    }

    @Test("explode turns one cell with several values into rows, numbered by their place")
    func explode() async throws {
        let data = try TemporaryFolder(["feed.csv": "user,ts,shown\nann,10,p;q;;r\nbob,20,\ncy,30,p\n"])
        let recording = try await data.read(
            """
            feed:
              files: feed.csv
              explode: {column: item, separator: ;}
              columns:
                viewer: user
                seq: {from: ts, type: integer}
                item: {from: shown, map: {p: post-p}}
              order: [seq, slot]
            """
        )
        #expect(recording.texts("feed", "viewer") == ["ann", "ann", "ann", "cy"])
        #expect(recording.texts("feed", "item") == ["post-p", "q", "r", "post-p"])
        #expect(recording.texts("feed", "slot") == ["1", "2", "4", "1"])
        #expect(recording.notes("feed") == ["1 × rows without a value in item"])
    }

    @Test("explode takes lists of JSON, too")
    func explodeJSON() async throws {
        let data = try TemporaryFolder([
            "feed.jsonl": "{\"u\":\"ann\",\"n\":1,\"ids\":[\"a\",\"b\"]}\n{\"u\":\"bob\",\"n\":2,\"ids\":[]}\n"
        ])
        let recording = try await data.read(
            """
            feed: {files: feed.jsonl, explode: {column: item, separator: "|", slot: place}, order: n,
              columns: {viewer: u, n: {type: integer}, item: ids}}
            """
        )
        #expect(recording.texts("feed", "item") == ["a", "b"])
        #expect(recording.texts("feed", "place") == ["1", "2"])
    }

    @Test("wide rows become rows by position")
    func wide() async throws {
        let data = try TemporaryFolder(["w.csv": "2026-03-01T00:00:00Z,a,,b\n2026-03-01T00:05:00Z,c\n"])
        let recording = try await data.read(
            """
            w: {files: w.csv, header: false, wide: {from: 2, value: item, slot: slot}, columns: {time: {from: 1, type: time}}, order: [time, slot]}
            """
        )
        #expect(recording.texts("w", "item") == ["a", "b", "c"])
        #expect(recording.texts("w", "slot") == ["1", "3", "1"])
    }

    @Test("lists of JSON are one value with the separator of the column; positions, keys and levels are at hand")
    func json() async throws {
        let data = try TemporaryFolder([
            "d.json": """
            {"users": {"ann": {"runs": [{"at": 5, "feed": [{"id": "p", "topics": ["a", "b"]}, {"id": "q", "topics": []}]}]},
                       "bob": {"runs": [{"at": 6, "feed": [{"id": "r"}]}]}}}
            """
        ])
        let recording = try await data.read(
            """
            d:
              files: d.json
              rows: users.*.runs.feed
              columns:
                viewer: ../../@key
                time: {from: ../at, type: time, format: epoch-seconds}
                slot: {from: "@position", type: integer}
                item: id
                topics: {separator: "|"}
              order: time
            """
        )
        #expect(recording.texts("d", "viewer") == ["ann", "ann", "bob"])
        #expect(recording.texts("d", "slot") == ["1", "2", "1"])
        #expect(recording.texts("d", "item") == ["p", "q", "r"])
        #expect(recording.texts("d", "topics") == ["a|b", nil, nil])
    }

    @Test("files without an ending, with semicolons, lines above and comments, in numbers as people write them")
    func dialect() async throws {
        let data = try TemporaryFolder([
            "export":
                "Report\nof March\n# made by hand\nname;share;views;live\nx;12,5 %;1.234.567;Yes\n# middle\ny;7;2;no\nz;1.5;3;no\n"
        ])
        let recording = try await data.read(
            """
            e:
              kind: items
              files: export
              format: csv
              delimiter: ;
              skipLines: 2
              comment: "#"
              decimal: ","
              thousands: .
              columns:
                name: name
                share: {type: number, percent: true}
                views: {type: integer}
                live: {type: boolean}
            """,
            head: "mostRejected: 0.5\n"
        )
        #expect(recording.texts("e", "name") == ["x", "y"])
        #expect(recording.texts("e", "share") == ["0.125", "0.07"])
        #expect(recording.texts("e", "views") == ["1234567", "2"])
        #expect(recording.texts("e", "live") == ["1", "0"])
        #expect(recording.fillings[0].rejections.counts == ["share: not a number": 1])
        #expect(recording.fillings[0].rejections.examples[0].line == 8)
    }

    @Test("a time or a sequence may stand in the names of files and folders only")
    func names() async throws {
        let data = try TemporaryFolder([
            "2026-03-01/run2-ann.csv": "item\np\n", "2026-03-02/run10-bob.csv": "item\nq\nr\n",
        ])
        let recording = try await data.read(
            """
            n:
              files: {path: "*/*.csv", pattern: "{day:yyyy-MM-dd}/run{run}-{viewer}.csv"}
              columns:
                time: {file: day, zone: "+01:00", type: time}
                seq: {file: run, type: integer}
                viewer: {file: viewer}
                item: item
              order: [time, seq]
            """
        )
        #expect(
            recording.texts("n", "time") == ["2026-02-28T23:00:00Z", "2026-03-01T23:00:00Z", "2026-03-01T23:00:00Z"]
        )
        #expect(recording.texts("n", "seq") == ["2", "10", "10"])
        #expect(recording.texts("n", "viewer") == ["ann", "bob", "bob"])
    }

    @Test("columns may be called differently in some files, or be missing from them")
    func layouts() async throws {
        let data = try TemporaryFolder(["a.csv": "id,n,extra\nx,1,e\n", "b.csv": "n,Id\n2,y\n"])
        let recording = try await data.read(
            """
            t: {files: "*.csv", columns: {id: [id, Id], n: {type: integer}, extra: {optional: true}}, order: n}
            """
        )
        #expect(recording.texts("t", "id") == ["x", "y"])
        #expect(recording.texts("t", "extra") == ["e", nil])
    }
}
