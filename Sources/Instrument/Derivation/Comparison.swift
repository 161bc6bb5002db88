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
