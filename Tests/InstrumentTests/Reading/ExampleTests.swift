// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@Suite("Cases that an article decides")
struct ExampleTests {
    @Test(
        "a case that contradicts its article does not load, whatever the evidence",
        arguments: [
            Change("verdict: not-met", "verdict: met", 60, "the case \"far beyond\" is not-met, not met"),
            Change("1.48, 1.79", "1.3, 1.79", 60, "the case \"far beyond\" is not-determined, not not-met"),
            Change(
                "limits: [1.48, 1.79]",
                "census: 1.39",
                60,
                "the case \"far beyond\" is met-with-comments, not not-met"
            ),
            Change(
                "limits: [1.48, 1.79]",
                "evidence: none",
                60,
                "the case \"far beyond\" is not-determined, not not-met"
            ),
            Change("limits: [1.48, 1.79], ", "", 60, "the case \"far beyond\" is not-determined, not not-met"),
            Change(
                "monthlyUsers: 5000000",
                "monthlyUsers: 50000",
                60,
                "the case \"far beyond\" is not-determined, not not-met"
            ),
            Change(
                "monthlyUsers: 5000000",
                "monthlyUsers: 999",
                60,
                "the case \"far beyond\" is not-applicable, not not-met"
            ),
        ]
    )
    func contradiction(_ change: Change) { change.check() }

    @Test(
        "what is known in a case has a form",
        arguments: [
            Change("verdict: not-met\n", "", 60, "field \"verdict\" is missing"),
            Change(
                "verdict: not-met",
                "verdict: maybe",
                62,
                "verdict: \"maybe\" is none of met, met-with-comments, not-met, not-determined, not-applicable"
            ),
            Change("case: far beyond\n", "", 60, "field \"case\" is missing"),
            Change(
                "given: {limits: [1.48, 1.79], monthlyUsers: 5000000}\n",
                "",
                60,
                "field \"given\" is missing: say what is known in the case"
            ),
            Change("1.48, 1.79", "1.79, 1.48", 61, "limits: two numbers were expected, the lower one first"),
            Change("1.48, 1.79", "1.48", 61, "limits: two numbers were expected, the lower one first"),
            Change("1.48, 1.79", "1.48, high", 61, "limits: \"high\" is not a number"),
            Change("limits: [1.48, 1.79]", "counted: {events: 3, of: 2}", 61, Self.twoNumbers),
            Change("limits: [1.48, 1.79]", "counted: {events: 3}", 61, Self.twoNumbers),
            Change("limits: [1.48, 1.79]", "counted: {events: 3, of: 0}", 61, "of must be a whole number, 1 or more"),
            Change("limits: [1.48, 1.79]", "evidence: some", 61, "evidence can only be \"none\""),
            Change(
                "limits: [1.48, 1.79]",
                "limits: [1.48, 1.79], census: 2",
                61,
                "one kind of evidence a case: limits or census"
            ),
            Change(
                "limits: [1.48, 1.79]",
                "limits: [1.48, 1.79], topic: x",
                61,
                "there is no field \"topic\" here; there are limits, counted, census, eValue, evidence, recording, "
                    + "monthlyUsers, surface, access"
            ),
            Change(
                "monthlyUsers: 5000000",
                "surface: town",
                61,
                "surface: \"town\" is none of feed, search, recommendations, notifications, trends, replies, advertisements"
            ),
            Change("monthlyUsers: 5000000", "monthlyUsers: -1", 61, "monthlyUsers must be a whole number, 0 or more"),
        ]
    )
    func form(_ change: Change) { change.check() }

    private static let twoNumbers = "counted: say how many events of how many cases, {events: 3, of: 5000}"

    @Test(
        "evidence belongs to the rule of its clause, and a recording to a measure of the program",
        arguments: [
            Change(
                "limits: [1.48, 1.79]",
                "eValue: {value: 25, pairs: 5, planned: 5}",
                60,
                "eValue is evidence for a clause with \"rule: e-value\" only"
            ),
            Change(
                "tolerance: 0.15",
                "rule: e-value",
                60,
                "a clause with \"rule: e-value\" looks at evidence of the kind eValue only"
            ),
            Change(
                "atMost: 1.25\ntolerance: 0.15",
                "rule: e-value\natLeast: 20",
                [
                    "b.md:37: \(Book.place)evidence against a duty is bounded from above: state \"atMost\" for an e-value",
                    "b.md:60: \(Book.place)a clause with \"rule: e-value\" looks at evidence of the kind eValue only",
                ]
            ),
        ]
    )
    func rules(_ change: Change) { change.check() }

