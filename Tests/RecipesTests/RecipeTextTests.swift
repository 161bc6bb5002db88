// SPDX-License-Identifier: Apache-2.0
import Notation
import Recipes
import Testing

@Suite("The text of a recipe")
struct RecipeTextTests {
    private static let head =
        "recipe: r\ntables:\n  t:\n    files: t.csv\n    order: n\n    columns:\n      n: {type: integer}\n"
    private static let analysis = "analyses:\n  - {id: a, from: t, measure: m, unit: n}\n"

    @Test("all problems are reported at once, with their lines, from the top down")
    func together() {
        let text = """
            recipe: r
            titel: typo
            mostRejected: 3
            tables:
              a:
                kind: impression
                files: a.csv
                columns: {x: {type: numbr}, y: {of: z}}
              b:
                columns: {x: x}
            analyses:
              - {id: one, from: a, measure: m}
              - {id: two, from: c, measure: m, unit: x}
            published:
              - {cell: c, value: nine, published: 1}
            """
        let found = problems(text)
        #expect(
            found.map { $0.split(separator: ":").prefix(2).joined(separator: ":") } == [
                "r.yaml:2", "r.yaml:3", "r.yaml:5", "r.yaml:6", "r.yaml:8", "r.yaml:8", "r.yaml:9", "r.yaml:12",
                "r.yaml:13", "r.yaml:15",
            ],
            "\(found.joined(separator: "\n"))"
        )
    }

    @Test("a recipe that is right has no problems")
    func right() {
        #expect(problems(Self.head + Self.analysis).isEmpty)
    }

    @Test(
        "each mistake in a column is named",
        arguments: [
            ("x: {of: y}", "there is no column \"y\" before this; there are n"),
            ("x: {of: n, join: [n]}", "\"x\" has several origins: of, join"),
            ("x: {from: 0}", "positions count from 1"),
            ("x: {from: {a: b}}", "a group of fields: a heading, a position or a path was expected"),
            (
                "x: {type: time, format: yyyy}",
                "\"yyyy\" is no time format: iso8601, epoch-seconds, epoch-milliseconds or a pattern such as M/d/yy H:mm"
            ),
            ("x: {type: time, zone: CET}", "zone must be UTC or an offset such as +02:00"),
            ("x: {type: number, format: iso8601}", "format belongs to type: time"),
            ("x: {zone: +01:00}", "zone belongs to type: time, or to calendar"),
            ("x: {split: \"\"}", "split needs a text, and piece a number: 1 is the first piece, -1 the last"),
            ("x: {split: a, piece: 0}", "split needs a text, and piece a number: 1 is the first piece, -1 the last"),
            ("x: {piece: 1}", "piece needs split: the text to cut at"),
            ("x: {bins: [2, 1]}", "bins needs ascending numbers"),
            ("x: {otherwise: keep}", "otherwise needs a map, or when"),
            ("x: {map: {a: b}, otherwise: maybe}", "otherwise: \"maybe\" is none of keep, drop, error"),
            ("x: {separator: \"\"}", "separator must not be empty"),
            ("x: {file: day}", "the file pattern has no piece {day}"),
            ("x: {with: +}", "with belongs to join: the text between two names"),
            ("x: {percent: true}", "percent needs type: number"),
            ("x: {percent: perhaps}", "percent: \"perhaps\" is neither true nor false"),
            ("x: {scale: much}", "scale: \"much\" is not a number"),
            ("x: {ratio: [n]}", "ratio needs two columns, such as [views, likes]"),
            ("x: {sum: n}", "sum needs two or more columns, such as [views, likes]"),
            ("x: {sum: [n, m]}", "there is no column \"m\" before this; there are n"),
            ("x: {rank: {within: n}}", "rank needs by: the column, or columns, of numbers or times to sort by"),
            ("x: {session: {by: n}}", "session needs gap: the seconds after which a new one begins, such as 1800"),
            (
                "x: {session: {by: n, gap: -1}}",
                "session needs gap: the seconds after which a new one begins, such as 1800"
            ),
            ("x: {when: [{is: a}]}", "a case needs where: the conditions under which it holds"),
            ("x: {when: [{where: {n: 1}}]}", "field \"is\" is missing"),
            ("x: {when: {is: a}}", "when: a group of fields; a list was expected"),
            ("x: {when: [{where: {n: {}}, is: a}]}", "a condition needs at least one test, such as atMost: 10"),
            (
                "x: {when: [{where: {n: {above: b}}, is: a}]}",
                "above: \"b\" is neither a number nor a moment such as 2026-03-01T12:00:00Z"
            ),
            ("x: {lookup: {by: n, take: n}}", "field \"in\" is missing"),
            ("x: {lookup: {in: u, by: n, take: n}}", "there is no table \"u\" to look up in"),
            ("x: {lookup: {in: t, by: n, take: n}}", "a table cannot be looked up in itself"),
            (
                "x: {lookup: {in: u, by: n, key: [a, b], take: n}}",
                "lookup: key must name as many columns as by: 1, not 2"
            ),
            (
                "x: {lookup: {in: t, by: n, take: n, all: true}}",
                "\"x\" takes all values, so it needs a separator to stand between them, such as \"|\""
            ),
            (
                "x: {calendar: fortnight}",
                "calendar: \"fortnight\" is none of year, month, week, day, hour, weekday, hourOfDay"
            ),
            ("x: {calendar: day}", "calendar needs moments: add type: time, or name a column of times under of"),
            ("x: {colour: red}", "there is no field \"colour\" here; there are "),
        ]
    )
    func columnMistakes(column: String, message: String) {
        let found = problems(Self.head + "      " + column + "\n")
        #expect(found.contains { $0.hasPrefix("r.yaml:8: " + message) }, "\(found)")
    }

    @Test(
        "each mistake in a table is named",
        arguments: [
            ("files: {entry: a}", "files needs a path, such as \"input/*.csv\""),
            ("files: {path: a, pattern: \"{x\"}", "a brace is not closed in \"{x\""),
            ("files: {path: a, pattern: \"{}\"}", "a piece has no name in \"{}\""),
            ("files: {path: a, pattern: \"{x:z}\"}", "\"z\" is no time format"),
            ("files: a.json, header: false", "header belongs to csv, not to json"),
            ("files: a.jsonl.gz, delimiter: x", "delimiter belongs to csv, not to jsonl"),
            ("files: a, rows: x", "rows belongs to json and jsonl, and these files are taken for csv"),
            ("files: a, format: xml", "format: \"xml\" is none of csv, tsv, json, jsonl"),
            ("files: a, delimiter: xx", "delimiter must be one ASCII character, or \"tab\""),
            ("files: a, delimiter: é", "delimiter must be one ASCII character, or \"tab\""),
            ("files: a, decimal: \",\", thousands: \",\"", "decimal and thousands must be different characters"),
            ("files: a, skipLines: -1", "skipLines is a number of lines, such as 3"),
            (
                "files: a, wide: {from: -1e300, value: v}",
                "wide: from is the position of the first field that is a row of its own, from 1 on"
            ),
            (
                "files: a, wide: {from: 0, value: v}",
                "wide: from is the position of the first field that is a row of its own, from 1 on"
            ),
            (
                "files: a, melt: {name: a, value: b}",
                "melt needs columns: the headings that become rows, or except: those that do not"
            ),
            (
                "files: a, header: false, melt: {columns: x, name: a, value: b}",
                "melt needs headings; without them use wide"
            ),
            (
                "files: a, wide: {from: 2, value: v}, melt: {columns: x, name: a, value: b}",
                "a table is either wide or melted, not both"
            ),
            (
                "files: a.json, melt: {except: x, name: a, value: b}",
                "melt: except needs the headings of a csv; name the columns"
            ),
            ("files: a, melt: {columns: x, name: n, value: n}", "table \"u\" makes the column \"n\" twice"),
            (
                "files: a, melt: {columns: x, name: a, value: b}, columns: {a: other}",
                "\"a\" is made by wide, melt or explode, and cannot come from elsewhere"
            ),
            (
                "files: a, explode: {column: z, separator: x}",
                "explode: \"z\" must be a column that is read from the file"
            ),
            ("files: a, explode: {column: n}", "field \"separator\" is missing"),
            ("files: a, order: [z]", "there is no column \"z\" before this; there are n"),
            ("files: a, key: z, distinct: z", "there is no column \"z\" before this; there are n"),
            ("files: a, keep: {z: 1}", "there is no column \"z\" before this; there are n"),
            ("files: a, snapshots: {time: n}", "snapshots needs keep: last or keep: all"),
            ("files: a, order: [a, b], snapshots: {keep: last}", "field \"time\" is missing"),
            ("files: a, kind: people, order: n, color: 1", "there is no field \"color\" here; there are "),
        ]
    )
    func tableMistakes(table: String, message: String) {
        let columns = table.contains("columns: {a") ? "" : ", columns: {n: n}"
        let order = table.contains("order:") ? "" : ", order: n"
        let found = problems("recipe: r\ntables:\n  u: {\(table)\(columns)\(order)}\n")
        #expect(found.contains { $0.hasPrefix("r.yaml:3: " + message) }, "\(found)")
    }

    @Test("impressions without an order are refused, other tables need none")
    func order() {
        let text = "recipe: r\ntables:\n  t: {files: t.csv, columns: {n: n}}\n"
        #expect(problems(text).first?.contains("impressions need an order") == true)
        #expect(problems(text.replacing("{files", with: "{kind: items, files")).isEmpty)
    }

    @Test("an analysis needs a unit, known names and arms that differ")
    func analyses() {
        func found(_ analysis: String) -> String {
            problems(Self.head + "analyses:\n  - {\(analysis)}\n").joined(separator: "\n")
        }
        #expect(
            found("id: a, from: t, measure: m").contains("\"a\" needs a unit: the column whose values are independent")
        )
        #expect(found("id: a.b, from: t, measure: m, unit: n").contains("an id has no dot"))
        #expect(found("id: a, from: t, measure: m, unit: z").contains("there is no column \"z\""))
        #expect(
            found("id: a, from: t, measure: m, unit: n, columns: {voice: n}").contains("there is no role \"voice\"")
        )
        #expect(
            found("id: a, from: t, measure: m, unit: n, arms: {by: n, subject: 1}").contains(
                "arms needs a subject and a reference"
            )
        )
        #expect(
            found("id: a, from: t, measure: m, unit: n, arms: {by: n, subject: [1, 2], reference: 2}").contains(
                "\"2\" cannot belong to both arms"
            )
        )
        #expect(found("id: a, from: t, measure: m, unit: n, alternatives: [{label: b}]").contains("changes nothing"))
        #expect(found("id: a, from: t, measure: m, unit: n, candidates: c").contains("there is no table \"c\""))
        #expect(
            problems(Self.head + Self.analysis + "  - {id: a, from: t, measure: m, unit: n}\n").first?.contains(
                "occurs twice"
            ) == true
        )
    }

    @Test("counts of dated reports are not added up unless the recipe says whether they are cumulative")
    func cumulative() {
        func text(_ more: String) -> String {
            """
            recipe: r
            tables:
              t:
                files: {path: "*.csv", pattern: "{day:yyyy-MM-dd}.csv"}
                columns: {time: {file: day}, n: {type: number}, u: u}
                order: time
            \(more)
            analyses:
              - {id: a, from: t, measure: m, unit: u, columns: {count: n}}
            """
        }
        #expect(problems(text("")).first?.hasPrefix("r.yaml:3: \"t\" adds up counts of dated reports") == true)
        #expect(problems(text("    snapshots: {keep: last, time: time}")).isEmpty)
        #expect(problems(text("    snapshots: {keep: all, time: time}")).isEmpty)
    }

    @Test("an analysis for each value of a column has its own id and condition")
    func each() throws {
        let text =
            Self.head + "analyses:\n  - {id: \"a-{n}\", title: T, from: t, measure: m, unit: n, each: {n: [1, 2]}}\n"
        let recipe = try Recipe.parse(text, file: "r")
        #expect(recipe.analyses.map(\.id) == ["a-1", "a-2"])
        #expect(recipe.analyses.map(\.title) == ["T, 1", "T, 2"])
        #expect(recipe.analyses[1].conditions.map(\.tests) == [[.isOneOf(["2"])]])
    }

    @Test("digests must have 64 digits, lists must be what sha256sum prints")
    func digests() {
        #expect(problems(Self.head + "checksums: {a: 12}\n").first?.contains("must have 64 hexadecimal digits") == true)
        #expect(problems(Self.head + "checksums: list\n").first?.contains("cannot be read beside the recipe") == true)
        do {
            _ = try Recipe.parse(Self.head + "checksums: list\n", file: "r") { _ in "no digest\n" }
            Issue.record("was read")
        } catch {
            #expect(error.description == "r:8: list: line 1 is no digest and path; it is what sha256sum prints")
        }
        #expect(problems(Self.head + "checksums: {a: \(String(repeating: "F", count: 64))}\n").isEmpty)
    }

    @Test("cells need a figure, a value and one tolerance")
    func cells() {
        func found(_ cell: String) -> String {
            problems(Self.head + Self.analysis + "published:\n  - {\(cell)}\n").joined(separator: "\n")
        }
        #expect(found("cell: c, value: a.share, published: 1").isEmpty)
        #expect(found("cell: c, value: a.share").contains("a cell needs what was published, or what is expected"))
        #expect(found("cell: c, value: b.share, published: 1").contains("there is no analysis \"b\"; there are a"))
        #expect(
            found("cell: c, value: a.share, published: 1, exact: true, within: 1").contains(
                "state one tolerance, not exact and within"
            )
        )
        #expect(found("cell: c, value: a.share, published: 1, within: -1").contains("within must not be negative"))
        #expect(
            found("cell: c, value: a.share, published: 1, decimals: 99").contains(
                "decimals must be a whole number from 0 to 15"
            )
        )
    }

    @Test(
        "a text that is no group of fields, or no YAML, is a problem and not a crash",
        arguments: ["- a\n", "just text", "tables: [\n", "recipe: {a: b}\n", ""]
    )
    func nothing(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test("hostile recipes end soon")
    func hostile() {
        let clock = ContinuousClock()
        let many = (0..<20_000).map { "      c\($0): {of: n}\n" }.joined()
        let time = clock.measure { #expect(problems(Self.head + many).isEmpty) }
        #expect(time < .seconds(60), "\(time)")
        let deep = String(repeating: "{a: ", count: 500) + "1" + String(repeating: "}", count: 500)
        #expect(!problems("recipe: r\ntables: \(deep)\n").isEmpty)
        #expect(!problems("recipe: r\ntables: {t: {files: x, columns: \(deep), kind: items}}\n").isEmpty)
    }
}
