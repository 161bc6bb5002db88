// SPDX-License-Identifier: Apache-2.0
import Instrument
import Notation
import Testing

@Suite("Reading a rule-book")
struct ClauseFileTests {
    @Test("a rule-book is read as it is written, in its order")
    func reading() throws {
        let text = """
            instrument: Charter
            version: 2026-11-01
            confidence: 0.9
            clauses:
              - id: ev-1
                title: Equal voice
                duty: Voices are heard alike.
                measure: voice
                figure: spread
                reads: [impressions, partition]
                symmetric: partition
                atMost: 1.25
                tolerance: 0.15
                analyses: [first, second]
              - {id: ev-2, title: Meeting, measure: meeting, figure: least, reads: follows, atLeast: 0.8}
            """
        let file = try ClauseFile(text, file: "c.yaml", measures: RuleBook.measures)
        #expect(file.title == "Charter" && file.version == "2026-11-01" && file.confidence == 0.9 && file.text == text)
        let first = try #require(file.clauses.first)
        #expect(first.id == "ev-1" && first.title == "Equal voice" && first.duty == "Voices are heard alike.")
        #expect(first.measure == "voice" && first.figure == "spread" && first.line == 5)
        #expect(first.reads == [.impressions, .partition] && first.isSymmetric)
        #expect(first.criterion == Criterion(.atMost, bound: 1.25, tolerance: 0.15))
        #expect(first.analyses == ["first", "second"])
        let second = try #require(file.clauses.last)
        #expect(second.id == "ev-2" && second.duty.isEmpty && !second.isSymmetric && second.analyses.isEmpty)
        #expect(second.reads == [.follows] && second.criterion == Criterion(.atLeast, bound: 0.8, tolerance: 0))
    }

    @Test("confidence is 0.95 and the version is undated where nothing is said")
    func defaults() throws {
        let file = try ClauseFile(
            "instrument: C\nclauses:\n  - {id: a, title: A, measure: voice, figure: spread, reads: ranks, atMost: 1}\n",
            file: "c.yaml",
            measures: RuleBook.measures
        )
        #expect(file.confidence == 0.95 && file.version == "undated")
    }

    @Test(
        "what is wrong with a clause is said with file and line",
        arguments: [
            ("measure: voice", "measure: noise", 8, "there is no measure \"noise\"; there are meeting, voice"),
            (
                "figure: spread", "figure: sprawl", 9,
                "voice has no figure \"sprawl\"; it has spread, largest, gini/difference"
            ),
            (
                "reads: [impressions]", "reads: [impressions, text]", 10,
                "no clause may read \"text\": it may read \(RuleBook.whitelist)"
            ),
            (
                "reads: [impressions]", "reads: topic", 10,
                "no clause may read \"topic\": it may read \(RuleBook.whitelist)"
            ),
            (
                "reads: [impressions]", "reads: [stance]", 10,
                "no clause may read \"stance\": it may read \(RuleBook.whitelist)"
            ),
            (
                "reads: [impressions]", "reads: []", 10,
                "reads: say what the clause looks at, \(RuleBook.whitelist)"
            ),
            ("    reads: [impressions]\n", "", 6, "reads: say what the clause looks at, \(RuleBook.whitelist)"),
            ("    atMost: 1.25\n", "", 6, "state one of \"atMost\" and \"atLeast\", a number"),
            (
                "atMost: 1.25", "atMost: 1.25\n    atLeast: 0.5", 11,
                "state one of \"atMost\" and \"atLeast\", a number"
            ),
            ("atMost: 1.25", "atMost: much", 11, "atMost: \"much\" is not a number"),
            ("atMost: 1.25", "atMost: \"1.25\"", 11, "atMost: \"1.25\" is not a number"),
            ("atMost: 1.25", "atMost: nan", 11, "atMost: \"nan\" is not a number"),
            ("atMost: 1.25", "atMost: .inf", 11, "atMost: \".inf\" is not a number"),
            ("atMost: 1.25", "atMost: inf", 11, "atMost: \"inf\" is not a number"),
            ("tolerance: 0.15", "tolerance: -0.15", 12, "tolerance must not be negative"),
            ("tolerance: 0.15", "tolerance: [0.15]", 12, "tolerance: a list is not a number"),
            ("symmetric: partition", "symmetric: authors", 13, "symmetric can only be \"partition\""),
            ("symmetric: partition", "symmetric: true", 13, "symmetric can only be \"partition\""),
            (
                "tolerance: 0.15", "tolerence: 0.15", 12,
                "there is no field \"tolerence\" here; there are id, title, duty, measure, figure, reads, symmetric, atMost, "
                    + "atLeast, tolerance, analyses"
            ),
            ("  - id: ev-1\n    title", "  - title", 6, "field \"id\" is missing"),
            ("id: ev-1", "id: \"\"", 6, "a clause needs an id"),
            ("id: ev-1", "id:", 6, "a clause needs an id"),
            ("    title: Equal voice\n", "", 6, "field \"title\" is missing"),
            ("    measure: voice\n", "", 6, "field \"measure\" is missing"),
            ("    figure: spread\n", "", 6, "field \"figure\" is missing"),
            ("id: ev-1", "id: [ev-1]", 6, "id: a list; a text was expected"),
            ("instrument: Charter\n", "", 1, "field \"instrument\" is missing"),
            ("confidence: 0.9", "confidence: 0.4", 3, "confidence must be from 0.5 to below 1"),
            ("confidence: 0.9", "confidence: 1", 3, "confidence must be from 0.5 to below 1"),
            ("confidence: 0.9", "confidence: 95", 3, "confidence must be from 0.5 to below 1"),
            ("confidence: 0.9", "confidence: -0.9", 3, "confidence must be from 0.5 to below 1"),
            ("confidence: 0.9", "confidence: high", 3, "confidence: \"high\" is not a number"),
            (
                "confidence: 0.9", "certainty: 0.9", 3,
                "there is no field \"certainty\" here; there are instrument, version, confidence, clauses"
            ),
        ] as [(String, String, Int, String)]
    )
    func oneProblem(_ old: String, _ new: String, _ line: Int, _ message: String) {
        #expect(RuleBook.text.contains(old))
        #expect(RuleBook.problems(RuleBook.text.replacing(old, with: new)) == ["c.yaml:\(line): \(message)"])
    }

