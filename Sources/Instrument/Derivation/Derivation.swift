// SPDX-License-Identifier: Apache-2.0

/// How an instrument follows from positions: its values, who binds each of them, and what it would take to move it.
///
/// The instrument is a floor and no average: Underdal's law of the least ambitious program (1980). No signatory alone adds a
/// clause to it or tightens one.
public struct Derivation: Sendable {
    /// What was negotiated.
    public let vocabulary: Vocabulary
    /// In the order of the signatories' names, so that nothing depends on the order of the input.
    public let positions: [Position]
    /// What all accept.
    public let instrument: Terms

    /// Derives an instrument.
    ///
    /// - Parameters:
    ///   - vocabulary: What is negotiated.
    ///   - positions: One a signatory, in any order.
    public init(_ vocabulary: Vocabulary, _ positions: [Position]) {
        self.vocabulary = vocabulary
        self.positions = positions.sorted { $0.signatory < $1.signatory }
        instrument = vocabulary.meet(positions.map(\.terms))
    }

    /// Every clause of the vocabulary, agreed on or not, in its order.
    public var clauses: [DerivedClause] { vocabulary.entries.map { clause($0) } }

    /// One clause of the vocabulary.
    public func clause(_ id: String) -> DerivedClause? { vocabulary[id].map { clause($0) } }

    private func clause(_ entry: Vocabulary.Entry) -> DerivedClause {
        let holders = positions.filter { $0.terms[entry.id] != nil }
        let absentees = positions.filter { $0.terms[entry.id] == nil }.map(\.signatory)
        let agreed = instrument[entry.id]
        let parameters = entry.parameters.keys.sorted().compactMap { parameter in
            entry.parameters[parameter].map { strictness in
                ParameterLadder(
                    parameter,
                    strictness,
                    values: holders.compactMap { position in
                        (position.terms[entry.id]?[parameter]).map { (position.signatory, $0) }
                    },
                    absentees: absentees
                ).derived(agreed?[parameter])
            }
        }
        return DerivedClause(
            id: entry.id,
            title: entry.title,
            isCore: entry.isCore,
            isAgreed: agreed != nil,
            absentBecauseOf: agreed == nil ? absentees : [],
            disagreement: agreed == nil && absentees.isEmpty && !holders.isEmpty
                ? parameters.filter { $0.wouldBe == nil }.map(\.parameter) : [],
            parameters: parameters
        )
    }

    /// The share of the vocabulary that is agreed on, 0 … 1; 0 of an empty vocabulary.
    public var coverage: Double {
        vocabulary.entries.isEmpty ? 0 : Double(instrument.clauses.count) / Double(vocabulary.entries.count)
    }
}

/// One clause of a vocabulary as the positions leave it.
public struct DerivedClause: Sendable, Equatable {
    /// The clause.
    public var id: String
    /// Its title.
    public var title: String
    /// Whether it can be reserved.
    public var isCore: Bool
    /// Whether it is part of the instrument.
    public var isAgreed: Bool
    /// Signatories that do not accept it, where it is not.
    public var absentBecauseOf: [String]
    /// Parameters on which all that accept it have nothing in common, where nobody rejects it.
    public var disagreement: [Parameter]
    /// In the order of ``Parameter``.
    public var parameters: [DerivedParameter]

    /// One parameter of it.
    public subscript(parameter: Parameter) -> DerivedParameter? { parameters.first { $0.parameter == parameter } }
}

/// One parameter of a clause as the positions leave it.
public struct DerivedParameter: Sendable, Equatable {
    /// A value somebody holds, and who accepts it or more.
    public struct Rung: Sendable, Equatable {
        /// The value; of a set one element.
        public let value: Value
        /// How many signatories accept it.
        public let count: Int
        /// All rungs of a ladder share one list, the strictest holders first: a rung is a beginning of it.
        private let holders: [String]

        /// Signatories, by name.
        public var acceptedBy: [String] { holders.prefix(count).sorted() }

        init(value: Value, acceptedBy holders: [String], count: Int? = nil) {
            self.value = value
            self.holders = holders
            self.count = count ?? holders.count
        }

        /// Whether the same signatories accept the same.
        public static func == (left: Rung, right: Rung) -> Bool {
            left.value == right.value && left.count == right.count && left.acceptedBy == right.acceptedBy
        }
    }

    /// A step to more, and who would have to move for it.
    public struct Step: Sendable, Equatable {
        /// The value that it would be.
        public var value: Value
        /// Signatories that hold less, and those that do not accept the clause.
        public var needs: [String]
    }

    /// Which parameter.
    public var parameter: Parameter
    /// Which value is stricter.
    public var strictness: Strictness
    /// The value in the instrument; `nil` where the clause is not in it.
    public var value: Value?
    /// The value that those who hold the clause have in common: what it would be if the others joined at their level.
    public var wouldBe: Value?
    /// Who holds just that value, and so keeps the floor where it is; for a set who lacks an element that others hold.
    public var binding: [String]
    /// The smallest step to more.
    public var next: Step?
    /// From the strictest rung down; of a set its elements, most widely accepted first.
    public var ladder: [Rung]
}
