// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

/// An instrument through time.
@Suite("A treaty through time")
struct TreatyTests {
    private static let vocabulary = Vocabulary([
        Vocabulary.Entry(id: "ac-1", isCore: true, parameters: [.bound: .lower]),
        Vocabulary.Entry(id: "ev-1", parameters: [.bound: .lower, .limit: .lower, .surfaces: .superset]),
        Vocabulary.Entry(id: "pl-1", parameters: [.bound: .higher]),
    ])

    private static func terms(_ core: Double?, _ voice: (Double, Double, Set<String>)?, _ meeting: Double?) -> Terms {
        var terms = Terms()
        terms["ac-1"] = core.map { [.bound: .number($0)] }
        terms["ev-1"] = voice.map { [.bound: .number($0.0), .limit: .number($0.1), .surfaces: .set($0.2)] }
        terms["pl-1"] = meeting.map { [.bound: .number($0)] }
        return terms
    }

    private static let base = terms(0.1, (1.2, 1.4, ["feed"]), 0.8)

    private static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
        return day
    }

    private static func position(
        _ name: String,
        _ terms: Terms = base,
        ratified: String?,
        left: String? = nil,
        _ reservations: [Reservation] = []
    ) -> Position {
        Position(
            signatory: name,
            terms: terms,
            ratified: ratified.map { day($0) },
            left: left.map { day($0) },
            reservations: reservations
        )
    }

    private static let founders = [
        position("A", ratified: "2027-01-10"), position("B", ratified: "2027-02-01"),
        position("C", terms(0.2, (1.3, 1.4, ["feed", "search"]), 0.7), ratified: "2027-03-01"),
    ]

    private static func treaty(_ more: [Position] = [], _ founders: [Position] = founders) -> Treaty {
        Treaty(vocabulary, founders + more, entry: EntryIntoForce(parties: 3, days: 90))
    }

    private static func inForce(_ treaty: Treaty, _ on: String) -> (since: Day, terms: Terms, parties: [Treaty.Party])?
    {
        guard case .inForce(let since, let terms, let parties) = treaty.state(asOf: day(on)) else { return nil }
        return (since, terms, parties)
    }

    @Test("it comes into force the stated days after the last ratification that it takes, and not a day earlier")
    func entry() throws {
        let treaty = Self.treaty()
        #expect(treaty.force == Self.day("2027-05-30"))
        #expect(treaty.state(asOf: Self.day("2026-12-31")) == .notYet(ratified: 0))
        #expect(treaty.state(asOf: Self.day("2027-01-10")) == .notYet(ratified: 1))
        #expect(treaty.state(asOf: Self.day("2027-02-28")) == .notYet(ratified: 2))
        #expect(treaty.state(asOf: Self.day("2027-03-01")) == .comes(Self.day("2027-05-30")))
        #expect(treaty.state(asOf: Self.day("2027-05-29")) == .comes(Self.day("2027-05-30")))
        let state = try #require(Self.inForce(treaty, "2027-05-30"))
        #expect(state.since == Self.day("2027-05-30") && state.parties.map(\.signatory) == ["A", "B", "C"])
        #expect(state.terms == Self.terms(0.2, (1.3, 1.4, ["feed"]), 0.7))
        #expect(state.parties.allSatisfy { $0.isFounder && $0.since == state.since && $0.terms == state.terms })
    }

    @Test("without enough ratifications it never does, and who has not ratified is no party")
    func tooFew() {
        let two = Array(Self.founders.prefix(2)) + [Self.position("D", ratified: nil)]
        let treaty = Self.treaty([], two)
        #expect(treaty.force == nil && treaty.ratified.map(\.signatory) == ["A", "B"])
        #expect(treaty.state(asOf: Self.day("9999-12-31")) == .notYet(ratified: 2))
        #expect(treaty.terms(between: "A", and: "B", asOf: Self.day("9999-12-31")) == nil)
    }

    @Test("who leaves before it comes into force does not count: it never begins between fewer than it needs")
    func leftBefore() throws {
        for left in ["2027-02-15", "2027-04-15", "2027-05-30"] {
            let early = [Self.position("A", ratified: "2027-01-10", left: left)] + Self.founders.dropFirst()
            #expect(Self.treaty([], early).force == nil, "\(left)")
            // The next to ratify is the third.
            let treaty = Self.treaty([Self.position("D", ratified: "2027-06-01")], early)
            #expect(treaty.force == Self.day("2027-08-30"), "\(left)")
            #expect(Self.inForce(treaty, "2027-08-30")?.parties.map(\.signatory) == ["B", "C", "D"])
        }
        let alone = Treaty(
            Self.vocabulary,
            [Self.position("A", ratified: "2027-01-01", left: "2027-01-02")],
            entry: EntryIntoForce(parties: 1, days: 10)
        )
        #expect(alone.force == nil)
    }

    @Test("who ratifies before it is in force is a founder, and who does so later is not")
    func founders() throws {
        let loose = Self.terms(0.5, (2, 2, ["feed"]), 0.1)
        let treaty = Self.treaty([
            Self.position("D", loose, ratified: "2027-05-30"), Self.position("E", ratified: "2027-05-31"),
        ])
        let state = try #require(Self.inForce(treaty, "2028-01-01"))
        #expect(state.terms == Self.terms(0.5, (2, 2, ["feed"]), 0.1))
        #expect(state.parties.map(\.isFounder) == [true, true, true, true, false])
        #expect(state.parties.last?.since == Self.day("2027-05-31"))
    }

    @Test(
        "accession with less in a core clause is refused, with less elsewhere it takes reservations, with as much it is full"
    )
    func accession() {
        let terms = Self.base
        #expect(Self.vocabulary.accession(to: terms, of: Self.terms(0.05, (1, 1, ["feed", "search"]), 0.9)) == .full)
        #expect(Self.vocabulary.accession(to: terms, of: terms) == .full)
        #expect(
            Self.vocabulary.accession(to: terms, of: Self.terms(0.1, (1.3, 1.4, ["search"]), nil))
                == .withReservations([
                    Reservation(clause: "ev-1", parameters: [.bound, .surfaces]),
                    Reservation(clause: "pl-1", parameters: []),
                ])
        )
        guard
            case .refused(let core, let others) = Self.vocabulary.accession(
                to: terms,
                of: Self.terms(0.2, (1.2, 1.5, ["feed"]), 0.8)
            )
        else {
            Issue.record("a core clause was reserved")
            return
        }
        #expect(core.map(\.clause) == ["ac-1"] && core.map(\.value) == [.number(0.1)])
        #expect(others == [Reservation(clause: "ev-1", parameters: [.limit])])
        guard case .refused = Self.vocabulary.accession(to: terms, of: Terms()) else {
            Issue.record("an empty position acceded")
            return
        }
    }

    @Test("a reservation binds only its author, and between it and another party the reserved part falls to its level")
    func reservations() throws {
        let late = Self.terms(0.2, (1.5, 1.6, ["feed"]), nil)
        let treaty = Self.treaty([Self.position("D", late, ratified: "2027-06-10")])
        let before = try #require(Self.inForce(Self.treaty(), "2027-07-01"))
        let state = try #require(Self.inForce(treaty, "2027-07-01"))
        #expect(state.terms == before.terms && Array(state.parties.prefix(3)) == before.parties)
        let party = try #require(state.parties.last)
        #expect(!party.isFounder && party.since == Self.day("2027-06-10"))
        #expect(
            party.reservations == [
                Reservation(clause: "ev-1", parameters: [.bound, .limit]), Reservation(clause: "pl-1", parameters: []),
            ]
        )
        #expect(party.terms == Self.terms(0.2, (1.5, 1.6, ["feed"]), nil))
        let day = Self.day("2027-07-01")
        #expect(treaty.terms(between: "A", and: "B", asOf: day) == before.terms)
        #expect(treaty.terms(between: "A", and: "D", asOf: day) == party.terms)
        #expect(treaty.terms(between: "D", and: "A", asOf: day) == party.terms)
        #expect(treaty.terms(between: "A", and: "D", asOf: Self.day("2027-06-09")) == nil)
        #expect(treaty.terms(between: "A", and: "nobody", asOf: day) == nil)
    }

    @Test("what is reserved in words adds to what a position falls short of, and takes nothing from it")
    func declared() throws {
        let short = Self.terms(0.2, (1.5, 1.6, ["feed"]), 0.7)
        let treaty = Self.treaty([
            Self.position(
                "D",
                short,
                ratified: "2027-06-10",
                [
                    Reservation(clause: "ev-1", parameters: [.surfaces]),
                    Reservation(clause: "pl-1", parameters: [.bound]),
                    Reservation(clause: "pl-1", parameters: []), Reservation(clause: "ac-1", parameters: []),
                ]
            )
        ])
        let party = try #require(Self.inForce(treaty, "2027-07-01")?.parties.last)
        #expect(
            party.reservations == [
                Reservation(clause: "ev-1", parameters: [.bound, .limit, .surfaces]),
                Reservation(clause: "pl-1", parameters: []),
            ]
        )
        #expect(party.terms == Self.terms(0.2, (1.5, 1.6, ["feed"]), nil))
    }

    @Test("a core clause cannot be reserved, by a founder or by anybody later")
    func core() throws {
        let reserving = Reservation(clause: "ac-1", parameters: [])
        let treaty = Self.treaty(
            [
                Self.position("D", ratified: "2027-06-10", [reserving]),
                Self.position("E", Self.terms(0.5, (1, 1, ["feed"]), 0.9), ratified: "2027-06-10", [reserving]),
            ],
            [Self.position("A", ratified: "2027-01-10", [reserving])] + Self.founders.dropFirst()
        )
        let state = try #require(Self.inForce(treaty, "2027-07-01"))
        #expect(state.parties.map(\.signatory) == ["A", "B", "C", "D"])
        #expect(state.parties.allSatisfy { $0.reservations.isEmpty && $0.terms["ac-1"] != nil })
    }

    @Test("leaving changes nothing for those who stay, though what kept the floor low has left")
    func leaving() throws {
        let leaving =
            Array(Self.founders.prefix(2)) + [
                Self.position("C", Self.founders[2].terms, ratified: "2027-03-01", left: "2028-01-01")
            ]
        let treaty = Self.treaty([], leaving)
        let before = try #require(Self.inForce(treaty, "2027-12-31"))
        let after = try #require(Self.inForce(treaty, "2028-01-01"))
        #expect(before.parties.map(\.signatory) == ["A", "B", "C"] && after.parties.map(\.signatory) == ["A", "B"])
        #expect(after.terms == before.terms && after.parties == Array(before.parties.prefix(2)))
        // Once in force it stays, even without enough parties.
        #expect(after.since == before.since)
    }

    @Test("sets that have nothing in common leave a reserved clause without an object between the two")
    func emptyReserved() throws {
        let other = Self.terms(0.2, (1.3, 1.4, ["replies"]), 0.7)
        let party = try #require(
            Self.inForce(Self.treaty([Self.position("D", other, ratified: "2027-06-10")]), "2027-07-01")?.parties.last
        )
        #expect(party.reservations == [Reservation(clause: "ev-1", parameters: [.surfaces])])
        #expect(party.terms == Self.terms(0.2, nil, 0.7))
    }

    @Test("the order in which positions are given is irrelevant")
    func order() {
        var draws = Draws(seed: 71)
        let all =
            Self.founders + [
                Self.position("D", ratified: "2027-03-01"),
                Self.position("E", Self.terms(0.2, nil, 0.7), ratified: "2027-08-01"),
            ]
        let states = (0..<50).map { _ in
            Treaty(Self.vocabulary, draws.shuffled(all), entry: EntryIntoForce(parties: 3, days: 90))
                .state(asOf: Self.day("2028-01-01"))
        }
        #expect(states.allSatisfy { $0 == states[0] })
    }

    @Test("of 3,000 drawn accessions none moves the instrument of the others, and each outcome comes up", .tags(.law))
    func ratchet() throws {
        var random = RandomTerms(seed: 72)
        let vocabulary = RandomTerms.vocabulary
        let on = Self.day("2028-01-01")
        var counts = ["full": 0, "with reservations": 0, "refused": 0]
        var failed = 0
        var cases = 0
        while cases < 3_000 {
            let founders = (0..<3).map { _ in random.terms() }
            // Without its core clause nothing could be refused.
            guard vocabulary.meet(founders)["ac-1"] != nil else { continue }
            cases += 1
            let positions = zip("ABC", founders).map {
                Position(signatory: String($0), terms: $1, ratified: Self.day("2027-01-01"))
            }
            let entry = EntryIntoForce(parties: 3, days: 30)
            let newcomer = random.draws.chance(0.4) ? random.tightened(vocabulary.meet(founders)) : random.terms()
            let late = Position(signatory: "D", terms: newcomer, ratified: Self.day("2027-06-01"))
            guard
                case .inForce(_, let before, let old) = Treaty(vocabulary, positions, entry: entry).state(asOf: on),
                case .inForce(_, let after, let new) = Treaty(vocabulary, positions + [late], entry: entry).state(
                    asOf: on
                )
            else {
                failed += 1
                continue
            }
            if before != after || before != vocabulary.meet(founders) || Array(new.prefix(3)) != old { failed += 1 }
            let party = new.first { $0.signatory == "D" }
            switch vocabulary.accession(to: before, of: newcomer) {
            case .full:
                counts["full", default: 0] += 1
                if party?.terms != before || party?.reservations != [] { failed += 1 }
            case .withReservations(let reservations):
                counts["with reservations", default: 0] += 1
                // It is bound by what it and the others accept, no more and no less.
                if party?.terms != vocabulary.meet([before, newcomer]) || party?.reservations != reservations {
                    failed += 1
                }
            case .refused(let core, _):
                counts["refused", default: 0] += 1
                if party != nil || core.isEmpty || core.contains(where: { $0.clause != "ac-1" }) { failed += 1 }
            }
        }
        print("accessions: \(counts.map { "\($0.key) \($0.value)" }.sorted()), \(failed) moved the others")
        #expect(failed == 0 && counts.values.allSatisfy { $0 > 300 })
    }

    @Test("numbers that nobody would write do not trap")
    func odd() {
        for entry in [
            EntryIntoForce(parties: 0, days: -1), EntryIntoForce(parties: -5, days: Int.min),
            EntryIntoForce(parties: 1, days: Int.max), EntryIntoForce(parties: Int.max, days: 0),
        ] {
            let treaty = Treaty(Self.vocabulary, Self.founders, entry: entry)
            _ = treaty.state(asOf: Self.day("2027-06-01"))
            #expect((treaty.force == nil) == (entry.parties == Int.max))
        }
        #expect(Treaty(Self.vocabulary, [], entry: EntryIntoForce(parties: 0, days: 0)).force == nil)
    }
}
