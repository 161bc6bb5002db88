// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Instrument

/// The worked cases of the reference, line by line.
@Suite("Derivations worked by hand", .tags(.byHand))
struct GoldenDerivationTests {
    private typealias Rung = DerivedParameter.Rung
    private typealias Step = DerivedParameter.Step

    private static let vocabulary = Vocabulary([
        Vocabulary.Entry(id: "ev-3", title: "Equal voice", parameters: [.bound: .lower]),
        Vocabulary.Entry(id: "ac-3", title: "Replay", isCore: true, parameters: [.bound: .lower]),
        Vocabulary.Entry(id: "pl-1", title: "Encounter", parameters: [.bound: .higher]),
    ])

    private static func position(_ name: String, _ bounds: [String: Double]) -> Position {
        Position(signatory: name, terms: Terms(bounds.mapValues { [.bound: .number($0)] }))
    }

    private static let derivation = Derivation(
        vocabulary,
        [
            position("D", ["ev-3": 1.40, "ac-3": 0.001, "pl-1": 0.7]),
            position("C", ["ev-3": 1.40, "ac-3": 0.002]),
            position("B", ["ev-3": 1.25, "ac-3": 0.001, "pl-1": 0.8]),
            position("A", ["ev-3": 1.10, "ac-3": 0.001, "pl-1": 0.9]),
        ]
    )

    private func rung(_ value: Double, _ names: String...) -> Rung { Rung(value: .number(value), acceptedBy: names) }

    @Test("a clause that all hold takes the loosest value; two bind it, and both have to move for the next rung")
    func agreed() throws {
        let clause = try #require(Self.derivation.clause("ev-3"))
        #expect(clause.isAgreed && clause.absentBecauseOf.isEmpty && clause.disagreement.isEmpty && !clause.isCore)
        let bound = try #require(clause[.bound])
        #expect(bound.value == .number(1.40) && bound.wouldBe == .number(1.40))
        #expect(bound.binding == ["C", "D"])
        #expect(bound.next == Step(value: .number(1.25), needs: ["C", "D"]))
        #expect(bound.ladder == [rung(1.10, "A"), rung(1.25, "A", "B"), rung(1.40, "A", "B", "C", "D")])
    }

    @Test("one signatory alone binds a clause, and is all it takes")
    func oneBinds() throws {
        let clause = try #require(Self.derivation.clause("ac-3"))
        let bound = try #require(clause[.bound])
        #expect(clause.isAgreed && clause.isCore && bound.value == .number(0.002) && bound.binding == ["C"])
        #expect(bound.next == Step(value: .number(0.001), needs: ["C"]))
        #expect(bound.ladder == [rung(0.001, "A", "B", "D"), rung(0.002, "A", "B", "C", "D")])
    }

    @Test("a clause that one does not hold is absent because of it, and would be what the others have in common")
    func absent() throws {
        let clause = try #require(Self.derivation.clause("pl-1"))
        #expect(!clause.isAgreed && clause.absentBecauseOf == ["C"] && clause.disagreement.isEmpty)
        let bound = try #require(clause[.bound])
        #expect(bound.value == nil && bound.wouldBe == .number(0.7) && bound.binding == ["D"])
        #expect(bound.next == Step(value: .number(0.8), needs: ["C", "D"]))
        #expect(bound.ladder == [rung(0.9, "A"), rung(0.8, "A", "B"), rung(0.7, "A", "B", "D")])
    }

