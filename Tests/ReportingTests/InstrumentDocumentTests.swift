// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@testable import Reporting

@Suite struct InstrumentDocumentTests {
    /// The golden case of the reference: three clauses, four signatories; "C" does without one of them.
    private static let vocabulary = Vocabulary([
        Vocabulary.Entry(id: "ev-3", title: "Equal voice", parameters: [.bound: .lower]),
        Vocabulary.Entry(id: "ac-3", title: "No defeat device", isCore: true, parameters: [.bound: .lower]),
        Vocabulary.Entry(id: "pl-1", title: "Encounter", parameters: [.bound: .higher, .surfaces: .superset]),
    ])

    private static func position(_ name: String, _ voice: Double, _ replay: Double, _ meeting: Double?) -> Position {
        var terms = Terms(["ev-3": [.bound: .number(voice)], "ac-3": [.bound: .number(replay)]])
        if let meeting { terms["pl-1"] = [.bound: .number(meeting), .surfaces: .set(["feed", "search"])] }
        return Position(signatory: name, terms: terms)
    }

    private static let positions = [
        position("A", 1.10, 0.001, 0.9), position("B", 1.25, 0.001, 0.8), position("C", 1.40, 0.002, nil),
        position("D", 1.40, 0.001, 0.7),
    ]

    private static let derivation = Derivation(vocabulary, positions)

    // MARK: Documents

    @Test("the bytes of both documents do not depend on the order of files and positions", arguments: 0..<50)
    func order(seed: Int) throws {
        var draws = Draws(seed: seed)
        let all = zip(Self.positions, ["a", "b", "c", "d"]).map { ($0, RuleBook.Source(name: $1, text: $1 + $1)) }
        func texts(_ pairs: [(Position, RuleBook.Source)]) -> [String] {
            let book = ExportFixture.ruleBook
            let edition = Edition(book, asOf: book.date, positions: (pairs.map(\.0), pairs.map(\.1)))
            return [
                InstrumentDocument(edition).text, DerivationDocument(Derivation(Self.vocabulary, pairs.map(\.0))).text,
            ]
        }
        #expect(texts(draws.shuffled(all)) == texts(all))
    }

    @Test("derivation.json says of each value who binds it and what the next step takes")
    func derivationDocument() {
        let text = DerivationDocument(Self.derivation).text
        for line in [
            "\"value\": 1.4", "\"binding\": [\n            \"C\",\n            \"D\"\n          ]",
            "\"absentBecauseOf\": [\n        \"C\"\n      ]", "\"wouldBe\": 0.7", "\"coverage\": 0.6666666666666666",
        ] {
            #expect(text.contains(line), "\(line)")
        }
    }

    @Test("what instrument.json holds under clauses reads back as the same terms")
    func roundTrip() throws {
        for edition in [ExportFixture.proposed, ExportFixture.derived] {
            let text = InstrumentDocument(edition).text
            let terms = try Terms(text, file: "instrument.json", for: edition.ruleBook, asOf: edition.day)
            let expected =
                edition.derivation?.instrument ?? edition.ruleBook.proposal(asOf: edition.day)
            #expect(terms == expected)
        }
    }

    // MARK: Texts

