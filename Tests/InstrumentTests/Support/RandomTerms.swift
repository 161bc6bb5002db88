// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport

/// A small vocabulary with every kind of parameter, and terms drawn in it: chains of six values, sets of five elements, each clause
/// present with probability 0.85 and each element with 0.75, as in the reference.
struct RandomTerms {
    static let vocabulary = Vocabulary([
        Vocabulary.Entry(
            id: "ac-1",
            isCore: true,
            parameters: [.bound: .lower, .limit: .lower, .surfaces: .superset]
        ),
        Vocabulary.Entry(id: "ev-1", parameters: [.bound: .higher, .limit: .higher, .detectionProbability: .higher]),
        Vocabulary.Entry(id: "ev-2", parameters: [.graceDays: .lower, .fields: .superset, .distance: .neutral]),
        Vocabulary.Entry(id: "pl-1", parameters: [.minMonthlyUsers: .lower, .categories: .superset]),
    ])

    private static let elements = vocabulary.entries.flatMap { Array($0.parameters.keys) }
        .reduce(into: [Parameter: [String]]()) { $0[$1] = $1.elements.map { Array($0.prefix(5)) } }

    var draws: Draws
    /// The share of parameters that are not stated.
    let gaps: Double

    init(seed: Int, gaps: Double = 0) {
        draws = Draws(seed: seed)
        self.gaps = gaps
    }

    /// From one to six of them.
    mutating func several(least: Int = 1) -> [Terms] {
        (0..<least + draws.below(7 - least)).map { _ in terms() }
    }

    mutating func terms() -> Terms {
        var terms = Terms()
        for entry in Self.vocabulary.entries where draws.chance(0.85) { terms[entry.id] = clause(entry) }
        return terms
    }

    private mutating func clause(_ entry: Vocabulary.Entry) -> Terms.Clause {
        var clause: Terms.Clause = [:]
        for parameter in entry.parameters.keys.sorted() where gaps == 0 || !draws.chance(gaps) {
            clause[parameter] = value(parameter, entry.parameters[parameter] ?? .neutral)
        }
        return clause
    }

    private mutating func value(_ parameter: Parameter, _ strictness: Strictness) -> Value {
        if let all = Self.elements[parameter] { return .set(Set(all.filter { _ in draws.chance(0.75) })) }
        // Neutral values that seldom agree would leave no clause to look at.
        return .number(strictness == .neutral && draws.chance(0.9) ? 0 : Double(draws.below(6)))
    }

    /// Terms that ask for no more: clauses fall away, numbers and sets give way.
    mutating func loosened(_ terms: Terms) -> Terms {
        var looser = terms
        for entry in Self.vocabulary.entries {
            guard let clause = terms[entry.id] else { continue }
            looser[entry.id] = draws.chance(0.1) ? nil : moved(clause, entry, isTighter: false)
        }
        return looser
    }

    /// Terms that ask for no less: clauses join, numbers and sets grow stricter.
    mutating func tightened(_ terms: Terms) -> Terms {
        var tighter = terms
        for entry in Self.vocabulary.entries {
            if let clause = terms[entry.id] {
                tighter[entry.id] = moved(clause, entry, isTighter: true)
            } else if draws.chance(0.3) {
                tighter[entry.id] = clause(entry)
            }
        }
        return tighter
    }

    private mutating func moved(_ clause: Terms.Clause, _ entry: Vocabulary.Entry, isTighter: Bool) -> Terms.Clause {
        var moved = clause
        for parameter in entry.parameters.keys.sorted() where draws.chance(0.4) {
            switch (clause[parameter], entry.parameters[parameter]) {
            case (.set(let set), _):
                let others = value(parameter, .superset).elements ?? []
                moved[parameter] = .set(isTighter ? set.union(others) : set.intersection(others))
            case (.number(let number), .lower):
                moved[parameter] = .number(number + Double(isTighter ? -draws.below(3) : draws.below(3)))
            case (.number(let number), .higher):
                moved[parameter] = .number(number + Double(isTighter ? draws.below(3) : -draws.below(3)))
            default: break
            }
        }
        return moved
    }
}
