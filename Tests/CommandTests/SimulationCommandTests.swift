// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite("Commands about a society") struct SimulationCommandTests {
    private static let small = ["--people", "60", "--days", "3", "--worlds", "8", "--quiet"]

    @Test("kept evidence, measured again as a recording, gives the same figures byte for byte")
    func evidence() throws {
        let command = try Command()
        defer { command.remove() }
        let run = try command.run(
            ["examine", "reddit-hot", "--against", "chronological", "--evidence", "kept", "--out", "one"] + Self.small
        )
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("one/report.html\n"))
        let again = try command.run(
            ["examine", "--recording", "kept/recipe.yaml", "--method", "student", "--out", "two", "--quiet"]
        )
        #expect(again.code == 0, "\(again.errors)")
        #expect(try command.read("one/figures.csv") == command.read("two/figures.csv"))
    }

    @Test("the same command gives the same folder, byte for byte, with any number of threads")
    func replay() throws {
        let command = try Command()
        defer { command.remove() }
        for (out, threads) in [("one", "1"), ("two", "2")] {
            _ = try command.run(["examine", "lemmy-hot", "--threads", threads, "--out", out] + Self.small)
        }
        for file in ["findings.json", "report.html", "figures.csv", "society-series.csv"] {
            #expect(try command.read("one/\(file)") == command.read("two/\(file)"), "\(file)")
        }
    }

    @Test("a ranker beside itself is the same, and ends with 0 or, where something cannot be told, 2")
    func sameness() throws {
        let command = try Command()
        defer { command.remove() }
        let result = try command.run(["diff", "x-2026", "x-2026"] + Self.small)
        #expect(result.code == 0 || result.code == 2)
        #expect(result.output.contains("0 are different"))
        #expect(!result.output.contains("≠"))
    }

    @Test("the settings that are printed are read")
    func settings() throws {
        let command = try Command()
        defer { command.remove() }
        let printed = try command.run(["society", "--settings"])
        #expect(printed.code == 0 && printed.output.contains("visible-share"))
        try command.write(printed.output, to: "all.yaml")
        let run = try command.run(["society", "--society", "all.yaml", "--people", "60", "--steps", "4"])
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test("rankers are listed with their sources")
    func rankers() throws {
        let command = try Command()
        defer { command.remove() }
        #expect(try command.run(["rankers"]).output.contains("x-2026"))
        #expect(try command.run(["rankers", "lemmy-hot"]).output.contains("LemmyNet/lemmy"))
        #expect(try command.run(["rankers", "--format", "json"]).output.hasPrefix("["))
    }

    @Test(
        "wrong use says what was expected",
        .tags(.hostile),
        arguments: [
            (["examine", "x-206"], 64, "did you mean x-2026?"),
            (["examine", "x-2026", "--recording", "a.yaml"], 64, "belong to a recording"),
            (["examine", "--recording", "a.yaml", "--worlds", "9"], 64, "belong to a ranker"),
            (["examine", "x-2026", "--worlds", "3"], 64, "from 8 to"),
            (["examine", "x-2026", "--people", "5"], 64, "from 20 to"),
            (["examine", "x-2026", "--against", "nobody"], 64, "There is no ranker"),
            (["examine", "x-2026", "--society", "none.yaml"], 66, "none.yaml: there is no such file"),
            (["diff", "x-2026"], 64, "new"), (["diff", "x-2026", "hot"], 64, "There is no ranker"),
            (["diff", "x-2023", "x-2026", "--margin", "0"], 64, "above 0"),
            (["rankers", "none"], 64, "There is no ranker"),
        ] as [([String], Int32, String)]
    )
    func usage(arguments: [String], code: Int32, words: String) throws {
        let command = try Command()
        defer { command.remove() }
        let result = try command.run(arguments)
        #expect(result.code == code)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.output.isEmpty)
    }
}