    @Test("a table of values: the floor, who keeps it, the next step, and what would be")
    func values() {
        let text = DerivationText(Self.derivation)
        #expect(text.answer.hasPrefix("All 4 signatories accept 2 of 3 clauses. This is a floor"))
        let lines = text.values.split(separator: "\n").map {
            $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        }
        #expect(
            lines.dropFirst() == [
                "ev-3 bound 1.4 C and D 1.25: C and D", "ac-3 bound 0.002 C 0.001: C",
                "pl-1 because of C not agreed", "pl-1 bound would be 0.7 D 0.8: C and D",
                "pl-1 surfaces would be feed, search feed, search: C",
            ]
        )
        #expect(text.coverage.contains("pl-1: because of C"))
        #expect(text.spoilers.split(separator: "\n")[1].hasPrefix("C"))
    }

    @Test("what changes is told in both directions, and that nothing does")
    func changes() {
        let text = DerivationText(Self.derivation)
        #expect(text.changes(to: Self.derivation) == "Nothing changes: the instrument stays as it is.\n")
        let without = Self.derivation.protocol(between: ["A", "B", "D"])
        #expect(
            text.changes(to: without)
                == "comes in or becomes stricter:\n  ac-3 bound: 0.002 → 0.001\n  pl-1: comes in\n"
        )
        #expect(
            DerivationText(without).changes(to: Self.derivation)
                == "goes or becomes looser:\n  ac-3 bound: 0.001 → 0.002\n  pl-1: goes\n"
        )
        #expect(text.protocol(without).contains("can bind themselves to 3 clauses"))
    }

    @Test("packages name their supporters and what they ask for beyond the floor of all")
    func packages() throws {
        let packages = try Self.derivation.maximalPackages(atLeast: 3)
        let text = DerivationText(Self.derivation).packages(packages, atLeast: 3)
        #expect(text.contains("1. A, B and D\n   3 of 3 clauses"))
        #expect(text.contains("pl-1 comes in") && text.contains("never parameter by parameter"))
    }

    @Test("a comparison says which side asks for more, and lists clauses of one side together")
    func comparison() {
        let (a, b, c) = (Self.positions[0].terms, Self.positions[1].terms, Self.positions[2].terms)
        func text(_ one: Terms, _ two: Terms) -> String {
            ComparisonText(Comparison(one, with: two, in: Self.vocabulary), first: "one", second: "two").text
        }
        #expect(text(a, a).hasPrefix("one asks for just what two asks for."))
        #expect(text(a, b).hasPrefix("one is stricter than two") && text(b, a).hasPrefix("one is looser than two"))
        #expect(text(a, b).contains("one asks for more: bound 1.1 against 1.25"))
        #expect(text(c, a).contains("Only two has pl-1."))
        var crossed = b
        crossed["ac-3"] = [.bound: .number(0.0001)]
        #expect(text(a, crossed).hasPrefix("one and two are incomparable"))
    }

    @Test("how a newcomer can join, in words")
    func accession() {
        let floor = Self.derivation.instrument
        func text(_ position: Position) -> String {
            TreatyText.accession(Self.vocabulary.accession(to: floor, of: position.terms), of: position.signatory)
        }
        #expect(text(Self.positions[0]) == "A can join as it is: its position accepts the whole instrument.\n")
        let reserved = text(Self.position("E", 1.6, 0.002, nil))
        #expect(reserved.contains("with reservations") && reserved.contains("ev-3: bound"))
        let refused = text(Self.position("F", 1.4, 0.1, nil))
        #expect(refused.contains("cannot join") && refused.contains("ac-3 bound: 0.002 against 0.1"))
    }

    @Test("what holds on a day, in words")
    func treaty() throws {
        var positions = Self.positions
        for (index, day) in ["2027-01-01", "2027-02-01", "2027-03-01", "2028-01-01"].enumerated() {
            positions[index].ratified = Day(day)
        }
        let treaty = Treaty(Self.vocabulary, positions, entry: EntryIntoForce(parties: 3, days: 90))
        func text(_ day: String) throws -> String { TreatyText.state(treaty, asOf: try #require(Day(day))) }
        #expect(try text("2027-02-15").hasPrefix("Not in force on 2027-02-15: 2 of the 3 ratifications"))
        #expect(try text("2027-04-01").contains("it comes into force on 2027-05-30"))
        let later = try text("2029-01-01")
        #expect(later.hasPrefix("In force since 2027-05-30, with 2 clauses frozen that day and 4 parties"))
        #expect(later.contains("founder") && later.contains("acceded"))
    }

    // MARK: The folder

    @Test("an older edition leaves no file behind that the new one does not have")
    func folder() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        let page = try InstrumentFolder.write(ExportFixture.derived, tool: "euthyna 0", to: path)
        #expect(page == path + "/instrument.html")
        let before = Set(folder.names)
        #expect(before.isSuperset(of: ["instrument.html", "instrument.json", "derivation.json", "oscal-catalog.json"]))
        try folder.write("{}", as: "law-old.json")
        try folder.write("mine", as: "notes.txt")
        try InstrumentFolder.write(ExportFixture.proposed, tool: "euthyna 0", to: path)
        let after = Set(folder.names)
        #expect(!after.contains("derivation.json") && !after.contains("law-old.json") && after.contains("notes.txt"))
        #expect(!after.contains { $0.hasSuffix(".part") })
    }
}
