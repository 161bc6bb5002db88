// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    private let two = [
        ColumnRequest("a", from: .name("a"), as: .name), ColumnRequest("n", from: .name("n"), as: .number),
    ]

    @Test("one value a line and one list hold the same rows")
    func layouts() async throws {
        let lines = "{\"a\":\"x\",\"n\":1}\n\n  {\"n\":2.5e1,\"a\":\"y\"}\r\n{\"a\":null}"
        let list = "\u{FEFF}[ {\"a\":\"x\",\"n\":1} ,\n{\"n\":2.5e1,\"a\":\"y\"},{\"a\":null} ]\n"
        for read in [try await readJSON(lines, .lines, two), try await readJSON(list, two)] {
            #expect(read.rejections.total == 0)
            #expect(read.texts("a") == ["x", "y", nil])
            #expect(read.texts("n") == ["1", "25", nil])
        }
    }

    @Test("a single object is a row, and a list on a line is several")
    func single() async throws {
        #expect(try await readJSON("{\"a\":\"x\"}", two).texts("a") == ["x"])
        #expect(
            try await readJSON("[{\"a\":\"x\"},{\"a\":\"y\"}]\n{\"a\":\"z\"}", .lines, two).texts("a") == [
                "x", "y", "z",
            ]
        )
    }

    @Test("rows inside rows carry the fields around them, through several levels")
    func nested() async throws {
        let text = """
            [{"user": {"id": "u1"}, "sessions": [
               {"start": 10, "feed": [{"post": "p"}, {"post": "q"}]},
               {"start": 20, "feed": []}, {"start": 30}, {"start": 40, "feed": null}]},
             {"user": {"id": "u2"}, "sessions": [{"start": 50, "feed": [{"post": "r"}]}]}]
            """
        let read = try await readJSON(
            text,
            rows: "sessions.feed",
            [
                ColumnRequest("item", from: .name("post"), as: .name),
                ColumnRequest("at", from: .name("../start"), as: .integer),
                ColumnRequest("viewer", from: .name("../../user.id"), as: .name),
                ColumnRequest("slot", from: .name("@position"), as: .integer),
                ColumnRequest("session", from: .name("../@position"), as: .integer),
                ColumnRequest("outside", from: .name("../../../x"), as: .name),
            ]
        )
        #expect(read.rejections.total == 0)
        #expect(read.texts("item") == ["p", "q", "r"])
        #expect(read.texts("at") == ["10", "10", "50"])
        #expect(read.texts("viewer") == ["u1", "u1", "u2"])
        #expect(read.texts("slot") == ["1", "2", "1"])
        #expect(read.texts("session") == ["1", "1", "1"])
        #expect(read.texts("outside") == [nil, nil, nil])
    }

    @Test("objects whose names are data give their names, at any level")
    func keyed() async throws {
        let text =
            #"{"feeds": {"ann\u0021": {"2026-03-01": ["p", "q"]}, "bob": {"2026-03-02": ["r"], "2026-03-03": []}}}"#
        let read = try await readJSON(
            text,
            rows: "feeds.*.*",
            [
                ColumnRequest("item", from: .name("@value"), as: .name),
                ColumnRequest("slot", from: .name("@position"), as: .integer),
                ColumnRequest("day", from: .name("@key"), as: .name),
                ColumnRequest("viewer", from: .name("../@key"), as: .name),
            ]
        )
        #expect(read.rejections.total == 0)
        #expect(read.texts("item") == ["p", "q", "r"])
        #expect(read.texts("slot") == ["1", "2", "1"])
        #expect(read.texts("day") == ["2026-03-01", "2026-03-01", "2026-03-02"])
        #expect(read.texts("viewer") == ["ann!", "ann!", "bob"])
    }

    @Test("a list of texts is one value where a separator is stated, and refused where none is")
    func lists() async throws {
        let text = #"[{"t":["a","b\n",3,null,true]},{"t":[]},{"t":"c"},{"t":["x|y"]},{"t":[["z"]]},{"t":{"z":1}}]"#
        let separated = ColumnRequest("t", from: .name("t"), as: .name, listSeparator: "|")
        let read = try await readJSON(text, [separated])
        #expect(read.texts("t") == ["a|b\n|3|true", nil, "c"])
        #expect(read.rejections.total == 3)
        let plain = try await readJSON(text, names("t"))
        #expect(plain.texts("t") == ["c"])
        #expect(plain.rejections.total == 5)
    }

    @Test("a path through a list gives several values, or an error where one is wanted")
    func listOnTheWay() async throws {
        let text = #"[{"tags":[{"id":"a"},{"id":"b"},{}]},{"tags":[]},{"tags":{"id":"c"}}]"#
        let read = try await readJSON(
            text,
            [ColumnRequest("t", from: .name("tags.id"), as: .name, listSeparator: "+")]
        )
        #expect(read.texts("t") == ["a+b", nil, "c"])
        #expect(try await readJSON(text, names("tags.id")).rejections.total == 2)
    }

    @Test("names with dots are found, with escapes too; of repeated names the last one counts")
    func fieldNames() async throws {
        let text = #"[{"user.id":"u","a":"first","\u0061":"second"},{"user":{"id":"v"}},{"user":{"x.y":"w"}}]"#
        let read = try await readJSON(text, names("user.id", "a", "user.x.y"))
        #expect(read.texts("user.id") == ["u", "v", nil])
        #expect(read.texts("a") == ["second", nil, nil])
        #expect(read.texts("user.x.y") == [nil, nil, "w"])
    }

    @Test("escapes, surrogate pairs; half a pair is no text")
    func escapes() async throws {
        let text = #"[{"a":"\"\\\/\b\f\n\r\t\u00e9\ud83c\uddea日"},{"a":"\ud83c"},{"a":"\ud83cx"},{"a":"\uddea"}]"#
        let read = try await readJSON(text, names("a"))
        #expect(read.texts("a") == ["\"\\/\u{8}\u{C}\n\r\té🇪日"])
        #expect(read.rejections.counts == ["a: not UTF-8": 3])
    }

    @Test("true and false are texts, numbers or booleans as the column wants; NaN is no value")
    func words() async throws {
        let requests: [ColumnRequest] = [
            ColumnRequest("text", from: .name("v"), as: .name), ColumnRequest("number", from: .name("v"), as: .number),
            ColumnRequest("flag", from: .name("v"), as: .boolean),
        ]
        let read = try await readJSON("[{\"v\":true},{\"v\":false},{\"v\":NaN},{\"v\":\"1\"}]", requests)
        #expect(read.texts("text") == ["true", "false", nil, "1"])
        #expect(read.texts("number") == ["1", "0", nil, "1"])
        #expect(read.texts("flag") == ["1", "0", nil, "1"])
    }

    @Test(
        "a line that is not JSON is rejected alone",
        arguments: [
            "{\"a\":\"x\"", "{\"a\":}", "{a:1}", "[", "{\"a\":\"x\"} x", "{\"a\":\"x\"}{\"a\":\"y\"}", "{\"a\":\"x}",
            "{'a':1}",
            "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":tru}", "{\"a\":\"\\q\"}",
            "{\"a\":\"\\u12g4\"}",
            "{\"a\":\"\\u+123\"}", "{\"a\":\"x\",}", "[1,]", "{\"a\":\"\u{1}\"}", "{\"a\":\"\\", "Infinity", "\"text\"",
            "12", "null",
            "\u{0}",
        ]
    )
    func malformedLine(line: String) async throws {
        let good = "{\"a\":\"x\"}"
        let read = try await readJSON("\(good)\n\(line)\n\(good)\n", .lines, names("a"))
        #expect(read.texts("a") == ["x", "x"])
        #expect(read.rejections.total == 1)
        #expect(read.rejections.examples.first?.line == 2)
    }

    @Test(
        "a document is read as far as it is whole, and the rest is counted",
        arguments: [
            ("[{\"a\":\"x\"},{\"a\":", 1), ("[{\"a\":\"x\"}", 1), ("[{\"a\":\"x\"},]", 1), ("[{\"a\":\"x\"}] x", 1),
            ("{\"a\":\"x\"} {}", 1), ("[", 0), ("[{\"a\":\"x\"} {\"a\":\"y\"}]", 1), (" ", 0),
            ("[{\"a\":\"x\"},\n\n{]", 1),
        ]
    )
    func truncated(text: String, rows: Int) async throws {
        let read = try await readJSON(text, names("a"))
        #expect(read.table.rowCount == rows)
        #expect(read.rejections.counts == ["not JSON from here on": 1])
    }

    @Test("a broken document says where")
    func place() async throws {
        let read = try await readJSON("[{\"a\":\"x\"},\n {\"é\":1, b}]", names("a"))
        #expect(read.places == ["2:10: a name in quotes was expected; the rest of the file was not read"])
    }

    @Test("deep nesting is refused, not followed")
    func deep() async throws {
        let text = String(repeating: "[", count: 100_000)
        #expect(try await readJSON(text, names("a")).rejections.total == 1)
        #expect(try await readJSON(text, .lines, names("a")).rejections.total == 1)
        let legal = String(repeating: "[", count: 60) + "{\"a\":\"x\"}" + String(repeating: "]", count: 60)
        #expect(try await readJSON(legal, names("a")).texts("a") == ["x"])
    }

    @Test("an empty document is an error, an empty file of lines has no rows")
    func empty() async throws {
        await #expect(throws: FileError.self) { try await readJSON("", names("a")) }
        #expect(try await readJSON("", .lines, names("a")).table.rowCount == 0)
        #expect(try await readJSON("[]", names("a")).table.rowCount == 0)
    }

    @Test("a number that no column wants may be of any size")
    func unwanted() async throws {
        let read = try await readJSON("[{\"a\":\"x\",\"n\":1,\"big\":1e999}]", two)
        #expect(read.texts("n") == ["1"])
        #expect(try await readJSON("[{\"n\":1e999}]", two).rejections.counts == ["n: not a number": 1])
    }

    @Test("lines that each open a bracket cost no more than their length")
    func openBrackets() async throws {
        let text = String(repeating: "[1,\n", count: 100_000)
        #expect(try await readJSON(text, .lines, names("a")).rejections.total == 100_000)
    }
}
