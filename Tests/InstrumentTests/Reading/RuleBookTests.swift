// SPDX-License-Identifier: Apache-2.0
import Notation
import TestSupport
import Testing

@testable import Instrument

@Suite("Reading a rule-book")
struct RuleBookTests {
    @Test("a rule-book is read as it is written")
    func reading() throws {
        let book = try Book.read()
        #expect(book.head.title == "Charter" && book.head.version == "0.1" && book.head.date == Day("2027-06-01"))
        #expect(book.head.confidence == 0.9 && book.head.core == "ev" && book.head.lawsPerArticle == 2)
        #expect(book.preamble == ["What is signed here holds."])
        #expect(book.sources == [RuleBook.Source(name: "b.md", text: Book.text)])
        #expect(book.measures.map(\.name) == ["deposits"] && book.measures[0].unit == "share")
        #expect(book.measures[0].least == 0 && book.measures[0].most == 1)
        #expect(book.laws.map(\.key) == ["a.bill", "eu.dsa", "iccpr"])
        #expect(book.laws[0].status == .bill && book.laws[0].uri == "https://example.org/1" && book.laws[1].uri == nil)
        #expect(book.laws[1].citation == "Regulation (EU) 2022/2065")

        let article = try #require(book["ev-1"])
        #expect(article.label == "Article 1" && article.chapter == "Chapter I — Voice")
        #expect(article.prose == ["Because people differ."])
        let clause = try #require(article.clause(asOf: book.date))
        #expect(clause.id == "ev-1" && clause.title == "Equal voice" && clause.duty == "Voices are heard alike.")
        #expect(clause.measure == "voice" && clause.figure == "spread" && clause.population == "authors")
        #expect(clause.reads == [.impressions] && clause.isSymmetric && clause.rule == .limits && clause.isCore)
        #expect(clause.criterion == Criterion(.atMost, bound: 1.25, tolerance: 0.15))
        #expect(clause.parameters == [.surfaces: .set(["feed", "search"]), .minMonthlyUsers: .number(1_000)])
        #expect(clause.access == .replay && clause.method == .test && clause.burden == .body && clause.status == .draft)
        #expect(clause.evidence == ["impressions"] && clause.file == "b.md" && clause.line == 24)
        #expect(clause.anchors.map(\.law) == ["iccpr", "eu.dsa"] && clause.anchors[1].place == "34(1)(b)")
        #expect(clause.anchors.map(\.relation) == [.intersectsWith, .subsetOf])

        let exception = try #require(article.exceptions.first)
        #expect(
            exception.id == "ev-1.small" && exception.title == "Exception for small services" && exception.of == "ev-1"
        )
        #expect(exception.when == Condition(monthlyUsersBelow: 100_000) && exception.line == 49)
        #expect(exception.effect == .replaces(ClauseException.Replacement(bound: 1.5, access: .records)))
        #expect(exception.prose == ["Small services cannot do all."])
        let example = try #require(article.examples.first)
        #expect(example.title == "far beyond" && example.verdict == .notMet && example.line == 60)
        #expect(
            example.evidence == .limits(lower: 1.48, upper: 1.79) && example.circumstances.monthlyUsers == 5_000_000
        )
    }

    @Test("what is not said has a value that can be relied on")
    func defaults() throws {
        let text = """
            ```instrument
            title: C
            version: 1
            lawsPerArticle: 0
            ```
            ## Equal voice {#a}
            Voices.
            ```clause
            measure: voice
            figure: spread
            reads: ranks
            atLeast: 1
            ```
            """
        let book = try Book.read(text)
        #expect(book.head.confidence == 0.95 && book.head.adverseShare == 0.25 && book.head.insufficientAccess == 0.5)
        #expect(book.head.core == nil && book.head.entry == EntryIntoForce(parties: 3, days: 90))
        #expect(book.head.date == nil && book.date.description == "0001-01-01" && book.preamble.isEmpty)
        let clause = try #require(book.clauses(asOf: book.date).first)
        #expect(clause.criterion == Criterion(.atLeast, bound: 1, tolerance: 0) && clause.title == "Equal voice")
        #expect(!clause.isSymmetric && !clause.isCore && clause.access == .outside && clause.method == .test)
        #expect(
            clause.parameters.isEmpty && clause.anchors.isEmpty && clause.analyses.isEmpty && clause.status == .draft
        )
        #expect(book.articles[0].label == "Article 1" && book.articles[0].chapter.isEmpty)
    }

    @Test(
        "what is wrong with a clause is said with file, line and heading",
        arguments: [
            Change(
                "measure: voice",
                "measure: noise",
                31,
                "there is no measure \"noise\"; there are deposits, meeting, voice"
            ),
            Change("measure: voice\n", "", 31, "field \"measure\" is missing"),
            Change(
                "figure: spread",
                "figure: sprawl",
                32,
                "voice has no figure \"sprawl\"; it has spread, largest, gini/difference"
            ),
            Change(
                "figure: spread\n",
                "",
                31,
                "field \"figure\" is missing: bind one of spread, largest, gini/difference"
            ),
            Change(
                "reads: [impressions]",
                "reads: topic",
                34,
                "no clause may read \"topic\": it may read \(Book.whitelist)"
            ),
            Change(
                "reads: [impressions]",
                "reads: [impressions, text]",
                34,
                "no clause may read \"text\": it may read \(Book.whitelist)"
            ),
            Change(
                "reads: [impressions]",
                "reads: [stance]",
                34,
                "no clause may read \"stance\": it may read \(Book.whitelist)"
            ),
            Change("reads: [impressions]", "reads: []", 34, "reads: say what the clause looks at, \(Book.whitelist)"),
            Change("reads: [impressions]\n", "", 31, "reads: say what the clause looks at, \(Book.whitelist)"),
            Change("atMost: 1.25\n", "", 31, "state one of \"atMost\" and \"atLeast\", a number"),
            Change(
                "atMost: 1.25",
                "atMost: 1.25\natLeast: 0.5",
                36,
                "state one of \"atMost\" and \"atLeast\", a number"
            ),
            Change("atMost: 1.25", "atMost: much", 36, "atMost: \"much\" is not a number"),
            Change("atMost: 1.25", "atMost: \"1.25\"", 36, "atMost: \"1.25\" is not a number"),
            Change("atMost: 1.25", "atMost: nan", 36, "atMost: \"nan\" is not a number"),
            Change("atMost: 1.25", "atMost: .inf", 36, "atMost: \".inf\" is not a number"),
            Change("atMost: 1.25", "atMost: -inf", 36, "atMost: \"-inf\" is not a number"),
            Change("atMost: 1.25", "atMost: 1e400", 36, "atMost: \"1e400\" is not a number"),
            Change("atMost: 1.25", "atMost:", 36, "atMost: \"\" is not a number"),
            Change("atMost: 1.25", "atMost: null", 36, "atMost: \"null\" is not a number"),
            Change("tolerance: 0.15", "tolerance: -0.15", 37, "tolerance: -0.15 is out of range; it can be 0 or more"),
            Change("tolerance: 0.15", "tolerance: [0.15]", 37, "tolerance: a list is not a number"),
            Change(
                "symmetric: partition",
                "symmetric: authors",
                35,
                "symmetric: \"authors\" is none of partition, accounts"
            ),
            Change("symmetric: partition", "symmetric: true", 35, "symmetric: \"true\" is none of partition, accounts"),
            Change(
                "tolerance: 0.15",
                "tolerence: 0.15",
                37,
                "there is no field \"tolerence\" here; there are measure, figure, population, reads, symmetric, atMost, "
                    + "atLeast, tolerance, rule, parameters, access, method, burden, status, evidence, anchors, analyses"
            ),
            Change("access: L2", "access: L4", 39, "access: \"L4\" is none of L0, L1, L2, L3"),
            Change("method: TEST", "method: GUESS", 40, "method: \"GUESS\" is none of TEST, EXAMINE"),
            Change("burden: body", "burden: nobody", 41, "burden: \"nobody\" is none of body, platform"),
            Change("status: draft", "status: old", 42, "status: \"old\" is none of draft, candidate, adopted"),
            Change("tolerance: 0.15", "rule: vote", 37, "rule: \"vote\" is none of limits, e-value"),
        ]
    )
    func clause(_ change: Change) { change.check() }

    @Test(
        "what is negotiated is a closed list, and so is what a set may hold",
        arguments: [
            Change(
                "surfaces: [feed, search]",
                "surfaces: [feed, stance]",
                38,
                "surfaces: there is no \"stance\"; there are feed, search, recommendations, notifications, trends, replies, "
                    + "advertisements"
            ),
            Change(
                "surfaces: [feed, search]",
                "surfaces: []",
                38,
                "surfaces: an empty set leaves the clause without an object"
            ),
            Change(
                "surfaces: [feed, search]",
                "fields: [reach, text]",
                38,
                "fields: there is no \"text\"; there are sponsor, payer, amount, period, election, audience, reach"
            ),
            Change(
                "surfaces: [feed, search]",
                "categories: [party]",
                38,
                "categories: there is no \"party\"; there are political opinion, religion, health, ethnic origin, sexual life, "
                    + "union membership"
            ),
            Change("surfaces: [feed, search]", "groups: [left]", 38, Self.noParameter("groups")),
            Change("surfaces: [feed, search]", "bound: 1", 38, Self.noParameter("bound")),
            Change("surfaces: [feed, search]", "limit: 1", 38, Self.noParameter("limit")),
            Change(
                "minMonthlyUsers: 1000",
                "minMonthlyUsers: -1",
                38,
                "minMonthlyUsers: -1 is out of range; it can be from 0 to 1000000000000"
            ),
            Change(
                "minMonthlyUsers: 1000",
                "detectionProbability: 1.5",
                38,
                "detectionProbability: 1.5 is out of range; it can be from 0 to 1"
            ),
            Change("minMonthlyUsers: 1000", "graceDays: soon", 38, "graceDays: \"soon\" is not a number"),
            Change(
                "parameters: {surfaces: [feed, search], minMonthlyUsers: 1000}",
                "parameters: 3",
                38,
                "\"3\": a group of fields was expected"
            ),
        ]
    )
    func parameters(_ change: Change) { change.check() }

    private static func noParameter(_ name: String) -> String {
        "there is no field \"\(name)\" here; there are graceDays, answerDays, entryDays, publishDays, withinHours, "
            + "commitEveryMinutes, maxSteps, alteredShare, distance, minMonthlyUsers, detectionProbability, surfaces, fields, "
            + "categories"
    }

    @Test(
        "an article reaches at least two different laws that are listed, bills not counted",
        arguments: [
            Change("  - {to: eu.dsa, at: \"34(1)(b)\", relation: subset-of}\n", "", 45, Self.anchors),
            Change("to: eu.dsa", "to: a.bill", 45, Self.anchors),
            Change("to: eu.dsa", "to: iccpr", 45, Self.anchors),
            Change(
                "to: eu.dsa",
                "to: us.law",
                [
                    "b.md:45: \(Book.place)\(Self.anchors)",
                    "b.md:46: \(Book.place)there is no law \"us.law\"; there are a.bill, eu.dsa, iccpr",
                ]
            ),
            Change(", relation: subset-of", "", 46, "field \"relation\" is missing"),
            Change(
                "relation: subset-of",
                "relation: near",
                46,
                "relation: \"near\" is none of equivalent-to, equal-to, subset-of, superset-of, intersects-with"
            ),
            Change("at: \"34(1)(b)\", ", "", 46, "field \"at\" is missing"),
        ]
    )
    func laws(_ change: Change) { change.check() }

    private static let anchors = "anchors reach 1 of the 2 different laws that are needed, bills not counted"

    @Test(
        "what is wrong with the head or the vocabulary is said with file and line",
        arguments: [
            Change("title: Charter\n", "", ["b.md:6: field \"title\" is missing"]),
            Change("version: \"0.1\"\n", "", ["b.md:6: field \"version\" is missing"]),
            Change("date: 2027-06-01", "date: soon", ["b.md:8: date: \"soon\" is no day; a day is written 2027-01-31"]),
            Change(
                "date: 2027-06-01",
                "date: 2027-02-29",
                ["b.md:8: date: \"2027-02-29\" is no day; a day is written 2027-01-31"]
            ),
            Change("confidence: 0.9", "confidence: 0.4", ["b.md:9: confidence must be from 0.5 to below 1"]),
            Change("confidence: 0.9", "confidence: 1", ["b.md:9: confidence must be from 0.5 to below 1"]),
            Change("confidence: 0.9", "confidence: 95", ["b.md:9: confidence must be from 0.5 to below 1"]),
            Change("confidence: 0.9", "confidence: -0.9", ["b.md:9: confidence must be from 0.5 to below 1"]),
            Change("confidence: 0.9", "confidence: high", ["b.md:9: confidence: \"high\" is not a number"]),
            Change(
                "confidence: 0.9",
                "certainty: 0.9",
                [
                    "b.md:9: there is no field \"certainty\" here; there are title, version, date, confidence, core, "
                        + "adverseShare, insufficientAccess, lawsPerArticle, entryIntoForce"
                ]
            ),
            Change("core: ev", "core: ac", ["b.md:5: core: no article has an id that begins with \"ac-\""]),
            Change("core: ev", "adverseShare: 25", ["b.md:10: adverseShare must be from 0 to 1"]),
            Change("core: ev", "insufficientAccess: -1", ["b.md:10: insufficientAccess must be from 0 to 1"]),
            Change(
                "core: ev",
                "entryIntoForce: {parties: 0, days: 90}",
                ["b.md:10: parties must be a whole number, 1 or more"]
            ),
            Change(
                "core: ev",
                "entryIntoForce: {parties: 2, days: 90000}",
                ["b.md:10: days: a hundred years are the most"]
            ),
            Change("core: ev", "lawsPerArticle: 1.5", ["b.md:10: lawsPerArticle must be a whole number, 0 or more"]),
            Change("unit: share, ", "", ["b.md:15: field \"unit\" is missing"]),
            Change(", what: \"share deposited in time\"", "", ["b.md:15: field \"what\" is missing"]),
            Change("least: 0, most: 1", "least: 1, most: 0", ["b.md:15: most lies below least"]),
            Change(
                "status: binding",
                "status: good",
                ["b.md:17: status: \"good\" is none of binding, bill, soft, judgment"]
            ),
            Change(", status: binding", "", ["b.md:17: field \"status\" is missing"]),
        ]
    )
    func head(_ change: Change) { change.check() }

    @Test(
        "a value that the measure cannot have is out of range, in the clause and in its exceptions",
        arguments: [
            Change(
                "measure: voice\nfigure: spread\n",
                "measure: deposits\n",
                [
                    "b.md:35: \(Book.place)atMost: 1.25 is out of range; it can be from 0 to 1",
                    "b.md:48: \(Book.place)bound of \"ev-1.small\" is out of range; it can be from 0 to 1",
                ]
            ),
            Change(
                "measure: voice\nfigure: spread\n",
                "measure: deposits\nfigure: spread\n",
                [
                    "b.md:32: \(Book.place)deposits is not computed yet, so it has no figure \"spread\"",
                    "b.md:36: \(Book.place)atMost: 1.25 is out of range; it can be from 0 to 1",
                    "b.md:49: \(Book.place)bound of \"ev-1.small\" is out of range; it can be from 0 to 1",
                ]
            ),
        ]
    )
    func range(_ change: Change) { change.check() }

    @Test("an id that occurs twice is reported where it comes again, with the first place")
    func duplicates() {
        let again = Book.article.replacing("Article 1 —", with: "Article 2 —")
        #expect(
            Book.problems([("a.md", Book.text), ("c.md", again)]) == [
                "c.md:1: the id \"ev-1\" occurs twice; it is at a.md:24, too",
                "c.md:26: the id \"ev-1.small\" occurs twice; it is at a.md:49, too",
            ]
        )
        #expect(
            Book.problems(
                "```vocabulary\nmeasures:",
                "```vocabulary\nlaws: {iccpr: {title: C, citation: C, status: soft}}\n```\n```vocabulary\nmeasures:"
            )
                == ["b.md:20: law \"iccpr\" occurs twice"]
        )
        #expect(
            Book.problems("laws:", "  deposits: {unit: share, what: x}\nlaws:").first
                == "b.md:15: field \"deposits\" occurs twice in one group"
        )
        let measure = "```vocabulary\nmeasures: {deposits: {unit: share, what: x}}\n```\n"
        #expect(Book.problems(Book.text + measure) == ["b.md:65: measure \"deposits\" occurs twice"])
    }

    @Test("a rule-book over several files is one, whatever file its head and its vocabulary are in")
    func files() throws {
        let other = Book.article.replacing("ev-1", with: "ev-2").replacing("Article 1", with: "Article 2")
        let book = try RuleBook(
            [("1.md", Book.article), ("2.md", Book.head), ("3.md", other)].map {
                RuleBook.Source(name: $0.0, text: $0.1)
            },
            measures: Book.measures
        )
        #expect(
            book.articles.map(\.clause.id) == ["ev-1", "ev-2"] && book.articles.map(\.clause.file) == ["1.md", "3.md"]
        )
        #expect(book.articles.map(\.chapter) == ["", "Chapter I — Voice"])
        // Paragraphs behind the first article are no preamble.
        #expect(book.preamble.isEmpty)
    }

    @Test("everything that is wrong is said at once, file by file, from the top down")
    func allAtOnce() {
        let text = """
            ```instrument
            title: C
            version: 1
            colour: blue
            confidence: 2
            ```
            ## Article 1 — One {#a-1}
            Duty.
            ```clause
            measure: noise
            reads: [impressions, truth]
            tolerance: -1
            symmetric: no
            ```
            ```example
            case: x
            given: {limits: [2, 1]}
            verdict: fine
            ```
            ## Article 2 — Two {#a-2}
            ```clause
            - just a text
            ```
            """
        let one = "Article 1, One {#a-1}: "
        let two = "Article 2, Two {#a-2}: "
        let found = Book.problems([("z.md", text), ("a.md", "```clause\nx: 1\n```\n")])
        #expect(
            found == [
                "z.md:4: there is no field \"colour\" here; there are title, version, date, confidence, core, adverseShare, "
                    + "insufficientAccess, lawsPerArticle, entryIntoForce",
                "z.md:5: confidence must be from 0.5 to below 1",
                "z.md:10: \(one)there is no measure \"noise\"; there are meeting, voice",
                "z.md:10: \(one)state one of \"atMost\" and \"atLeast\", a number",
                "z.md:10: \(one)anchors reach 0 of the 2 different laws that are needed, bills not counted",
                "z.md:11: \(one)no clause may read \"truth\": it may read \(Book.whitelist)",
                "z.md:12: \(one)tolerance: -1 is out of range; it can be 0 or more",
                "z.md:13: \(one)symmetric: \"no\" is none of partition, accounts",
                "z.md:17: \(one)limits: two numbers were expected, the lower one first",
                "z.md:18: \(one)verdict: \"fine\" is none of met, met-with-comments, not-met, not-determined, not-applicable",
                "z.md:20: \(two)the duty is missing: the first paragraph below the heading",
                "z.md:21: \(two)field \"measure\" is missing",
                "z.md:21: \(two)state one of \"atMost\" and \"atLeast\", a number",
                "z.md:21: \(two)reads: say what the clause looks at, \(Book.whitelist)",
                "z.md:21: \(two)anchors reach 0 of the 2 different laws that are needed, bills not counted",
                "z.md:22: \(two)a list: a group of fields was expected",
                "a.md:1: a block \"clause\" belongs below the heading of an article, \"## Article 1 — Title {#xx-1}\"",
            ]
        )
    }
}