    @Test("a rule-book without a clause is refused: nothing would be asked, and all of it be met")
    func empty() {
        let message = "a rule-book needs at least one clause under \"clauses\""
        #expect(RuleBook.problems("instrument: Charter\n") == ["c.yaml:1: \(message)"])
        #expect(RuleBook.problems("instrument: Charter\n\nclauses: []\n") == ["c.yaml:3: \(message)"])
        #expect(RuleBook.problems("") == ["c.yaml:1: field \"instrument\" is missing", "c.yaml:1: \(message)"])
        #expect(RuleBook.problems("# only a remark\n").count == 2)
        #expect(
            RuleBook.problems("instrument: Charter\nclauses:\n") == ["c.yaml:2: clauses: \"\"; a list was expected"]
        )
        #expect(
            RuleBook.problems("instrument: Charter\nclauses: {id: a}\n")
                == ["c.yaml:2: clauses: a group of fields; a list was expected"]
        )
    }

    @Test("an id that occurs twice is reported where it comes again")
    func duplicates() {
        let clause = "  - {id: a, title: A, measure: voice, figure: spread, reads: ranks, atMost: 1}\n"
        let other = clause.replacing("id: a,", with: "id: b,")
        #expect(
            RuleBook.problems("instrument: C\nclauses:\n" + clause + other + clause + clause)
                == ["c.yaml:5: clause \"a\" occurs twice", "c.yaml:6: clause \"a\" occurs twice"]
        )
    }

    @Test("everything that is wrong is said at once, from the top down")
    func allAtOnce() {
        let text = """
            instrument: Charter
            colour: blue
            clauses:
              - tolerance: -1
                id: a
                figure: spread
                reads: [impressions, truth]
                measure: noise
              - just a text
              - id: b
                symmetric: no
                title: B
                atLeast: 3
                measure: voice
                figure: ratio/left
                reads: [text]
                atMost: 1
            confidence: 2
            """
        #expect(
            RuleBook.problems(text) == [
                "c.yaml:2: there is no field \"colour\" here; there are instrument, version, confidence, clauses",
                "c.yaml:4: field \"title\" is missing",
                "c.yaml:4: tolerance must not be negative",
                "c.yaml:4: state one of \"atMost\" and \"atLeast\", a number",
                "c.yaml:7: no clause may read \"truth\": it may read \(RuleBook.whitelist)",
                "c.yaml:8: there is no measure \"noise\"; there are meeting, voice",
                "c.yaml:9: \"just a text\": a group of fields was expected",
                "c.yaml:9: field \"id\" is missing", "c.yaml:9: field \"title\" is missing",
                "c.yaml:9: field \"measure\" is missing", "c.yaml:9: field \"figure\" is missing",
                "c.yaml:9: reads: say what the clause looks at, \(RuleBook.whitelist)",
                "c.yaml:9: state one of \"atMost\" and \"atLeast\", a number",
                "c.yaml:11: symmetric can only be \"partition\"",
                "c.yaml:15: \"ratio/left\" names a part of the data: a clause treats all names alike; bind one of "
                    + "spread, largest, gini/difference",
                "c.yaml:16: no clause may read \"text\": it may read \(RuleBook.whitelist)",
                "c.yaml:17: state one of \"atMost\" and \"atLeast\", a number",
                "c.yaml:18: confidence must be from 0.5 to below 1",
            ]
        )
    }

    @Test(
        "what is no YAML, or no group of fields, is a problem with its line",
        arguments: [
            ("instrument: [", "c.yaml:2: not YAML: "), ("instrument: C\n\tclauses: 1\n", "c.yaml:2: not YAML: "),
            ("instrument: C\ninstrument: D\n", "c.yaml:1: field \"instrument\" occurs twice"),
            ("- id: a\n", "c.yaml:1: a list: a group of fields was expected"),
            ("just a text\n", "c.yaml:1: \"just a text\": a group of fields was expected"),
            ("instrument: &a C\nversion: *a\n", "c.yaml:2: aliases are not used here"),
        ]
    )
    func malformed(_ text: String, _ beginning: String) {
        #expect(RuleBook.problems(text).first?.hasPrefix(beginning) == true, "\(RuleBook.problems(text))")
    }

    @Test("a text that nobody wrote by hand ends with a problem, and a long rule-book is read")
    func hostile() throws {
        let head = "instrument: C\nclauses:\n"
        #expect(RuleBook.problems(String(repeating: "# x\n", count: 1 << 20 + 1)) == ["c.yaml:1: is larger than 4 MiB"])
        #expect(
            RuleBook.problems(head + String(repeating: "  - x\n", count: 200_001)).first?
                .hasSuffix("holds more than 200000 values") == true
        )
        #expect(RuleBook.problems(head + "  - " + String(repeating: "[", count: 50_000)).count == 1)
        let clauses = (0..<2_000).map {
            "  - {id: c\($0), title: T, measure: voice, figure: spread, reads: ranks, atMost: \($0)}\n"
        }
        let file = try ClauseFile(head + clauses.joined(), file: "c.yaml", measures: RuleBook.measures)
        #expect(file.clauses.map(\.criterion.bound) == (0..<2_000).map { Double($0) })
        let long = String(repeating: "é", count: 100_000)
        #expect(RuleBook.problems(RuleBook.text.replacing("ev-1", with: long)).isEmpty)
    }
}

/// A rule-book of one clause, and the measures it may bind.
enum RuleBook {
    static let measures = [
        "voice": ["spread", "largest", "ratio/<part>", "share/<part>/subject", "gini/difference"],
        "meeting": ["least", "encounter/<part>"],
    ]

    static let whitelist =
        "identifiers, times, ranks, scores, impressions, reactions, follows, surfaces, languages, candidates, sessions, "
        + "declared-advertisement, declared-automation, builds, partition"

    static let text = """
        instrument: Charter
        version: 2026-11-01
        confidence: 0.9
        # A remark.
        clauses:
          - id: ev-1
            title: Equal voice
            measure: voice
            figure: spread
            reads: [impressions]
            atMost: 1.25
            tolerance: 0.15
            symmetric: partition

        """

    /// What is said about a text; empty where it is read.
    static func problems(_ text: String) -> [String] {
        do {
            _ = try ClauseFile(text, file: "c.yaml", measures: measures)
            return []
        } catch {
            return error.list.map(\.description)
        }
    }
}
