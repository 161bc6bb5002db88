// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite(.tags(.hostile)) struct CommandTests {
    /// A recipe that reads a table and measures nothing.
    private static let recipe = """
        recipe: small
        title: A small recording
        data: [nowhere, data]
        tables:
          impressions:
            files: "*.csv"
            order: time
            columns: {viewer: viewer, time: {from: time, type: integer}}
        """

    @Test(
        "wrong use ends with 64 and says what was expected",
        arguments: [
            (["examine"], "--recording"), (["examine", "--recording", "a.yaml", "b.csv"], "not both"),
            (["examine", "--recording", "a.yaml", "--draws", "0"], "from 100 to"),
            (["examine", "--recording", "a.yaml", "--confidence", "2"], "below 1"),
            (["examine", "--recording", "a.yaml", "--threads", "-1"], "from 1 to 1024"),
            (["examine", "--recording", "a.yaml", "--method", "magic"], "percentile"),
            (["reproduce"], "recipe"), (["reproduce", "a.yaml", "b.yaml", "--data", "d"], "one at a time"),
            (["measures", "nonsense"], "there is no measure"), (["frobnicate"], "Unexpected argument"),
        ] as [([String], String)]
    )
    func usage(arguments: [String], words: String) throws {
        let command = try Command()
        defer { command.remove() }
        let result = try command.run(arguments)
        #expect(result.code == 64)
        #expect(result.errors.contains(words))
        #expect(result.output.isEmpty)
    }

    @Test("what is not there ends with 66 and says where it was looked for")
    func missing() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.recipe, to: "recipe.yaml")
        for (arguments, words) in [
            (["examine", "--recording", "none.yaml"], "none.yaml: there is no such file"),
            (["examine", "--recording", "none.csv"], "none.csv: there is no such file"),
            (["examine", "--recording", "recipe.yaml"], "./nowhere, ./data"),
            (["examine", "--recording", "recipe.yaml", "--data", "gone"], "gone: there is no such folder"),
        ] {
            let result = try command.run(arguments)
            #expect(result.code == 66 && result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test("bad recipes, rule-books and data end with 65 and name file and line")
    func bad() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write("recipe: x\ntabels: {}\n", to: "typo.yaml")
        try command.write("\u{0}\u{1B}[2J: [", to: "hostile.yaml")
        try command.write(Self.recipe, to: "recipe.yaml")
        try command.write("## A duty {#a}\n\nIt is kept.\n", to: "charter.md")
        try command.write("viewer,time\nv,then\n", to: "data/a.csv")
        for (arguments, words) in [
            (["examine", "--recording", "typo.yaml"], "typo.yaml:2: there is no field \"tabels\""),
            (["examine", "--recording", "hostile.yaml"], "hostile.yaml"),
            (["examine", "--recording", "recipe.yaml"], "data/a.csv:2:3"),
            (
                ["examine", "--recording", "recipe.yaml", "--instrument", "charter.md"],
                "charter.md:1: there is no block \"instrument\" with title and version"
            ),
            (["reproduce", "recipe.yaml"], "states no published figures"),
        ] {
            let result = try command.run(arguments)
            #expect(result.code == 65 && result.errors.contains(words), "\(arguments): \(result.errors)")
        }
    }

    @Test("a report that cannot be written ends with 73")
    func cannotWrite() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.recipe, to: "recipe.yaml")
        try command.write("viewer,time\nv,1\n", to: "data/a.csv")
        let result = try command.run(["examine", "--recording", "recipe.yaml", "--out", "recipe.yaml/x"])
        #expect(result.code == 73 && result.errors.contains("recipe.yaml/x"))
    }

    @Test("a good run prints the path of the report last, and gives the same bytes on one and on two threads")
    func examines() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.recipe, to: "recipe.yaml")
        try command.write("viewer,time\nv,1\nw,2\n", to: "data/a.csv")
        let first = try command.run(["examine", "--recording", "recipe.yaml", "--threads", "1"])
        #expect(first.code == 0 && first.errors.isEmpty, "\(first.errors)")
        #expect(first.output.hasSuffix("\nexaminations/small/report.html\n"))
        let second = try command.run(["examine", "--recording", "recipe.yaml", "--threads", "2", "--out", "other"])
        #expect(second.code == 0)
        for name in ["findings.json", "report.html", "files.csv"] {
            #expect(try command.read("examinations/small/\(name)") == command.read("other/\(name)"))
        }
    }

    @Test("help has an example everywhere, and measures can be read by programs")
    func help() throws {
        let command = try Command()
        defer { command.remove() }
        for arguments in [["--help"], ["examine", "--help"], ["reproduce", "--help"], ["measures", "--help"]] {
            let result = try command.run(arguments)
            #expect(result.code == 0 && result.output.contains("Example"))
        }
        #expect(try command.run(["--version"]).output == "euthyna 0.1.0\n")
        let json = try command.run(["measures", "--format", "json"])
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [Any])
    }

    /// A recipe with one analysis of two arms.
    private static let arms = """
        recipe: arms
        tables:
          impressions:
            files: a.csv
            order: time
            columns: {viewer: viewer, part: part, arm: arm, slot: {type: number, optional: true}, time: {type: integer}}
        analyses:
          - {id: voice, from: impressions, measure: amplification, unit: viewer, columns: {part: part},
             arms: {by: arm, subject: ranked, reference: newest}}
        """
    private static let rows = "viewer,part,arm,time\nv,p,ranked,1\nv,p,newest,2\nw,q,ranked,3\nw,p,newest,4\n"

    @Test("names that lead nowhere are answered with those there are")
    func names() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.rows, to: "a.csv")
        try command.write(Self.arms.replacing("newest}", with: "newst}"), to: "arm.yaml")
        var result = try command.run(["examine", "--recording", "arm.yaml", "--draws", "100"])
        #expect(
            result.code == 65 && result.errors.contains("its values are \"ranked\", \"newest\""),
            "\(result.errors)"
        )
        try command.write(Self.arms.replacing("unit:", with: "headline: shares, unit:"), to: "headline.yaml")
        result = try command.run(["examine", "--recording", "headline.yaml", "--draws", "100", "--out", "out"])
        let findings = try String(decoding: command.read("out/findings.json"), as: UTF8.self)
        #expect(
            findings.contains("amplification gives no figure \\\"shares\\\"; there are largestRatio"),
            "\(result.errors)"
        )
        try command.write(
            Self.arms + "\npublished: [{cell: a, value: voice.share/x, published: 1}]\n",
            to: "published.yaml"
        )
        result = try command.run(["reproduce", "published.yaml", "--draws", "100"])
        #expect(result.code == 1 && result.output.contains("voice gives no figure \"share/x\"; there are largestRatio"))
    }

    @Test("a place that is missing is called missing")
    func missingSlot() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.rows, to: "a.csv")
        try command.write(Self.arms.replacing("{part: part}", with: "{part: part, slot: slot}"), to: "recipe.yaml")
        let result = try command.run(["examine", "--recording", "recipe.yaml", "--draws", "100"])
        #expect(result.errors.contains("row 1 of the analysis has none: leave such rows out"), "\(result.errors)")
    }

    @Test("what a terminal would obey does not reach it from names in files")
    func escapes() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write("viewer,item,\u{1B}[2Jwhen\nv,i,1\n", to: "a.csv")
        let result = try command.run(["examine", "--recording", "a.csv"])
        #expect(result.code == 65 && result.errors.contains("[2Jwhen") && !result.errors.contains("\u{1B}"))
    }

    @Test(
        "a full disk behind standard output ends with 73, not with a crash",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))
    )
    func fullOutput() throws {
        let command = try Command()
        defer { command.remove() }
        let result = try command.run(["measures"], output: "/dev/full")
        #expect(result.code == 73 && result.errors.hasPrefix("Error: standard output cannot be written"))
    }

    @Test("a recipe is the same recipe by whatever path it is named")
    func recipePaths() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.rows, to: "deep/a.csv")
        try command.write(Self.arms, to: "deep/recipe.yaml")
        var found: Set<Data> = []
        for path in [
            "deep/recipe.yaml", "./deep/recipe.yaml", "deep/../deep/recipe.yaml",
            "\(command.folder.path)/deep/recipe.yaml",
        ] {
            let result = try command.run(["examine", "--recording", path, "--draws", "100", "--out", "out"])
            #expect(result.code == 0, "\(result.errors)")
            found.insert(try command.read("out/findings.json"))
        }
        #expect(found.count == 1)
    }

    @Test(
        "a published number is read with its sign and its power of ten",
        arguments: [
            ("-0.5", true), ("\u{2212}.5", true), ("-0.50", true), ("0.5", false), ("0.50", false), ("-5e-1", true),
            ("-5.0E-01", true), ("-500e-3", true), ("-5", false), ("-0.5 pp", true),
        ]
    )
    func printedNumbers(_ printed: String, _ agrees: Bool) throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.rows, to: "a.csv")
        // Under ranked one of two is p, under newest both are.
        try command.write(
            Self.arms + "\npublished: [{cell: a, value: voice.difference/p, published: \"\(printed)\"}]\n",
            to: "recipe.yaml"
        )
        let result = try command.run(["reproduce", "recipe.yaml", "--draws", "100"])
        #expect(result.code == (agrees ? 0 : 1), "\(result.output)\(result.errors)")
    }

    @Test("a second run does not read the report of the first, with a recipe of stars and with none")
    func again() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write("viewer,item,seq\nv,i,1\nw,j,2\n", to: "data/a.csv")
        try command.write(
            """
            recipe: stars
            tables: {t: {files: "**/*.csv", order: seq, columns: {viewer: viewer, seq: {type: integer}}}}
            """,
            to: "data/recipe.yaml"
        )
        for recording in ["data", "data/recipe.yaml"] {
            for _ in 1...2 {
                let result = try command.run(
                    ["examine", "--recording", recording, "--draws", "100", "--out", "data/reports/first"]
                )
                #expect(result.code == 0, "\(result.errors)")
            }
        }
    }
}
