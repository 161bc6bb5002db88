// SPDX-License-Identifier: Apache-2.0
import Instrument
import Notation
import TestSupport
import Testing

@Suite("Reading a position")
struct PositionTextTests {
    private static let eValue = """

        ## Article 2 — Blind {#ac-5}
        Nobody knows who looks.
        ```clause
        measure: voice
        figure: spread
        reads: [builds]
        rule: e-value
        atMost: 20
        anchors: [{to: iccpr, at: 1, relation: subset-of}, {to: eu.dsa, at: 1, relation: subset-of}]
        ```

        ## Article 3 — In time {#pl-1}
        What serves is deposited.
        ```clause
        measure: deposits
        reads: [builds]
        atLeast: [{from: 2027-01-01, value: 0.99}, {from: 2030-01-01, value: null}]
        tolerance: 0.01
        anchors: [{to: iccpr, at: 1, relation: subset-of}, {to: eu.dsa, at: 1, relation: subset-of}]
        ```
        """

    private static func read(_ text: String, on day: String = "2027-06-01") throws -> Position {
        let day = try #require(Day(day))
        return try Position(text, file: "p.yaml", for: Book.read(Book.text + eValue), asOf: day)
    }

    private func problems(_ text: String) throws -> [String] {
        do {
            _ = try Self.read(text)
            return []
        } catch let error as Problems {
            return error.list.map(\.description)
        }
    }

