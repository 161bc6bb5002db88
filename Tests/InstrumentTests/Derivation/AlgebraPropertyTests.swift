// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

/// The laws of the derivation, each tried on 20,000 drawn sets of positions, with every parameter stated and with one in five not.
@Suite("Laws of the derivation", .tags(.law))
struct AlgebraPropertyTests {
    static let gaps = [0, 0.2]

    private func expect(_ outcome: MeetLaws.Outcome, tried: Int = MeetLaws.cases) {
        #expect(outcome.violations == 0, "\(outcome.example)")
        #expect(outcome.tried >= tried)
    }

    @Test("the order of positions is irrelevant", arguments: gaps)
    func order(_ gaps: Double) { expect(MeetLaws(gaps: gaps).order()) }

    @Test("a copy of a signatory changes nothing", arguments: gaps)
    func copies(_ gaps: Double) { expect(MeetLaws(gaps: gaps).copies()) }

    @Test("grouping is irrelevant: the instrument of regional instruments is that of all", arguments: gaps)
    func grouping(_ gaps: Double) { expect(MeetLaws(gaps: gaps).grouping()) }

    @Test("the instrument asks nobody for more than they accept", arguments: gaps)
    func isBelowAll(_ gaps: Double) { expect(MeetLaws(gaps: gaps).isBelowAll()) }

    @Test("nothing that everybody accepts goes beyond the instrument", arguments: gaps)
    func isGreatest(_ gaps: Double) {
        let outcome = MeetLaws(gaps: gaps).isGreatest()
        print("greatest lower bound: \(outcome.tried) of \(MeetLaws.cases) drawn terms lie below every position")
        expect(outcome, tried: MeetLaws.cases / 2)
    }

    @Test("loosening a position never tightens the instrument", arguments: gaps)
    func loosening(_ gaps: Double) { expect(MeetLaws(gaps: gaps).loosening()) }

    @Test("tightening a position never loosens the instrument", arguments: gaps)
    func tightening(_ gaps: Double) { expect(MeetLaws(gaps: gaps).tightening()) }

    @Test(
        "nobody alone adds or tightens: with any position in place of one, the others' own instrument is not exceeded",
        arguments: gaps
    )
    func nobodyAlone(_ gaps: Double) { expect(MeetLaws(gaps: gaps).nobodyAlone()) }

    @Test("accession to a pure meet only loosens", arguments: gaps)
    func accession(_ gaps: Double) { expect(MeetLaws(gaps: gaps).accession()) }

    @Test("the package that all accept is the instrument, and no package of fewer is looser")
    func packages() throws {
        var random = RandomTerms(seed: 10)
        var count = 0
        var failed = 0
        for _ in 0..<MeetLaws.cases {
            let derivation = derivation(random.several())
            let all = try derivation.maximalPackages(atLeast: derivation.positions.count)
            if all.map(\.terms) != [derivation.instrument] { failed += 1 }
            let needed = 1 + random.draws.below(derivation.positions.count)
            for package in try derivation.maximalPackages(atLeast: needed) {
                count += 1
                if !derivation.vocabulary.isNoStricter(derivation.instrument, than: package.terms) { failed += 1 }
            }
        }
        print("packages of k of n: \(count) packages of \(MeetLaws.cases) sets of positions")
        #expect(failed == 0)
    }

    @Test("what is derived does not depend on the order of the input")
    func canonical() {
        var random = RandomTerms(seed: 11)
        var failed = 0
        for _ in 0..<MeetLaws.cases {
            let derivation = derivation(random.several())
            let other = Derivation(derivation.vocabulary, random.draws.shuffled(derivation.positions))
            if other.positions != derivation.positions || other.clauses != derivation.clauses { failed += 1 }
        }
        #expect(failed == 0)
    }

