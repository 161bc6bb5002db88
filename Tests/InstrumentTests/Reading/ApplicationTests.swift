// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@Suite("How a clause binds in given circumstances")
struct ApplicationTests {
    /// The clause: at most 1.25, tolerance 0.15, surfaces and the number of people as given.
    private static func article(_ exceptions: String, parameters: String = "{surfaces: [feed, search]}") throws
        -> Article
    {
        let text = Book.with(exceptions: exceptions)
            .replacing("{surfaces: [feed, search], minMonthlyUsers: 1000}", with: parameters)
        return try #require(Book.read(text).articles.first)
    }

    private static func exception(_ id: String, of: String = "ev-1", when: String, _ effect: String) -> String {
        "### Exception \(id) {#ev-1.\(id)}\n```exception\nof: \(of)\nwhen: {\(when)}\n\(effect)\n```\n"
    }

    private func applied(_ article: Article, _ circumstances: Circumstances = Circumstances()) throws -> Application {
        let day = try #require(Day("2027-06-01"))
        let clause = try #require(article.clause(asOf: day))
        return article.application(of: clause, in: circumstances)
    }

    @Test("an exception that holds replaces what it names and leaves the rest")
    func replaces() throws {
        let article = try Self.article(
            Self.exception(
                "small",
                when: "monthlyUsersBelow: 100000",
                "replaces: {bound: 1.5, access: L0, method: EXAMINE, detectionProbability: 0.2}"
            )
        )
        let holds = try applied(article, Circumstances(monthlyUsers: 99_999))
        #expect(holds.exceptions == ["ev-1.small"] && holds.undecided.isEmpty && holds.reasonNotToApply == nil)
        #expect(holds.clause.criterion == Criterion(.atMost, bound: 1.5, tolerance: 0.15))
        #expect(holds.clause.access == .outside && holds.clause.method == .examine)
        #expect(holds.clause.parameters == [.surfaces: .set(["feed", "search"]), .detectionProbability: .number(0.2)])
        let not = try applied(article, Circumstances(monthlyUsers: 100_000))
        #expect(not.exceptions.isEmpty && not.undecided.isEmpty && not.clause.criterion.bound == 1.25)
        #expect(not.clause.access == .replay && not.clause.method == .test)
    }

    @Test("what is not known makes no exception, and is listed")
    func undecided() throws {
        let article = try Self.article(
            Self.exception("small", when: "monthlyUsersBelow: 1000, surfaces: [feed]", "applies: false")
                + Self.exception("large", when: "monthlyUsersFrom: 1000, accessBelow: L2", "replaces: {tolerance: 0}")
        )
        #expect(try applied(article).undecided == ["ev-1.small", "ev-1.large"])
        #expect(try applied(article).reasonNotToApply == nil && applied(article).clause.criterion.tolerance == 0.15)
        #expect(try applied(article, Circumstances(surface: .feed)).undecided == ["ev-1.small", "ev-1.large"])
        // What is known decides where one part of a condition fails.
        #expect(try applied(article, Circumstances(surface: .search)).undecided == ["ev-1.large"])
        #expect(try applied(article, Circumstances(monthlyUsers: 5_000)).undecided == ["ev-1.large"])
        #expect(try applied(article, Circumstances(monthlyUsers: 5_000, access: .replay)).undecided.isEmpty)
        #expect(try applied(article, Circumstances(monthlyUsers: 5_000, access: .records)).exceptions == ["ev-1.large"])
    }

    @Test("an exception of an exception takes its place, and can bring the duty back")
    func nested() throws {
        let article = try Self.article(
            Self.exception("small", when: "monthlyUsersBelow: 100000", "applies: false")
                + Self.exception("search", of: "ev-1.small", when: "surfaces: [search]", "replaces: {bound: 2}")
                + Self.exception("blind", of: "ev-1.search", when: "accessBelow: L1", "applies: false")
        )
        let small = try applied(article, Circumstances(monthlyUsers: 10, surface: .feed))
        #expect(small.exceptions == ["ev-1.small"] && small.reasonNotToApply == "exception small")
        let search = try applied(article, Circumstances(monthlyUsers: 10, surface: .search, access: .records))
        #expect(search.exceptions == ["ev-1.small", "ev-1.search"] && search.reasonNotToApply == nil)
        #expect(search.clause.criterion.bound == 2)
        let blind = try applied(article, Circumstances(monthlyUsers: 10, surface: .search, access: .outside))
        #expect(blind.exceptions.count == 3 && blind.reasonNotToApply == "exception blind")
        // Whether the inner one holds is asked only where the outer one does.
        let unknown = try applied(article, Circumstances(monthlyUsers: 10))
        #expect(unknown.exceptions == ["ev-1.small"] && unknown.undecided == ["ev-1.search"])
        #expect(try applied(article, Circumstances(monthlyUsers: 1_000_000)).undecided.isEmpty)
        #expect(try applied(article, Circumstances(surface: .search)).undecided == ["ev-1.small"])
    }

