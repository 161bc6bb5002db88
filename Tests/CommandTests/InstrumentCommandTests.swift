// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

/// The questions that delegates ask, from the command line.
@Suite struct InstrumentCommandTests {
    private static let charter = """
        ```instrument
        title: Charter
        version: "1"
        date: 2027-01-01
        core: ac
        lawsPerArticle: 0
        entryIntoForce: {parties: 2, days: 10}
        ```

        ```vocabulary
        measures: {mismatch: {unit: share, least: 0, most: 1, what: A share}}
        ```

        ## Article 1 — The core {#ac-1}

        What runs is what was handed in.

        ```clause
        measure: mismatch
        reads: builds
        atMost: 0.01
        ```

        ## Article 2 — Voice {#ev-1}

        Voices are heard alike.

        ```clause
        measure: amplification
        figure: spread
        reads: [impressions, partition]
        symmetric: partition
        atMost: 1.25
        tolerance: 0.25
        ```

        ```example
        case: beyond the tolerance
        given: {limits: [1.6, 1.9]}
        verdict: not-met
        ```
        """

    private static let positions = [
        "p/a.yaml": "signatory: A\nratified: 2027-02-01\nclauses: {ac-1: {}, ev-1: {bound: 1.1}}\n",
        "p/b.yaml": "signatory: B\nratified: 2027-03-01\nclauses: {ac-1: {}, ev-1: {}}\n",
        "new.yaml": "signatory: N\nclauses: {ac-1: {bound: 0.5}}\n",
    ]

    private static func folder() throws -> Command {
        let command = try Command()
        try command.write(charter, to: "charter.md")
        for (name, text) in positions { try command.write(text, to: name) }
        return command
    }

    @Test(
        "each question has its answer and its exit code",
        arguments: [
            (["check", "charter.md"], 0, "2 articles, 0 exceptions, 0 laws\n1 case decided as the text says"),
            (["check", "charter.md", "--positions", "p"], 0, "2 positions read"),
            (["show", "charter.md"], 0, "Voice"), (["show", "charter.md", "ev-1"], 0, "Voices are heard alike."),
            (["derive", "charter.md", "--positions", "p"], 0, "All 2 signatories accept 2 of 2 clauses."),
            (
                ["what-if", "charter.md", "--positions", "p", "--of", "B", "ev-1.bound=1.2"], 0,
                "ev-1 bound: 1.25 → 1.2"
            ),
            (["what-if", "charter.md", "--positions", "p", "--of", "A", "ev-1=none"], 0, "ev-1: goes"),
            (["what-if", "charter.md", "--positions", "p", "--of", "B", "--leaves"], 0, "1.25 → 1.1"),
            (["spoilers", "charter.md", "--positions", "p"], 0, "without"),
            (["coverage", "charter.md", "--positions", "p"], 0, "accept 2 of 2"),
            (["packages", "charter.md", "--positions", "p", "--at-least", "1"], 0, "1 package"),
            (["protocol", "charter.md", "--positions", "p", "--between", "A"], 0, "1.25 → 1.1"),
            (["accede", "charter.md", "--positions", "p", "--newcomer", "new.yaml"], 1, "cannot join"),
            (["as-of", "2027-03-05", "charter.md", "--positions", "p"], 0, "it comes into force on 2027-03-11"),
            (["as-of", "2027-04-01", "charter.md", "--positions", "p"], 0, "In force since 2027-03-11"),
            (
                ["as-of", "2027-04-01", "charter.md", "--positions", "p", "--between", "A", "B"], 0,
                "A and B owe each other 2 clauses, the whole instrument."
            ),
            (
                ["compare", "p/a.yaml", "p/b.yaml", "--vocabulary", "charter.md"], 0,
                "p/a.yaml is stricter than p/b.yaml"
            ),
            (["compare", "charter.md", "charter.md"], 0, "asks for just what"),
        ] as [([String], Int32, String)]
    )
    func answers(arguments: [String], code: Int32, words: String) throws {
        let command = try Self.folder()
        defer { command.remove() }
        let result = try command.run(["instrument"] + arguments)
        #expect(result.code == code && result.output.contains(words) && result.errors.isEmpty, "\(result)")
    }

    @Test(
        "what is wrong is said with what was expected",
        arguments: [
            (["derive", "charter.md"], 64, "--positions"),
            (["derive", "none.md", "--positions", "p"], 66, "none.md: there is no such file"),
            (["derive", "charter.md", "--positions", "gone"], 66, "gone: there is no such file"),
            (["show", "charter.md", "ev-9"], 64, "there are ac-1, ev-1"),
            (["show", "charter.md", "--as-of", "2027-02-30"], 64, "2027-02-30"),
            (["what-if", "charter.md", "--positions", "p", "--of", "A"], 64, "--leaves"),
            (["what-if", "charter.md", "--positions", "p", "--of", "Z", "--leaves"], 64, "there are A, B"),
            (
                ["what-if", "charter.md", "--positions", "p", "--of", "A", "ev-1.bound=much"], 65,
                "\"much\" is not a number"
            ),
            (["what-if", "charter.md", "--positions", "p", "--of", "A", "ev-2=none"], 65, "it has ac-1, ev-1"),
            (["what-if", "charter.md", "--positions", "p", "--of", "A", "ev-1"], 65, "ev-3.bound=1.25"),
            (["packages", "charter.md", "--positions", "p", "--at-least", "3"], 64, "1 … 2 signatories"),
            (["protocol", "charter.md", "--positions", "p", "--between", "Q"], 64, "there are A, B"),
            (["as-of", "soon", "charter.md", "--positions", "p"], 64, "soon"),
            (["compare", "p/a.yaml", "p/b.yaml"], 65, "--vocabulary"),
            (
                ["accede", "charter.md", "--positions", "p", "--newcomer", "p/a.yaml"], 64,
                "among the positions already"
            ),
        ] as [([String], Int32, String)]
    )
    func mistakes(arguments: [String], code: Int32, words: String) throws {
        let command = try Self.folder()
        defer { command.remove() }
        let result = try command.run(["instrument"] + arguments)
        #expect(result.code == code && result.errors.contains(words) && result.output.isEmpty, "\(result)")
    }

