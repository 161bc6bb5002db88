// SPDX-License-Identifier: Apache-2.0

/// What is negotiated: clauses, their parameters, and which value of each is stricter.
///
/// It is agreed on before any number is. Measures, populations and references belong to it: different measures do not meet.
public struct Vocabulary: Sendable, Equatable {
    /// One clause of it.
    public struct Entry: Sendable, Equatable {
        /// The clause: "ev-3".
        public var id: String
        /// Its title.
        public var title: String
        /// Whether it can be reserved: a core clause cannot.
        public var isCore: Bool
        /// Which value of each parameter is stricter.
        public var parameters: [Parameter: Strictness]

        /// States an entry.
        public init(id: String, title: String = "", isCore: Bool = false, parameters: [Parameter: Strictness]) {
            self.id = id
            self.title = title
            self.isCore = isCore
            self.parameters = parameters
        }
    }

    /// In the order of the rule-book.
    public let entries: [Entry]
    private let places: [String: Int]

    /// Puts a vocabulary together; of two entries with one id the first counts.
    public init(_ entries: [Entry]) {
        self.entries = entries
        places = Dictionary(entries.indices.map { (entries[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of a clause.
    public subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

    /// The greatest lower bound of several terms: what all of them accept.
    ///
    /// A clause is in it where every one holds it and its parameters meet. It does not depend on order, grouping or copies. Of no
    /// terms at all it is empty: nobody has accepted anything. Terms that do not state a number ask for nothing there; a set or a
    /// neutral value that one states and another does not is nothing that both accept.
    public func meet(_ all: [Terms]) -> Terms {
        Terms(
            Dictionary(
                entries.compactMap { entry in meet(entry, all).map { (entry.id, $0) } },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// What all terms accept of one clause.
    func meet(_ entry: Entry, _ all: [Terms]) -> Terms.Clause? {
        var met: Terms.Clause?
        for terms in all {
            guard let clause = terms[entry.id] else { return nil }
            guard let before = met else {
                met = clause.filter { entry.parameters[$0.key] != nil }
                continue
            }
            guard let next = meet(entry, before, clause) else { return nil }
            met = next
        }
        return met
    }

    private func meet(_ entry: Entry, _ one: Terms.Clause, _ two: Terms.Clause) -> Terms.Clause? {
        var met: Terms.Clause = [:]
        for (parameter, strictness) in entry.parameters {
            switch (one[parameter], two[parameter]) {
            case (nil, nil): continue
            case (let first?, let second?):
                guard let value = strictness.meet(first, second), !value.isEmptySet else { return nil }
                met[parameter] = value
            default:
                // To go on without it would make the rest depend on who came first.
                guard strictness.isChain else { return nil }
            }
        }
        return met
    }

    /// Where some terms ask for more than others: none where they are no stricter.
    ///
    /// - Parameters:
    ///   - terms: The terms that should ask for no more.
    ///   - others: What they are compared with.
    /// - Returns: One entry a parameter, or one for a clause that the others lack, in the order of the vocabulary.
    public func counterexamples(_ terms: Terms, noStricterThan others: Terms) -> [Counterexample] {
        entries.flatMap { entry -> [Counterexample] in
            guard let one = terms[entry.id] else { return [] }
            guard let two = others[entry.id] else {
                return [Counterexample(clause: entry.id, parameter: nil, value: nil, other: nil)]
            }
            return entry.parameters.keys.sorted().compactMap { parameter in
                guard let strictness = entry.parameters[parameter] else { return nil }
                if strictness.isNoStricter(one[parameter], than: two[parameter]) { return nil }
                return Counterexample(
                    clause: entry.id,
                    parameter: parameter,
                    value: one[parameter],
                    other: two[parameter]
                )
            }
        }
    }

    /// Whether some terms ask for no more than others.
    public func isNoStricter(_ terms: Terms, than others: Terms) -> Bool {
        entries.allSatisfy { entry in
            guard let one = terms[entry.id] else { return true }
            guard let two = others[entry.id] else { return false }
            return entry.parameters.allSatisfy { parameter, strictness in
                strictness.isNoStricter(one[parameter], than: two[parameter])
            }
        }
    }
}

/// A place where one ask goes beyond another.
public struct Counterexample: Sendable, Hashable {
    /// The clause.
    public var clause: String
    /// The parameter; `nil` where the other side lacks the whole clause.
    public var parameter: Parameter?
    /// The value that asks for more; `nil` where none is stated.
    public var value: Value?
    /// The value it is compared with; `nil` where there is none.
    public var other: Value?
}