    @Test("a clause binds services from its number of people on")
    func minMonthlyUsers() throws {
        let article = try Self.article("", parameters: "{minMonthlyUsers: 1000000}")
        let reason = try applied(article, Circumstances(monthlyUsers: 999_999)).reasonNotToApply
        #expect(
            reason
                == "it binds services with at least 1\u{202F}000\u{202F}000 people a month, and this one has 999\u{202F}999"
        )
        #expect(try applied(article, Circumstances(monthlyUsers: 1_000_000)).reasonNotToApply == nil)
        let unknown = try applied(article)
        #expect(unknown.reasonNotToApply == nil && unknown.undecided == ["ev-1.minMonthlyUsers"])
        // A number that binds all is no question.
        #expect(try applied(try Self.article("", parameters: "{minMonthlyUsers: 0}")).undecided.isEmpty)
    }

    @Test("an exception with other values does not bind a service that the clause does not bind, unless it says so")
    func smallAndExcepted() throws {
        let parameters = "{minMonthlyUsers: 1000}"
        let other = try Self.article(
            Self.exception("small", when: "monthlyUsersBelow: 100000", "replaces: {bound: 1.5}"),
            parameters: parameters
        )
        #expect(try applied(other, Circumstances(monthlyUsers: 999)).reasonNotToApply != nil)
        #expect(try applied(other, Circumstances(monthlyUsers: 1_000)).reasonNotToApply == nil)
        #expect(try applied(other, Circumstances(monthlyUsers: 1_000)).clause.criterion.bound == 1.5)
        let lower = try Self.article(
            Self.exception("feed", when: "surfaces: [feed]", "replaces: {minMonthlyUsers: 10}"),
            parameters: parameters
        )
        #expect(try applied(lower, Circumstances(monthlyUsers: 999, surface: .feed)).reasonNotToApply == nil)
        #expect(try applied(lower, Circumstances(monthlyUsers: 9, surface: .feed)).reasonNotToApply != nil)
        #expect(try applied(lower, Circumstances(monthlyUsers: 999, surface: .search)).reasonNotToApply != nil)
        let higher = try Self.article(
            Self.exception("feed", when: "surfaces: [feed]", "replaces: {minMonthlyUsers: 100000}"),
            parameters: parameters
        )
        #expect(try applied(higher, Circumstances(monthlyUsers: 5_000, surface: .feed)).reasonNotToApply != nil)
        #expect(try applied(higher, Circumstances(monthlyUsers: 5_000, surface: .search)).reasonNotToApply == nil)
    }

    @Test("of exceptions that load never two hold side by side, in any circumstances", .tags(.law))
    func exclusive() throws {
        var draws = Draws(seed: 81)
        let parts = [
            ["", "monthlyUsersBelow: 10", "monthlyUsersFrom: 10", "monthlyUsersBelow: 20, monthlyUsersFrom: 5"],
            ["", "surfaces: [feed]", "surfaces: [search]", "surfaces: [feed, search]"],
            ["", "accessBelow: L1", "accessBelow: L3"],
        ]
        var (loaded, held) = (0, 0)
        for _ in 0..<3_000 {
            let names = ["a", "b", "c"]
            let exceptions = names.enumerated().map { place, name in
                let when = parts.map { draws.pick($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
                let of = place > 0 && draws.chance(0.3) ? "ev-1.\(names[draws.below(place)])" : "ev-1"
                return Self.exception(name, of: of, when: when, "replaces: {bound: \(place + 2)}")
            }.joined()
            guard let article = try? Self.article(exceptions) else { continue }
            loaded += 1
            for users in [4, 5, 9, 10, 19, 20] {
                for surface in [Surface.feed, .search, .replies] {
                    for access in Clause.Access.allCases {
                        let circumstances = Circumstances(monthlyUsers: users, surface: surface, access: access)
                        let application = try applied(article, circumstances)
                        for parent in ["ev-1"] + application.exceptions {
                            let siblings = article.exceptions.filter {
                                $0.of == parent && $0.when.holds(in: circumstances) == true
                            }
                            #expect(siblings.count <= 1, "\(exceptions) \(circumstances)")
                        }
                        held += application.exceptions.count
                        #expect(application.undecided.isEmpty)
                    }
                }
            }
        }
        print("exceptions: \(loaded) of 3000 drawn articles load, \(held) times one held")
        #expect(loaded > 100 && held > 1_000)
    }

    @Test("rules in force are the clauses that bind, each as it does in the circumstances")
    func inForce() throws {
        let book = try Book.read()
        let day = try #require(Day("2027-06-01"))
        let rules = RulesInForce(Edition(book, asOf: day), in: Circumstances(monthlyUsers: 5_000))
        #expect(rules.signatories.isEmpty && rules.clauses.map(\.clause.id) == ["ev-1"] && rules.day == day)
        #expect(rules.clauses[0].exceptions == ["ev-1.small"] && rules.clauses[0].clause.criterion.bound == 1.5)
        #expect(rules.clauses[0].clause.access == .records && rules.laws.count == 3 && rules.sources.count == 1)
        // Positions that agree on less: the clause does not bind.
        let nobody = RulesInForce(
            Edition(book, asOf: day, positions: ([Position(signatory: "A", terms: Terms())], []))
        )
        #expect(nobody.clauses.allSatisfy { $0.reasonNotToApply != nil } && nobody.signatories == ["A"])
    }
}