    @Test("a broken rule-book prints every problem with file, line and article, and ends with 65")
    func broken() throws {
        let command = try Self.folder()
        defer { command.remove() }
        let text = Self.charter.replacing("reads: builds", with: "reads: [builds, topic]")
            .replacing("figure: spread", with: "figure: share/left").replacing("verdict: not-met", with: "verdict: met")
        try command.write(text, to: "broken/1.md")
        let result = try command.run(["instrument", "check", "broken"])
        #expect(result.code == 65)
        #expect(result.errors.contains("broken/1.md:20: Article 1, The core {#ac-1}: no clause may read \"topic\""))
        #expect(
            result.errors.contains("broken/1.md:30: Article 2, Voice {#ev-1}: \"share/left\" names a part of the data")
        )
    }

    @Test("a clause binds where it says only, and a name cannot command the terminal")
    func placesAndNames() throws {
        let command = try Self.folder()
        defer { command.remove() }
        let text = Self.charter.replacing(
            "tolerance: 0.25",
            with: "tolerance: 0.25\nparameters: {surfaces: [feed, search]}"
        )
        try command.write(text, to: "charter.md")
        var rows = "viewer,arm,seq,item,author,part\n"
        for viewer in 0..<30 {
            for seq in 0..<6 {
                rows += "v\(viewer),reference,\(seq),i\(seq),a\(seq),\(seq % 2 == 0 ? "one" : "two")\n"
                rows += "v\(viewer),subject,\(seq),j\(seq),a\(seq),\(seq % 6 == 0 ? "one" : "two")\n"
            }
        }
        try command.write(rows, to: "tilted.csv")
        let examine = ["examine", "--recording", "tilted.csv", "--instrument", "charter.md", "--draws", "200"]
        #expect(try command.run(examine + ["--surface", "feed"]).code == 1)
        let elsewhere = try command.run(examine + ["--surface", "replies"])
        #expect(elsewhere.code == 2 && elsewhere.output.contains("it binds feed, search, and this is replies"))
        // An escape in a name that YAML spells out, and one that an argument brings.
        try command.write("signatory: \"A\\e[31mB\"\nclauses: {ac-1: {}}\n", to: "p/x.yaml")
        let refused = try command.run(["instrument", "derive", "charter.md", "--positions", "p"])
        #expect(refused.code == 65 && refused.errors.contains("U+001B") && !refused.errors.contains("\u{1B}"))
        let unknown = try command.run(["instrument", "show", "charter.md", "\u{1B}[31m\u{202E}x"])
        #expect(unknown.code == 64 && !unknown.errors.contains("\u{1B}") && !unknown.errors.contains("\u{202E}"))
    }

    @Test("a recording beside the text is measured: a case that its article decides otherwise is found")
    func recordings() throws {
        let command = try Self.folder()
        defer { command.remove() }
        var rows = "viewer,arm,seq,item,author,part\n"
        for viewer in 0..<30 {
            for seq in 0..<6 {
                rows += "v\(viewer),reference,\(seq),i\(seq),a\(seq),\(seq % 2 == 0 ? "one" : "two")\n"
                rows += "v\(viewer),subject,\(seq),j\(seq),a\(seq),\(seq % 6 == 0 ? "one" : "two")\n"
            }
        }
        try command.write(rows, to: "fixtures/tilted.csv")
        let example =
            "\n\n```example\ncase: a tilted recording\ngiven: {recording: fixtures/tilted.csv}\nverdict: met\n```\n"
        try command.write(Self.charter + example, to: "charter.md")
        let wrong = try command.run(["instrument", "check", "charter.md"])
        #expect(wrong.code == 65 && wrong.errors.contains("the case \"a tilted recording\" is not-met, not met"))
        try command.write(Self.charter + example.replacing("verdict: met", with: "verdict: not-met"), to: "charter.md")
        let right = try command.run(["instrument", "check", "charter.md"])
        #expect(right.code == 0 && right.output.contains("2 cases decided as the text says, 1 of them measured"))
        for path in ["../secret.csv", "/etc/passwd", "fixtures/none.csv"] {
            try command.write(Self.charter + example.replacing("fixtures/tilted.csv", with: path), to: "charter.md")
            let refused = try command.run(["instrument", "check", "charter.md"])
            #expect(refused.code == 65 && refused.errors.contains("cannot be measured"), "\(path)")
        }
    }
}