    @Test("the instrument is the values agreed on, and coverage their share of the vocabulary")
    func instrument() {
        #expect(
            Self.derivation.instrument
                == Terms(["ev-3": [.bound: .number(1.40)], "ac-3": [.bound: .number(0.002)]])
        )
        #expect(Self.derivation.coverage == 2.0 / 3)
        #expect(Self.derivation.positions.map(\.signatory) == ["A", "B", "C", "D"])
        #expect(Derivation(Vocabulary([]), []).coverage == 0)
    }

    @Test("whoever spoils most is named first, with what it would bring")
    func spoilers() {
        let spoilers = Self.derivation.spoilers
        #expect(spoilers.map(\.signatory) == ["C", "A", "B", "D"])
        #expect(spoilers[0].adds == ["pl-1"])
        #expect(spoilers[0].tightens.map(\.clause) == ["ac-3"] && spoilers[0].tightens.map(\.value) == [.number(0.001)])
        #expect(spoilers.dropFirst().allSatisfy { $0.adds.isEmpty && $0.tightens.isEmpty })
    }

    @Test("what if C held the level of B: the next rung needs D alone")
    func whatIf() throws {
        let other = Self.derivation.whatIf("C") { $0["ev-3"]?[.bound] = .number(1.25) }
        let bound = try #require(other.clause("ev-3")?[.bound])
        #expect(bound.value == .number(1.40) && bound.binding == ["D"])
        #expect(bound.next == Step(value: .number(1.25), needs: ["D"]))
        let both = other.whatIf("D") { $0["ev-3"]?[.bound] = .number(1.25) }
        let changes = Self.derivation.changes(to: both)
        #expect(changes.tightened.map(\.value) == [.number(1.25)] && changes.tightened.map(\.other) == [.number(1.40)])
        #expect(changes.loosened.isEmpty)
    }

    @Test("a protocol between named signatories goes further, and never less far")
    func coalition() {
        let further = Self.derivation.protocol(between: ["A", "B"])
        #expect(
            further.instrument
                == Terms(
                    [
                        "ev-3": [.bound: .number(1.25)], "ac-3": [.bound: .number(0.001)],
                        "pl-1": [.bound: .number(0.8)],
                    ]
                )
        )
        #expect(Self.vocabulary.isNoStricter(Self.derivation.instrument, than: further.instrument))
        #expect(Self.derivation.protocol(between: ["nobody"]).instrument == Terms())
    }

    private static let second = Vocabulary([
        Vocabulary.Entry(
            id: "x-1",
            // The reference treats a confidence as a chain here; of our parameters the one that rises is the probability of catching.
            parameters: [
                .bound: .lower, .detectionProbability: .higher, .surfaces: .superset, .minMonthlyUsers: .lower,
            ]
        )
    ])

    private static func terms(_ bound: Double, _ probability: Double, _ surfaces: Set<String>, _ users: Double) -> Terms
    {
        Terms([
            "x-1": [
                .bound: .number(bound), .detectionProbability: .number(probability), .surfaces: .set(surfaces),
                .minMonthlyUsers: .number(users),
            ]
        ])
    }

    private static let two = Derivation(
        second,
        [
            Position(signatory: "A", terms: terms(2, 0.95, ["feed", "search"], 1_000)),
            Position(signatory: "B", terms: terms(3, 0.90, ["feed", "search", "replies"], 100)),
        ]
    )

    @Test("four kinds of parameters in one clause, each bound by whoever holds less of it")
    func kinds() throws {
        #expect(Self.two.instrument == Self.terms(3, 0.90, ["feed", "search"], 1_000))
        let clause = try #require(Self.two.clause("x-1"))
        #expect(clause[.bound]?.binding == ["B"] && clause[.detectionProbability]?.binding == ["B"])
        #expect(clause[.minMonthlyUsers]?.binding == ["A"])
        let surfaces = try #require(clause[.surfaces])
        #expect(surfaces.binding == ["A"])
        #expect(surfaces.next == Step(value: .set(["feed", "search", "replies"]), needs: ["A"]))
        #expect(
            surfaces.ladder == [
                Rung(value: .set(["feed"]), acceptedBy: ["A", "B"]),
                Rung(value: .set(["search"]), acceptedBy: ["A", "B"]),
                Rung(value: .set(["replies"]), acceptedBy: ["B"]),
            ]
        )
        #expect(clause.parameters.map(\.parameter) == [.bound, .minMonthlyUsers, .detectionProbability, .surfaces])
    }

    @Test("a third signatory with an empty position empties the instrument, and is named as the reason")
    func empty() throws {
        let derivation = Derivation(Self.second, Self.two.positions + [Position(signatory: "C", terms: Terms())])
        #expect(derivation.instrument == Terms() && derivation.coverage == 0)
        let clause = try #require(derivation.clause("x-1"))
        #expect(clause.absentBecauseOf == ["C"] && clause[.bound]?.wouldBe == .number(3))
        #expect(clause[.bound]?.next == Step(value: .number(2), needs: ["B", "C"]))
        #expect(derivation.spoilers.first?.signatory == "C" && derivation.spoilers.first?.adds == ["x-1"])
    }

    @Test("where all that hold a clause say the same, the next step needs only those that do not hold it")
    func onlyAbsentees() throws {
        let same = Self.terms(2, 0.9, ["feed"], 100)
        let derivation = Derivation(
            Self.second,
            [
                Position(signatory: "A", terms: same), Position(signatory: "B", terms: same),
                Position(signatory: "C", terms: Terms()),
            ]
        )
        let clause = try #require(derivation.clause("x-1"))
        for parameter in clause.parameters {
            #expect(parameter.next == Step(value: try #require(same["x-1"]?[parameter.parameter]), needs: ["C"]))
        }
    }

    @Test("sets without a common element leave no clause, and the set is named, not a signatory")
    func disagreement() throws {
        let derivation = Derivation(
            Self.second,
            [
                Position(signatory: "A", terms: Self.terms(2, 0.9, ["feed"], 100)),
                Position(signatory: "B", terms: Self.terms(2, 0.9, ["search"], 100)),
            ]
        )
        let clause = try #require(derivation.clause("x-1"))
        #expect(!clause.isAgreed && clause.absentBecauseOf.isEmpty && clause.disagreement == [.surfaces])
        #expect(clause[.surfaces]?.binding == ["A", "B"] && clause[.surfaces]?.wouldBe == nil)
        #expect(clause[.bound]?.wouldBe == .number(2))
    }

    @Test("neutral values that differ leave no clause; those that agree bind nobody")
    func neutral() throws {
        let vocabulary = Vocabulary([Vocabulary.Entry(id: "ac-5", parameters: [.bound: .neutral])])
        func derivation(_ bounds: Double...) -> Derivation {
            Derivation(
                vocabulary,
                zip("ABC", bounds).map { Self.position(String($0), ["ac-5": $1]) }
            )
        }
        let apart = try #require(derivation(20, 20, 40).clause("ac-5"))
        #expect(!apart.isAgreed && apart.disagreement == [.bound] && apart[.bound]?.next == nil)
        #expect(apart[.bound]?.ladder == [rung(20, "A", "B"), rung(40, "C")])
        let together = try #require(derivation(20, 20, 20).clause("ac-5"))
        #expect(together[.bound]?.value == .number(20) && together[.bound]?.binding == [])
    }

    @Test("nobody at all agrees on nothing, and nothing is anybody's fault")
    func nobody() throws {
        let clause = try #require(Derivation(Self.second, []).clause("x-1"))
        #expect(!clause.isAgreed && clause.absentBecauseOf.isEmpty && clause.disagreement.isEmpty)
        #expect(clause.parameters.allSatisfy { $0.ladder.isEmpty && $0.next == nil && $0.wouldBe == nil })
        #expect(Derivation(Self.second, []).spoilers.isEmpty)
    }

    @Test("who leaves is worth what the instrument without it is worth")
    func spoilersAreDerivations() {
        var random = RandomTerms(seed: 21)
        var failed = 0
        for _ in 0..<2_000 {
            let positions = zip("ABCDEF", random.several()).map { Position(signatory: String($0), terms: $1) }
            let derivation = Derivation(RandomTerms.vocabulary, positions)
            for spoiler in derivation.spoilers {
                let without = Derivation(RandomTerms.vocabulary, positions.filter { $0.signatory != spoiler.signatory })
                let gains = derivation.changes(to: without).tightened
                if spoiler.adds != gains.filter({ $0.parameter == nil }).map(\.clause) { failed += 1 }
                if spoiler.tightens != gains.filter({ $0.parameter != nil }) { failed += 1 }
            }
        }
        #expect(failed == 0)
    }
}
