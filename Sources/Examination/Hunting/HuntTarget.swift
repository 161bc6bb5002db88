// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation
public import Society

/// A clause that binds what happens to one person, as a property that has to hold for every persona.
public struct HuntTarget: Sendable, Equatable {
    /// The clause as it stands.
    public let clause: Clause
    /// What has to hold for every persona: it fails where the verdict rule would say that the clause is not met, so the bound of the
    /// property is the far edge of the tolerance.
    public let property: HuntProperty
    /// The rule-book: title, version and what else holds for the whole.
    public let head: RuleBook.Head
    /// The day whose values hold.
    public let day: Day
}

extension HuntTarget {
    /// The figures of clauses that are about what happens to one person, with what of a persona they become.
    private static let kinds: [(measure: String, figure: String, kind: HuntProperty.Kind)] = [
        ("encounter", "leastRatio", .encounter),
        ("excess-drift", "excess", .excessDrift),
        ("interest-narrowing", "narrowing/difference", .narrowing),
        ("preference-shift", "shift/difference", .preferenceShift),
        ("session-growth", "growth/difference", .sessionGrowth),
    ]

    /// Looks a clause up.
    ///
    /// - Parameters:
    ///   - id: Of the clause: "pl-1".
    ///   - rules: Where it stands.
    /// - Throws: ``HuntRefusal`` where there is no such clause, or where it binds something that no single person can show.
    public init(_ id: String, in rules: RulesInForce) throws(HuntRefusal) {
        guard let clause = rules.clauses.first(where: { $0.clause.id == id })?.clause else {
            throw HuntRefusal("there is no clause \"\(id)\" in \(rules.head.title); \(Self.choice(rules))")
        }
        guard let kind = Self.kind(of: clause) else {
            throw HuntRefusal("\(id) \(Self.reason(clause)); \(Self.choice(rules))")
        }
        self.clause = clause
        property = HuntProperty(kind, bound: clause.criterion.limit)
        head = rules.head
        day = rules.day
    }

    /// The clauses that can be hunted, in the order of the text.
    ///
    /// - Parameter rules: Where they stand.
    /// - Returns: Their ids.
    public static func ids(in rules: RulesInForce) -> [String] {
        rules.clauses.map(\.clause).filter { kind(of: $0) != nil }.map(\.id)
    }

    private static func kind(of clause: Clause) -> HuntProperty.Kind? {
        guard clause.rule == .limits,
            let kind = kinds.first(where: { $0.measure == clause.measure && $0.figure == clause.figure })?.kind,
            clause.criterion.direction == (kind == .encounter ? .atLeast : .atMost)
        else { return nil }
        // A ratio that may be 0 is kept by everybody.
        return kind == .encounter && clause.criterion.limit <= 0 ? nil : kind
    }

    private static func reason(_ clause: Clause) -> String {
        guard let known = kinds.first(where: { $0.measure == clause.measure }) else {
            return "binds \(clause.measure), a figure over many people or none"
        }
        guard clause.figure == known.figure, clause.rule == .limits else {
            return
                "binds the figure \(clause.figure) of \(clause.measure); of one person only \(known.figure) can be told"
        }
        let isAtLeast = clause.criterion.direction == .atLeast
        return "asks for \(clause.measure) \(isAtLeast ? "at least" : "at most") "
            + "\(JSONValue.format(clause.criterion.bound)), which no single person can fail"
    }

    private static func choice(_ rules: RulesInForce) -> String {
        let ids = ids(in: rules)
        return ids.isEmpty
            ? "this rule-book has no clause that hunt works for" : "hunt works for \(ids.joined(separator: ", "))"
    }
}

/// Why a clause cannot be hunted.
public struct HuntRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// Which clause, why, and which can be.
    public let description: String

    init(_ description: String) { self.description = description }
}