    @Test(
        "a clause that is named is accepted as proposed but for what is stated, one that is not named is not accepted"
    )
    func reading() throws {
        let position = try Self.read(
            """
            signatory: A
            vocabulary: "0.1"
            asOf: 2027-01-01
            ratified: 2027-02-01
            left: 2028-02-01
            clauses:
              ev-1: {bound: 1.4, surfaces: [feed]}
              ac-5:
            reservations: [{clause: pl-1, parameters: [tolerance]}]
            """
        )
        #expect(position.signatory == "A" && position.vocabulary == "0.1" && position.stated == Day("2027-01-01"))
        #expect(position.ratified == Day("2027-02-01") && position.left == Day("2028-02-01"))
        #expect(
            position.terms
                == Terms([
                    "ev-1": [
                        .bound: .number(1.4), .limit: .number(1.55), .surfaces: .set(["feed"]),
                        .minMonthlyUsers: .number(1_000),
                    ], "ac-5": [.bound: .number(20), .limit: .number(20)],
                ])
        )
        #expect(
            position.reservations == [Reservation(clause: "pl-1", parameters: [.bound, .limit])]
        )
    }

    @Test("JSON is read as YAML is, and an empty position is one that accepts nothing")
    func json() throws {
        let json =
            "{\"signatory\":\"A\",\"clauses\":{\"ev-1\":{\"bound\":1.25,\"tolerance\":0.05},\"pl-1\":{}},\"reservations\":[]}"
        let position = try Self.read(json)
        #expect(position.terms["ev-1"]?[.limit] == .number(1.3))
        #expect(position.terms["pl-1"] == [.bound: .number(0.99), .limit: .number(0.98)])
        #expect(
            try Self.read("signatory: A").terms == Terms() && Self.read("signatory: A\nclauses: {}").terms == Terms()
        )
    }

    @Test("bound and tolerance are one pair: what is stated of one is put together with what is proposed of the other")
    func pair() throws {
        #expect(
            try Self.read("{signatory: A, clauses: {ev-1: {tolerance: 0}}}").terms["ev-1"]?[.limit] == .number(1.25)
        )
        #expect(try Self.read("{signatory: A, clauses: {pl-1: {bound: 0.9}}}").terms["pl-1"]?[.limit] == .number(0.89))
        #expect(
            try Self.read("{signatory: A, clauses: {ev-1: {bound: -0, tolerance: 0}}}").terms["ev-1"]?[.bound]?.number?
                .sign == .plus
        )
    }

    @Test(
        "what is wrong with a position is said with file, line and clause",
        arguments: [
            ("clauses: {}", ["p.yaml:1: field \"signatory\" is missing"]),
            (
                "signatory: \"\"",
                ["p.yaml:1: signatory: a name of 1 … 80 characters without blanks around it was expected"]
            ),
            (
                "signatory: A\nclauses:\n  ev-9: {}",
                ["p.yaml:3: the rule-book has no clause \"ev-9\" in force; it has ac-5, ev-1, pl-1"]
            ),
            (
                "signatory: A\nvocabulary: \"0.2\"",
                ["p.yaml:2: the position is written for version 0.2 of the vocabulary; the rule-book is version 0.1"]
            ),
            ("signatory: A\nclauses:\n  ev-1: {bound: nan}", ["p.yaml:3: ev-1: bound: \"nan\" is not a number"]),
            ("signatory: A\nclauses:\n  ev-1: {tolerance: -1}", ["p.yaml:3: ev-1: tolerance must be 0 or more"]),
            (
                "signatory: A\nclauses:\n  pl-1: {bound: 1.5}",
                ["p.yaml:3: pl-1: bound: 1.5 is out of range; it can be from 0 to 1"]
            ),
            (
                "signatory: A\nclauses:\n  ev-1: {strictness: higher}",
                [
                    "p.yaml:3: ev-1: there is no field \"strictness\" here; there are bound, tolerance, minMonthlyUsers, surfaces"
                ]
            ),
            (
                "signatory: A\nclauses:\n  ev-1: {limit: 2}",
                [
                    "p.yaml:3: ev-1: there is no field \"limit\" here; there are bound, tolerance, minMonthlyUsers, surfaces"
                ]
            ),
            (
                "signatory: A\nclauses:\n  ev-1: {surfaces: [town]}",
                [
                    "p.yaml:3: ev-1: surfaces: there is no \"town\"; there are feed, search, recommendations, notifications, trends, "
                        + "replies, advertisements"
                ]
            ),
            ("signatory: A\nratified: 2027-02-01\nleft: 2027-02-01", ["p.yaml:3: left has to lie behind ratified"]),
            ("signatory: A\nleft: 2027-02-01", ["p.yaml:2: left: only who has ratified can leave"]),
            (
                "signatory: \" A\"",
                ["p.yaml:1: signatory: a name of 1 … 80 characters without blanks around it was expected"]
            ),
            (
                "signatory: \"A\\u202eB\"",
                ["p.yaml:1: signatory holds a character that cannot be seen, U+202E"]
            ),
            (
                "signatory: A\nreservations: [{clause: pl-1}, {clause: pl-1, parameters: [surfaces]}]",
                [
                    "p.yaml:2: pl-1 is reserved twice; name all parameters in one entry",
                    "p.yaml:2: pl-1 has no parameter \"surfaces\"",
                ]
            ),
            (
                "signatory: A\nclauses:\n  ev-1: {bound: 0x10, minMonthlyUsers: 1.5}",
                [
                    "p.yaml:3: ev-1: bound: \"0x10\" is not a number",
                    "p.yaml:3: ev-1: minMonthlyUsers: a whole number was expected",
                ]
            ),
            ("signatory: A\nratified: soon", ["p.yaml:2: ratified: \"soon\" is no day; a day is written 2027-01-31"]),
            (
                "signatory: A\nreservations:\n  - {clause: ev-1}\n  - {clause: x}\n  - {clause: pl-1, parameters: [limit, topic]}",
                [
                    "p.yaml:3: ev-1 is a core clause: it cannot be reserved",
                    "p.yaml:4: the rule-book has no clause \"x\" in force; it has ac-5, ev-1, pl-1",
                    "p.yaml:5: there is no parameter \"limit\"", "p.yaml:5: there is no parameter \"topic\"",
                ]
            ),
            (
                "signatory: A\nweight: 2",
                [
                    "p.yaml:2: there is no field \"weight\" here; there are signatory, vocabulary, asOf, ratified, left, clauses, reservations"
                ]
            ),
            ("- A", ["p.yaml:1: a list: a group of fields was expected", "p.yaml:1: field \"signatory\" is missing"]),
        ] as [(String, [String])]
    )
    func wrong(_ text: String, _ said: [String]) throws {
        #expect(try problems(text) == said)
    }

    @Test(
        "the bound of an e-value is not negotiated, and neither is a tolerance beside it: both would end the clause for all"
    )
    func eValue() throws {
        let message = "ac-5: the bound of an e-value is a matter of confidence and not negotiated"
        #expect(try problems("signatory: A\nclauses:\n  ac-5: {bound: 40}") == ["p.yaml:3: \(message)"])
        #expect(try problems("signatory: A\nclauses:\n  ac-5: {tolerance: 1}") == ["p.yaml:3: \(message)"])
        #expect(try problems("signatory: A\nclauses:\n  ac-5: {bound: 20, tolerance: 0}") == [])
        #expect(
            try problems("signatory: A\nclauses:\n  ac-5: {bound: much}").first
                == "p.yaml:3: ac-5: bound: \"much\" is not a number"
        )
    }

    @Test("a clause that is not in force on the day is accepted by nobody, and no mistake")
    func dates() throws {
        for day in ["2030-01-01", "2026-12-31"] {
            #expect(try Self.read("{signatory: A, clauses: {pl-1: {}}}", on: day).terms == Terms(), "\(day)")
        }
        #expect(throws: Problems.self) { try Self.read("{signatory: A, clauses: {pl-9: {}}}", on: "2030-01-01") }
    }

    @Test("positions on a rule-book make an edition: agreed values, who binds them, and what is not agreed on")
    func edition() throws {
        let book = try Book.read(Book.text + Self.eValue)
        let positions = try [
            "{signatory: B, clauses: {ev-1: {bound: 1.4, tolerance: 0, surfaces: [feed]}, ac-5: {}}}",
            "{signatory: A, clauses: {ev-1: {bound: 1.0, tolerance: 0.5}, ac-5: {}, pl-1: {}}}",
        ].map { try Self.read($0) }
        let edition = Edition(book, asOf: book.date, positions: (positions, []))
        #expect(edition.entries.map(\.isInForce) == [true, true, false])
        let clause = edition.entries[0].clause
        #expect(clause.criterion == Criterion(.atMost, bound: 1.4, tolerance: 0.1) && clause.criterion.limit == 1.5)
        #expect(clause.parameters == [.surfaces: .set(["feed"]), .minMonthlyUsers: .number(1_000)])
        #expect(clause.bindingSignatories == ["A"])
        #expect(edition.entries[2].derived?.absentBecauseOf == ["B"])
        // What is not agreed on shows what the text proposes.
        #expect(edition.entries[2].clause.criterion.bound == 0.99)
        let rules = RulesInForce(edition)
        #expect(
            rules.signatories == ["A", "B"]
                && rules.clauses.map(\.clause.id) == ["ev-1", "ac-5", edition.entries[2].clause.id]
        )
        #expect(
            rules.clauses.map(\.reasonNotToApply) == [
                nil, nil, "the signatories have not agreed on it: B does not accept it",
            ]
        )
    }
}
