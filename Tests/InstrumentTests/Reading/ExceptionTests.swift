// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@Suite("Exceptions: what does not load")
struct ExceptionReadingTests {
    @Test(
        "an exception says of what, when and how, and stands below its own heading",
        arguments: [
            Change(
                " {#ev-1.small}",
                "",
                53,
                "an exception stands below a heading of level 3 with an id, \"### Exception for … {#ev-3.small}\""
            ),
            Change(
                "{#ev-1.small}",
                "{#ev-2.small}",
                49,
                "the id of an exception begins with that of its article: \"ev-1.ev-2.small\""
            ),
            Change(
                "of: ev-1",
                "of: ev-9",
                49,
                "\"ev-1.small\" is an exception of \"ev-9\", which this article does not have"
            ),
            Change(
                "when: {monthlyUsersBelow: 100000}\n",
                "",
                54,
                "field \"when\" is missing: an exception says when it holds"
            ),
            Change(
                "when: {monthlyUsersBelow: 100000}",
                "when: {}",
                55,
                "when states nothing: an exception that always holds is a rule"
            ),
            Change(
                "{monthlyUsersBelow: 100000}",
                "{surfaces: [town]}",
                55,
                "surfaces: there is no \"town\"; there are feed, search, recommendations, notifications, trends, replies, "
                    + "advertisements"
            ),
            Change(
                "{monthlyUsersBelow: 100000}",
                "{party: left}",
                55,
                "there is no field \"party\" here; there are monthlyUsersBelow, monthlyUsersFrom, surfaces, accessBelow"
            ),
            Change(
                "{monthlyUsersBelow: 100000}",
                "{monthlyUsersBelow: 1.5}",
                55,
                "monthlyUsersBelow must be a whole number, 0 or more"
            ),
            Change("replaces: {bound: 1.5, access: L1}", "applies: true", 56, Self.effect),
            Change("replaces: {bound: 1.5, access: L1}", "applies: false\nreplaces: {bound: 1}", 56, Self.effect),
            Change("replaces: {bound: 1.5, access: L1}\n", "", 54, Self.effect),
            Change("{bound: 1.5, access: L1}", "{}", 56, "replaces states nothing"),
            Change("{bound: 1.5, access: L1}", "{tolerance: -1}", 56, "tolerance must be 0 or more"),
            Change(
                "{bound: 1.5, access: L1}",
                "{surfaces: []}",
                56,
                "surfaces: an empty set leaves the clause without an object"
            ),
            Change("{bound: 1.5, access: L1}", "{bound: .nan}", 56, "bound: \".nan\" is not a number"),
        ]
    )
    func wrong(_ change: Change) { change.check() }

    private static let effect = "say what the exception does: \"applies: false\", or \"replaces\" with other values"

    @Test(
        "a condition that can never hold is refused",
        arguments: [
            "{monthlyUsersBelow: 0}", "{monthlyUsersBelow: 10, monthlyUsersFrom: 10}",
            "{monthlyUsersBelow: 10, monthlyUsersFrom: 11}", "{surfaces: []}", "{accessBelow: L0}",
        ]
    )
    func never(_ condition: String) {
        Change(
            "{monthlyUsersBelow: 100000}",
            condition,
            55,
            "no circumstances are such that this condition holds"
        ).check()
    }

    private static func exception(_ id: String, of: String = "ev-1", when: String) -> String {
        "### Exception \(id) {#ev-1.\(id)}\n\n```exception\nof: \(of)\nwhen: {\(when)}\napplies: false\n```\n\n"
    }

    private func problems(_ exceptions: String...) -> [String] {
        Book.problems(Book.with(exceptions: exceptions.joined()))
    }

