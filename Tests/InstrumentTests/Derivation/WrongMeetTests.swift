// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

/// Ways to make an instrument that look fair and are not: the laws tell each of them from the meet.
@Suite("The laws catch wrong ways to derive", .tags(.law))
struct WrongMeetTests {
    /// Clauses that a share of the positions hold, each parameter put together by itself.
    private static func combined(
        _ all: [Terms],
        held: (Int) -> Bool = { _ in true },
        _ numbers: ([Double], Strictness) -> Double
    ) -> Terms {
        var terms = Terms()
        for entry in RandomTerms.vocabulary.entries {
            let holders = all.compactMap { $0[entry.id] }
            guard !holders.isEmpty, held(holders.count) else { continue }
            var clause: Terms.Clause = [:]
            for (parameter, strictness) in entry.parameters {
                let values = holders.compactMap { $0[parameter] }
                let sets = values.compactMap { value in value.elements.map(Set.init) }
                if let first = sets.first {
                    clause[parameter] = .set(sets.dropFirst().reduce(first) { $0.intersection($1) })
                } else {
                    clause[parameter] = .number(numbers(values.compactMap(\.number), strictness))
                }
            }
            terms[entry.id] = clause
        }
        return terms
    }

    private static func loosest(_ numbers: [Double], _ strictness: Strictness) -> Double {
        (strictness == .higher ? numbers.min() : numbers.max()) ?? 0
    }

    @Test("averaging asks signatories for more than they accept, depends on grouping, and lets one alone tighten")
    func averages() {
        let laws = MeetLaws { all in
            Self.combined(all, held: { $0 == all.count }) { numbers, _ in numbers.reduce(0, +) / Double(numbers.count) }
        }
        #expect(laws.isBelowAll().violations > MeetLaws.cases / 10)
        #expect(laws.grouping().violations > MeetLaws.cases / 10)
        #expect(laws.copies().violations > MeetLaws.cases / 10)
        #expect(laws.nobodyAlone().violations > MeetLaws.cases / 10)
        #expect(laws.accession().violations > MeetLaws.cases / 10)
    }

    @Test("to keep a clause that only most hold lets one alone add it, and tighten it by giving it up")
    func majority() {
        let laws = MeetLaws { all in
            Self.combined(all, held: { 2 * $0 > all.count }, Self.loosest)
        }
        #expect(laws.isBelowAll().violations > MeetLaws.cases / 10)
        #expect(laws.nobodyAlone().violations > 100)
        #expect(laws.grouping().violations > 100)
        // Who gives a clause up takes the value along that kept it loose.
        #expect(laws.loosening().violations > 100)
    }

    @Test(
        "the loosest bound with the loosest tolerance is no greatest lower bound: something all accept goes beyond it"
    )
    func tolerances() {
        let laws = MeetLaws { all in
            var terms = RandomTerms.vocabulary.meet(all)
            for entry in RandomTerms.vocabulary.entries {
                let tolerances = all.compactMap { terms in
                    terms[entry.id]?[.limit]?.number.flatMap { limit in
                        terms[entry.id]?[.bound]?.number.map { limit - $0 }
                    }
                }
                guard let bound = terms[entry.id]?[.bound]?.number, !tolerances.isEmpty else { continue }
                let isHigher = entry.parameters[.bound] == .higher
                let tolerance = (isHigher ? tolerances.min() : tolerances.max()) ?? 0
                terms[entry.id]?[.limit] = .number(bound + tolerance)
            }
            return terms
        }
        #expect(laws.isBelowAll().violations == 0)
        #expect(laws.isGreatest().violations > MeetLaws.cases / 20)
    }

    @Test("the first position in place of all depends on the order")
    func first() {
        let laws = MeetLaws { $0[0] }
        #expect(laws.order().violations > MeetLaws.cases / 4)
        #expect(laws.loosening().violations == 0)
    }

    @Test("the empty instrument keeps every law but that of the greatest")
    func empty() {
        let laws = MeetLaws { _ in Terms() }
        #expect(laws.isBelowAll().violations == 0 && laws.nobodyAlone().violations == 0)
        #expect(laws.isGreatest().violations > MeetLaws.cases / 4)
    }

    @Test("to go on without a set on which positions disagree makes the rest depend on the order")
    func forgotten() {
        // What a parameter counts that one position does not state, in a meet taken two by two.
        let laws = MeetLaws(gaps: 0.2) { all in
            var met = all[0]
            for terms in all.dropFirst() {
                var next = Terms()
                for entry in RandomTerms.vocabulary.entries {
                    guard let one = met[entry.id], let two = terms[entry.id] else { continue }
                    var clause: Terms.Clause = [:]
                    var hasObject = true
                    for (parameter, strictness) in entry.parameters {
                        guard let first = one[parameter], let second = two[parameter] else { continue }
                        clause[parameter] = strictness.meet(first, second)
                        hasObject = hasObject && clause[parameter] != nil
                    }
                    next[entry.id] = hasObject ? clause : nil
                }
                met = next
            }
            return met
        }
        #expect(laws.order().violations > 0)
    }
}
