// SPDX-License-Identifier: Apache-2.0

/// Two instruments side by side, in one vocabulary.
public struct Comparison: Sendable, Equatable {
    /// How the first stands to the second.
    public enum Relation: String, Sendable {
        case equal, stricter, looser, incomparable
    }

    /// One clause on both sides.
    public struct Line: Sendable, Equatable {
        /// The clause.
        public var id: String
        /// Its title.
        public var title: String
        /// How the first stands to the second.
        public var relation: Relation
        /// Where the first asks for more.
        public var stricter: [Counterexample]
        /// Where the second asks for more.
        public var looser: [Counterexample]
        /// Why the clauses cannot be compared at all: they bind different measures.
        public var difference: String?
    }

    /// How the first stands to the second as a whole.
    public var relation: Relation
    /// Clauses that either side has, in the order of the vocabulary.
    public var lines: [Line]

    /// Compares terms.
    ///
    /// - Parameters:
    ///   - first: The terms that are judged.
    ///   - second: What they are compared with.
    ///   - vocabulary: Both are written in it.
    ///   - differences: Clauses that do not mean the same on both sides, with what differs: different measures do not compare.
    public init(_ first: Terms, with second: Terms, in vocabulary: Vocabulary, differences: [String: String] = [:]) {
        let more = Dictionary(grouping: vocabulary.counterexamples(first, noStricterThan: second), by: \.clause)
        let less = Dictionary(grouping: vocabulary.counterexamples(second, noStricterThan: first), by: \.clause)
        lines = vocabulary.entries.filter { first[$0.id] != nil || second[$0.id] != nil }.map { entry in
            let stricter = more[entry.id] ?? []
            let looser = less[entry.id] ?? []
            let difference = differences[entry.id]
            return Line(
                id: entry.id,
                title: entry.title,
                relation: difference == nil ? Self.relation(!stricter.isEmpty, !looser.isEmpty) : .incomparable,
                stricter: stricter,
                looser: looser,
                difference: difference
            )
        }
        let relations = Set(lines.map(\.relation))
        relation =
            relations.contains(.incomparable)
            ? .incomparable : Self.relation(relations.contains(.stricter), relations.contains(.looser))
    }

    private static func relation(_ isStricter: Bool, _ isLooser: Bool) -> Relation {
        switch (isStricter, isLooser) {
        case (false, false): .equal
        case (true, false): .stricter
        case (false, true): .looser
        case (true, true): .incomparable
        }
    }
}

extension Comparison {
    /// Compares two editions, each in its own vocabulary: clauses that measure something else do not compare.
    public init(_ first: Edition, with second: Edition) {
        let others = Dictionary(second.entries.map { ($0.clause.id, $0.clause) }, uniquingKeysWith: { one, _ in one })
        var differences: [String: String] = [:]
        for entry in first.entries {
            guard let other = others[entry.clause.id] else { continue }
            differences[entry.clause.id] = Self.difference(entry.clause, other)
        }
        let own = Set(first.entries.map(\.clause.id))
        let clauses = first.entries.map(\.clause) + second.entries.map(\.clause).filter { !own.contains($0.id) }
        self.init(
            Self.terms(first),
            with: Self.terms(second),
            in: Vocabulary(
                clauses.map { clause in
                    // Parameters that only one side has count, too.
                    Vocabulary.Entry(
                        id: clause.id,
                        title: clause.title,
                        isCore: clause.isCore,
                        parameters: clause.strictness.merging(others[clause.id]?.strictness ?? [:]) { own, _ in own }
                    )
                }
            ),
            differences: differences
        )
    }

    /// The values of both sides; a clause that names no places and no size speaks of all of them.
    private static func terms(_ edition: Edition) -> Terms {
        let unlimited: Terms.Clause = [
            .minMonthlyUsers: .number(0), .surfaces: .set(Set(Surface.allCases.map(\.rawValue))),
        ]
        return Terms(
            Dictionary(
                edition.entries.filter(\.isInForce).map { entry in
                    (entry.clause.id, entry.clause.terms.merging(unlimited) { own, _ in own })
                },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    private static func difference(_ one: Clause, _ two: Clause) -> String? {
        if (one.measure, one.figure) != (two.measure, two.figure) {
            return "one binds \(name(one)), the other \(name(two))"
        }
        if one.criterion.direction != two.criterion.direction {
            return "one asks for \(one.criterion.direction.rawValue), the other for \(two.criterion.direction.rawValue)"
        }
        if one.rule != two.rule { return "one decides by \(one.rule.rawValue), the other by \(two.rule.rawValue)" }
        return one.population == two.population ? nil : "they speak of different populations"
    }

    private static func name(_ clause: Clause) -> String {
        clause.figure.isEmpty ? clause.measure : "\(clause.measure) \(clause.figure)"
    }
}
