// SPDX-License-Identifier: Apache-2.0

/// A rule-book as it stands on one day, with what signatories made of its values where there are positions.
public struct Edition: Sendable {
    /// One article in it.
    public struct Entry: Sendable {
        /// Its text.
        public var article: Article
        /// Its clause on the day: with the values agreed on, or with those that the text proposes where there are no positions
        /// or the clause was not agreed on.
        public var clause: Clause
        /// What signatories made of it; `nil` where there are no positions.
        public var derived: DerivedClause?

        /// Whether it binds: where there are positions, only what all accept does.
        public var isInForce: Bool { derived?.isAgreed ?? true }
    }

    /// The text.
    public let ruleBook: RuleBook
    /// Whose values hold.
    public let day: Day
    /// The positions and what follows from them; `nil` where the values are those that the text proposes.
    public let derivation: Derivation?
    /// One entry an article that has values on the day, in the order of the text.
    public let entries: [Entry]
    /// The files of the positions, in their order.
    public let positionSources: [RuleBook.Source]

    /// The files of the rule-book and of the positions, for digests.
    public var sources: [RuleBook.Source] { ruleBook.sources + positionSources }

    /// Puts an edition together.
    ///
    /// - Parameters:
    ///   - ruleBook: The text.
    ///   - day: Whose values hold.
    ///   - positions: One a signatory, with their files; `nil` for the values of the text.
    public init(
        _ ruleBook: RuleBook,
        asOf day: Day,
        positions: (positions: [Position], sources: [RuleBook.Source])? = nil
    ) {
        self.ruleBook = ruleBook
        self.day = day
        let derivation = positions.map { Derivation(ruleBook.vocabulary(asOf: day), $0.positions) }
        self.derivation = derivation
        positionSources = positions?.sources ?? []
        let derived = Dictionary(
            (derivation?.clauses ?? []).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        entries = ruleBook.articles.compactMap { article in
            guard var clause = article.clause(asOf: day) else { return nil }
            if let agreed = derived[clause.id], agreed.isAgreed { clause.adopt(agreed) }
            return Entry(article: article, clause: clause, derived: derived[clause.id])
        }
    }
}

extension Clause {
    /// Takes the values that signatories agreed on.
    mutating func adopt(_ agreed: DerivedClause) {
        if case .number(let bound)? = agreed[.bound]?.value, case .number(let limit)? = agreed[.limit]?.value {
            criterion = Criterion(criterion.direction, bound: bound, limit: limit)
        }
        for parameter in parameters.keys {
            if let value = agreed[parameter]?.value { parameters[parameter] = value }
        }
        bindingSignatories = agreed[.limit]?.binding ?? []
    }
}
