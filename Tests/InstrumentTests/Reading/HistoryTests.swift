// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@Suite("Values with a history")
struct HistoryTests {
    private static let history = """
        atMost:
          - {from: 2035-01-01, value: null, reference: "third assembly"}
          - {from: 2027-01-01, value: 1.4, reference: "first assembly"}
          - {from: 2029-01-01, value: 1.25, reference: "second assembly"}
        """

    private static func day(_ text: String) throws -> Day { try #require(Day(text), "\(text)") }

    @Test("a clause is in force from the first day of its bound to the day of its end, with the value of the day")
    func bound() throws {
        let book = try Book.read(
            Book.text.replacing("atMost: 1.25", with: Self.history).replacing("limits: [1.48", with: "limits: [1.58")
        )
        for (on, bound) in [
            ("2026-12-31", nil), ("2027-01-01", 1.4), ("2028-12-31", 1.4), ("2029-01-01", 1.25), ("2034-12-31", 1.25),
            ("2035-01-01", nil),
        ] as [(String, Double?)] {
            let clauses = book.clauses(asOf: try Self.day(on))
            #expect(clauses.first?.criterion.bound == bound, "\(on)")
            #expect(book.vocabulary(asOf: try Self.day(on)).entries.count == (bound == nil ? 0 : 1))
            #expect(book.proposal(asOf: try Self.day(on))["ev-1"]?[.bound] == bound.map { .number($0) })
            #expect(Edition(book, asOf: try Self.day(on)).entries.count == (bound == nil ? 0 : 1))
        }
        #expect(
            book.articles[0].bound.changes.map(\.reference) == ["first assembly", "second assembly", "third assembly"]
        )
    }

    @Test("tolerance, numbers and sets have histories, too: before their first day the clause goes without them")
    func others() throws {
        let text = Book.text
            .replacing(
                "tolerance: 0.15",
                with: "tolerance: [{from: 2028-01-01, value: 0.15}, {from: 2030-01-01, value: 0.1}]"
            )
            .replacing(
                "[feed, search]",
                with: "[{from: 2028-01-01, value: [feed]}, {from: 2029-01-01, value: [feed, search]}]"
            )
            .replacing(
                "minMonthlyUsers: 1000",
                with: "minMonthlyUsers: [{from: 2028-01-01, value: 10}, {from: 2029-01-01, value: null}]"
            )
        let book = try Book.read(text)
        func clause(_ on: String) throws -> Clause { try #require(book.clauses(asOf: Self.day(on)).first) }
        #expect(try clause("2027-06-01").criterion.tolerance == 0 && clause("2027-06-01").parameters.isEmpty)
        #expect(try clause("2028-06-01").criterion.limit == 1.4)
        #expect(try clause("2028-06-01").parameters == [.surfaces: .set(["feed"]), .minMonthlyUsers: .number(10)])
        #expect(try clause("2030-06-01").criterion.limit == 1.35)
        #expect(try clause("2030-06-01").parameters == [.surfaces: .set(["feed", "search"])])
    }

    @Test(
        "a history says from which day each value holds, one value a day",
        arguments: [
            ("[{value: 1.4}]", [36: "atMost: each value of a history says from which day on it holds"]),
            ("[{from: 2027-01-01}]", [36: "atMost: field \"value\" is missing"]),
            ("[{from: soon, value: 1.4}]", [36: "from: \"soon\" is no day; a day is written 2027-01-31"]),
            ("[{from: 2027-01-01, value: much}]", [36: "atMost: \"much\" is not a number"]),
            ("[{from: 2027-01-01, value: .inf}]", [36: "atMost: \".inf\" is not a number"]),
            (
                "[{from: 2027-01-01, value: 1.4}, {from: 2027-01-01, value: 1.3}]",
                [36: "atMost: two values begin on one day"]
            ),
            ("[{from: 2027-01-01, value: 1.4}, 1.3]", [36: "\"1.3\": a group of fields was expected"]),
            (
                "[{from: 2027-01-01, value: 1.4, until: 2028-01-01}]",
                [36: "there is no field \"until\" here; there are from, value, reference"]
            ),
            ("[1.4, 1.3]", [36: "atMost: a list is not a number"]), ("[]", [36: "atMost: a list is not a number"]),
        ]
    )
    func wrong(_ history: String, _ said: [Int: String]) {
        let found = Book.problems("atMost: 1.25", "atMost: \(history)")
        for (line, message) in said { #expect(found.contains("b.md:\(line): \(Book.place)\(message)"), "\(found)") }
        #expect(found.count <= 3)
    }

    @Test("a value of the history that is out of range is named")
    func range() {
        #expect(
            Book.problems(
                "minMonthlyUsers: 1000",
                "detectionProbability: [{from: 2027-01-01, value: 0.5}, {from: 2028-01-01, value: 5}]"
            )
                == ["b.md:38: \(Book.place)detectionProbability: 5 is out of range; it can be from 0 to 1"]
        )
        #expect(
            Book.problems("[feed, search]", "[{from: 2027-01-01, value: [feed]}, {from: 2028-01-01, value: []}]")
                == ["b.md:38: \(Book.place)surfaces: an empty set leaves the clause without an object"]
        )
    }
}