    @Test("what is derived of a clause is what the instrument says")
    func derived() {
        var random = RandomTerms(seed: 12, gaps: 0.1)
        var failed = 0
        for _ in 0..<MeetLaws.cases {
            let derivation = derivation(random.several())
            for clause in derivation.clauses {
                let agreed = derivation.instrument[clause.id]
                if clause.isAgreed != (agreed != nil) { failed += 1 }
                if clause.parameters.contains(where: { $0.value != agreed?[$0.parameter] }) { failed += 1 }
                // Where nobody rejects it and everybody agrees on something, the clause is there.
                if !clause.isAgreed, clause.absentBecauseOf.isEmpty, clause.disagreement.isEmpty, random.gaps == 0 {
                    failed += 1
                }
            }
        }
        #expect(failed == 0)
    }

    @Test("the next step is reached where those it needs move, and not before")
    func next() {
        var random = RandomTerms(seed: 13)
        var (tried, failed) = (0, 0)
        for _ in 0..<MeetLaws.cases / 4 {
            let derivation = derivation(random.several())
            for clause in derivation.clauses {
                for parameter in clause.parameters {
                    guard let next = parameter.next, clause.isAgreed else { continue }
                    tried += 1
                    var moved = derivation
                    for (count, name) in next.needs.enumerated() {
                        if moved.instrument[clause.id]?[parameter.parameter] != parameter.value, count > 0,
                            parameter.strictness != .superset
                        {
                            failed += 1
                        }
                        moved = moved.whatIf(name) { terms in
                            guard case .set(let more) = next.value,
                                case .set(let own)? = terms[clause.id]?[parameter.parameter]
                            else {
                                terms[clause.id]?[parameter.parameter] = next.value
                                return
                            }
                            terms[clause.id]?[parameter.parameter] = .set(own.union(more))
                        }
                    }
                    if moved.instrument[clause.id]?[parameter.parameter] != next.value { failed += 1 }
                }
            }
        }
        print("next steps: \(tried) followed")
        #expect(failed == 0 && tried > 10_000)
    }

    @Test(
        "less is less: the order of terms is reflexive, transitive and antisymmetric, and counterexamples are where it fails"
    )
    func partialOrder() {
        let vocabulary = RandomTerms.vocabulary
        for gaps in Self.gaps {
            var random = RandomTerms(seed: 14, gaps: gaps)
            var (chains, failed) = (0, 0)
            for _ in 0..<MeetLaws.cases {
                let first = random.terms()
                let second = random.draws.chance(0.5) ? random.loosened(first) : random.terms()
                let third = random.draws.chance(0.5) ? random.loosened(second) : random.terms()
                func isBelow(_ one: Terms, _ two: Terms) -> Bool { vocabulary.isNoStricter(one, than: two) }
                if !isBelow(first, first) { failed += 1 }
                if isBelow(third, second), isBelow(second, first) {
                    chains += 1
                    if !isBelow(third, first) { failed += 1 }
                }
                if isBelow(first, second), isBelow(second, first), first != second { failed += 1 }
                if isBelow(first, third) != vocabulary.counterexamples(first, noStricterThan: third).isEmpty {
                    failed += 1
                }
            }
            #expect(failed == 0)
            #expect(chains > MeetLaws.cases / 5)
        }
    }

    @Test("exchanging all signs exchanges the directions of strictness and nothing else")
    func mirror() {
        let mirrored = Vocabulary(
            RandomTerms.vocabulary.entries.map { entry in
                var entry = entry
                entry.parameters = entry.parameters.mapValues { $0 == .lower ? .higher : $0 == .higher ? .lower : $0 }
                return entry
            }
        )
        func mirror(_ terms: Terms) -> Terms {
            Terms(terms.clauses.mapValues { $0.mapValues { value in value.number.map { .number(-$0) } ?? value } })
        }
        var random = RandomTerms(seed: 15)
        var failed = 0
        for _ in 0..<MeetLaws.cases {
            let all = random.several()
            if mirrored.meet(all.map(mirror)) != mirror(RandomTerms.vocabulary.meet(all)) { failed += 1 }
        }
        #expect(failed == 0)
    }

    private func derivation(_ all: [Terms]) -> Derivation {
        Derivation(
            RandomTerms.vocabulary,
            zip("ABCDEF", all).map { Position(signatory: String($0), terms: $1) }
        )
    }
}