    @Test("a recording is measured later, and only for a measure that the program computes")
    func recordings() throws {
        let text = Book.text.replacing("limits: [1.48, 1.79]", with: "recording: fixtures/a.csv")
        let article = try #require(Book.read(text).articles.first)
        #expect(article.examples[0].evidence == .recording("fixtures/a.csv"))
        #expect(article.verdict(of: article.examples[0], article.clause, confidence: 0.95) == nil)
        let other = text.replacing("measure: voice\nfigure: spread\n", with: "measure: deposits\n")
            .replacing("atMost: 1.25", with: "atMost: 0.5").replacing("bound: 1.5", with: "bound: 0.6")
        #expect(
            Book.problems(other) == [
                "b.md:59: \(Book.place)a recording is measured for a measure of the program only, and deposits is none yet"
            ]
        )
    }

    /// Cases on a clause: at most 0.001, tolerance 0.004.
    private static func book(_ cases: [(String, String)], rule: String = "atMost: 0.001\ntolerance: 0.004") -> String {
        let examples = cases.map { "```example\ncase: \($0.0)\ngiven: {\($0.0)}\nverdict: \($0.1)\n```\n" }
            .joined().replacing("case: ", with: "case: \"x\" # ")
        return Book.head.replacing("confidence: 0.9", with: "confidence: 0.95").replacing(
            "core: ev\n",
            with: "lawsPerArticle: 0\n"
        )
            + "## Article 1 — Replay {#ac-3}\nReplays match.\n```clause\nmeasure: voice\nfigure: spread\nreads: [builds]\n\(rule)\n```\n"
            + examples
    }

    @Test("counted cases are judged by exact limits: the table of the reference, as examples", .tags(.published))
    func counted() {
        let cases = [
            ("counted: {events: 1, of: 59}", "not-determined"), ("counted: {events: 2, of: 59}", "not-met"),
            ("counted: {events: 4, of: 299}", "not-determined"), ("counted: {events: 5, of: 299}", "not-met"),
            ("counted: {events: 0, of: 598}", "met-with-comments"), ("counted: {events: 1, of: 598}", "not-determined"),
            ("counted: {events: 6, of: 598}", "not-determined"), ("counted: {events: 7, of: 598}", "not-met"),
            ("counted: {events: 1, of: 1000}", "met-with-comments"),
            ("counted: {events: 9, of: 1000}", "not-determined"),
            ("counted: {events: 10, of: 1000}", "not-met"), ("counted: {events: 0, of: 2995}", "met"),
            ("counted: {events: 8, of: 2995}", "met-with-comments"),
            ("counted: {events: 22, of: 2995}", "not-determined"),
            ("counted: {events: 23, of: 2995}", "not-met"), ("counted: {events: 1, of: 5000}", "met"),
            ("counted: {events: 16, of: 5000}", "met-with-comments"),
            ("counted: {events: 33, of: 5000}", "not-determined"),
            ("counted: {events: 34, of: 5000}", "not-met"), ("census: 0.001", "met"),
            ("census: 0.005", "met-with-comments"),
            ("census: 0.0051", "not-met"), ("evidence: none", "not-determined"),
        ]
        #expect(Book.problems(Self.book(cases)) == [])
        let wrong = Self.book(cases.map { ($0.0, $0.1 == "not-met" ? "met" : "not-met") })
        // Those that are not met, and those that were not: every case is one that can fail.
        #expect(Book.problems(wrong).count == cases.count)
    }

    @Test("a sample so large that nobody draws it is judged all the same", .tags(.hostile))
    func large() {
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(
                Book.problems(
                    Self.book([
                        ("counted: {events: 0, of: 999999999999}", "met"),
                        ("counted: {events: 999999999999, of: 999999999999}", "not-met"),
                        ("counted: {events: 1000000000, of: 999999999999}", "met-with-comments"),
                    ])
                ) == []
            )
        }
        #expect(time < .seconds(20))
    }

    @Test(
        "a confidence that does not exist is a problem, and no case is decided by it",
        .tags(.hostile),
        arguments: ["95", "1", "0", "-1"]
    )
    func confidence(_ confidence: String) {
        let text = Self.book([("counted: {events: 1, of: 59}", "not-determined")])
        #expect(
            Book.problems(text.replacing("confidence: 0.95", with: "confidence: \(confidence)"))
                == ["b.md:9: confidence must be from 0.5 to below 1"]
        )
    }

    @Test("evidence by betting: refuted from the bound on, kept at the planned number below it, open before")
    func eValues() {
        let cases = [
            ("eValue: {value: 20, pairs: 3, planned: 500}", "not-met"),
            ("eValue: {value: 25, pairs: 500, planned: 500}", "not-met"),
            ("eValue: {value: 19.9, pairs: 499, planned: 500}", "not-determined"),
            ("eValue: {value: 19.9, pairs: 500, planned: 500}", "met"),
            ("eValue: {value: 0, pairs: 0, planned: 500}", "not-determined"),
            ("evidence: none", "not-determined"),
        ]
        #expect(Book.problems(Self.book(cases, rule: "rule: e-value\natMost: 20")) == [])
        #expect(
            Book.problems(Self.book([], rule: "rule: e-value\natMost: 0.5"))
                == ["b.md:31: Article 1, Replay {#ac-3}: atMost: 0.5 is out of range; it can be 1 or more"]
        )
        let criterion = Criterion(.atMost, bound: 20)
        #expect(criterion.verdict(eValue: .infinity, isPlanComplete: false) == .notMet)
        #expect(criterion.verdict(eValue: .nan, isPlanComplete: true) == .notDetermined)
    }

    @Test("a case is decided with the values of the day of the text, or with the first that come")
    func dates() {
        func problems(_ bound: String, _ verdict: String) -> [String] {
            Book.problems(Self.book([("census: 0.5", verdict)], rule: "atMost: \(bound)"))
        }
        // The text is of 2027-06-01.
        let history = "[{from: 2027-01-01, value: 0.6}, {from: 2029-01-01, value: 0.4}]"
        #expect(problems(history, "met").isEmpty && problems(history, "not-met").count == 1)
        let later = "[{from: 2030-01-01, value: 0.4}, {from: 2031-01-01, value: 0.6}]"
        #expect(problems(later, "not-met").isEmpty && problems(later, "met").count == 1)
    }
}
