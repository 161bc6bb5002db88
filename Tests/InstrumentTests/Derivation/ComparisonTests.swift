// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Instrument

@Suite("Two instruments side by side")
struct ComparisonTests {
    private static let vocabulary = Vocabulary([
        Vocabulary.Entry(id: "ev-1", title: "Voice", parameters: [.bound: .lower, .surfaces: .superset]),
        Vocabulary.Entry(id: "ev-2", title: "Meeting", parameters: [.bound: .higher]),
    ])

    private static func terms(_ first: (Double, Set<String>)?, _ second: Double?) -> Terms {
        var terms = Terms()
        terms["ev-1"] = first.map { [.bound: .number($0.0), .surfaces: .set($0.1)] }
        terms["ev-2"] = second.map { [.bound: .number($0)] }
        return terms
    }

    private func compared(_ one: Terms, _ two: Terms, _ differences: [String: String] = [:]) -> Comparison {
        Comparison(one, with: two, in: Self.vocabulary, differences: differences)
    }

    @Test("equal terms have no counterexample either way")
    func equal() {
        let one = Self.terms((1, ["feed"]), 2)
        let comparison = compared(one, one)
        #expect(comparison.relation == .equal && comparison.lines.map(\.relation) == [.equal, .equal])
        #expect(comparison.lines.allSatisfy { $0.stricter.isEmpty && $0.looser.isEmpty && $0.difference == nil })
        #expect(compared(Terms(), Terms()).relation == .equal && compared(Terms(), Terms()).lines.isEmpty)
    }

    @Test(
        "a lower bound of at most, a higher one of at least, a larger set and one clause more are stricter, and the other way round looser"
    )
    func stricter() {
        let base = Self.terms((1, ["feed"]), 2)
        for more in [
            Self.terms((0.5, ["feed"]), 2), Self.terms((1, ["feed"]), 3), Self.terms((1, ["feed", "search"]), 2),
        ] {
            #expect(compared(more, base).relation == .stricter && compared(base, more).relation == .looser)
            #expect(compared(more, base).lines.flatMap(\.stricter) == compared(base, more).lines.flatMap(\.looser))
        }
        let less = Self.terms((1, ["feed"]), nil)
        #expect(compared(base, less).relation == .stricter && compared(less, base).relation == .looser)
        #expect(
            compared(base, less).lines.last?.stricter
                == [Counterexample(clause: "ev-2", parameter: nil, value: nil, other: nil)]
        )
        #expect(compared(base, less).lines.map(\.title) == ["Voice", "Meeting"])
    }

    @Test("terms that differ both ways are incomparable, with a counterexample each way")
    func incomparable() {
        let one = Self.terms((1, ["feed"]), 2)
        let two = Self.terms((2, ["feed"]), 3)
        let across = compared(one, two)
        #expect(across.relation == .incomparable && across.lines.map(\.relation) == [.stricter, .looser])
        #expect(
            across.lines[0].stricter
                == [Counterexample(clause: "ev-1", parameter: .bound, value: .number(1), other: .number(2))]
        )
        #expect(
            across.lines[1].looser
                == [Counterexample(clause: "ev-2", parameter: .bound, value: .number(3), other: .number(2))]
        )
        let within = compared(Self.terms((1, ["feed"]), 2), Self.terms((2, ["feed", "search"]), 2))
        #expect(within.relation == .incomparable && within.lines[0].relation == .incomparable)
        #expect(
            within.lines[0].stricter.map(\.parameter) == [.bound]
                && within.lines[0].looser.map(\.parameter) == [.surfaces]
        )
    }

    @Test("clauses that bind different measures do not compare, whatever their numbers")
    func measures() {
        let one = Self.terms((1, ["feed"]), 2)
        let comparison = compared(one, Self.terms((1, ["feed"]), 1), ["ev-1": "gini here, share of the top 1 % there"])
        #expect(comparison.relation == .incomparable && comparison.lines.map(\.relation) == [.incomparable, .stricter])
        #expect(comparison.lines[0].difference == "gini here, share of the top 1 % there")
    }

    @Test("the comparison is that of the order, and exchanging sides exchanges the words", .tags(.law))
    func order() {
        var random = RandomTerms(seed: 51)
        var counts: [Comparison.Relation: Int] = [:]
        var failed = 0
        for _ in 0..<20_000 {
            let one = random.terms()
            let two =
                random.draws.chance(0.5)
                ? random.loosened(one) : random.draws.chance(0.5) ? random.tightened(one) : random.terms()
            let vocabulary = RandomTerms.vocabulary
            let there = Comparison(one, with: two, in: vocabulary)
            let back = Comparison(two, with: one, in: vocabulary)
            counts[there.relation, default: 0] += 1
            let expected: Comparison.Relation =
                switch (vocabulary.isNoStricter(one, than: two), vocabulary.isNoStricter(two, than: one)) {
                case (true, true): .equal
                case (true, false): .looser
                case (false, true): .stricter
                case (false, false): .incomparable
                }
            if there.relation != expected { failed += 1 }
            if there.lines.map(\.stricter) != back.lines.map(\.looser) { failed += 1 }
        }
        print("comparisons: \(counts.map { "\($0.key.rawValue) \($0.value)" }.sorted())")
        #expect(failed == 0 && counts.count == 4 && counts.values.allSatisfy { $0 > 200 })
    }
}