    @Test("two exceptions that can hold at once are an error that names both with their lines")
    func conflict() {
        func message(_ first: String, _ second: String, _ lines: (Int, Int)) -> String {
            "b.md:\(lines.1): \(Book.place)\"ev-1.\(first)\" (line \(lines.0)) and \"ev-1.\(second)\" (line \(lines.1)) can hold at once: "
                + "make one an exception of the other, or let their conditions exclude each other"
        }
        #expect(
            problems(
                Self.exception("small", when: "monthlyUsersBelow: 1000"),
                Self.exception("search", when: "surfaces: [search]")
            ) == [message("small", "search", (49, 57))]
        )
        #expect(
            problems(
                Self.exception("a", when: "surfaces: [search, feed]"),
                Self.exception("b", when: "accessBelow: L2"),
                Self.exception("c", when: "surfaces: [feed, replies]")
            ) == [message("a", "b", (49, 57)), message("a", "c", (49, 65)), message("b", "c", (57, 65))]
        )
        #expect(
            problems(
                Self.exception("a", when: "monthlyUsersBelow: 1001"),
                Self.exception("b", when: "monthlyUsersFrom: 1000")
            ) == [message("a", "b", (49, 57))]
        )
    }

    @Test("exceptions that exclude each other, and exceptions of exceptions, stand side by side")
    func noConflict() {
        #expect(
            problems(
                Self.exception("small", when: "monthlyUsersBelow: 1000"),
                Self.exception("large", when: "monthlyUsersFrom: 1000, surfaces: [search]")
            ).isEmpty
        )
        #expect(
            problems(
                Self.exception("feed", when: "surfaces: [feed]"),
                Self.exception("search", when: "surfaces: [search]"),
                Self.exception("small", of: "ev-1.feed", when: "monthlyUsersBelow: 1000"),
                Self.exception("tiny", of: "ev-1.small", when: "monthlyUsersBelow: 10"),
                Self.exception("blind", of: "ev-1.search", when: "accessBelow: L1")
            ).isEmpty
        )
    }

    @Test("exceptions of two exceptions that can hold at once contradict each other, too")
    func nestedConflict() {
        let found = problems(
            Self.exception("feed", when: "surfaces: [feed]"),
            Self.exception("small", of: "ev-1.feed", when: "monthlyUsersBelow: 1000"),
            Self.exception("blind", of: "ev-1.feed", when: "accessBelow: L1")
        )
        #expect(found.count == 1 && found[0].contains("\"ev-1.small\" (line 57) and \"ev-1.blind\" (line 65)"))
    }

    @Test("an exception of an exception that its condition excludes can never hold, and is refused")
    func nestedNever() {
        #expect(
            problems(
                Self.exception("feed", when: "surfaces: [feed]"),
                Self.exception("search", of: "ev-1.feed", when: "surfaces: [search]")
            ) == [
                "b.md:57: \(Book.place)\"ev-1.search\" never holds: what it is an exception of excludes its condition"
            ]
        )
    }

    @Test("exceptions of each other have no beginning")
    func cycles() {
        let found = problems(
            Self.exception("a", of: "ev-1.b", when: "surfaces: [feed]"),
            Self.exception("b", of: "ev-1.a", when: "surfaces: [feed]"),
            Self.exception("c", of: "ev-1.c", when: "surfaces: [feed]"),
            Self.exception("d", of: "ev-1.a", when: "surfaces: [feed]")
        )
        #expect(
            found == [
                "b.md:49: \(Book.place)exceptions of each other have no beginning: ev-1.a → ev-1.b → ev-1.a",
                "b.md:57: \(Book.place)exceptions of each other have no beginning: ev-1.b → ev-1.a → ev-1.b",
                "b.md:65: \(Book.place)exceptions of each other have no beginning: ev-1.c → ev-1.c",
                "b.md:73: \(Book.place)exceptions of each other have no beginning: ev-1.d → ev-1.a → ev-1.b → ev-1.a",
            ]
        )
    }

    @Test("one exception a heading, and one id an exception")
    func twice() {
        let one = Self.exception("a", when: "surfaces: [feed]")
        let found = problems(one, "```exception\nof: ev-1\nwhen: {surfaces: [search]}\napplies: false\n```\n\n")
        #expect(found == ["b.md:57: \(Book.place)one exception a heading; this is a second"])
        #expect(problems(one, one).first == "b.md:57: the id \"ev-1.a\" occurs twice; it is at b.md:49, too")
    }

    @Test("more exceptions than anybody compares are refused, soon", .tags(.hostile))
    func many() {
        let all = (0..<2_000).map { Self.exception("e\($0)", when: "monthlyUsersBelow: \($0 + 1)") }.joined()
        let found = problems(all)
        #expect(found == ["b.md:849: \(Book.place)more than 100 exceptions of one article"])
        let few = (0..<100).map {
            Self.exception("e\($0)", when: "monthlyUsersFrom: \($0), monthlyUsersBelow: \($0 + 1)")
        }
        #expect(problems(few.joined()).isEmpty)
    }
}
