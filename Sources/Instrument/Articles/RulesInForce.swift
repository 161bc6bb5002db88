// SPDX-License-Identifier: Apache-2.0

/// The rules that one examination is held against: each clause with one value a parameter, as it binds on one day, in known
/// circumstances.
public struct RulesInForce: Sendable, Equatable {
    /// What the rule-book is called, its version, its confidence, and what makes an opinion.
    public var head: RuleBook.Head
    /// The day whose values they are.
    public var day: Day
    /// Signatories whose positions they were derived from, by name; empty where the values are those the text proposes.
    public var signatories: [String]
    /// One entry a clause that the text has on the day, in its order; whether it binds is part of it.
    public var clauses: [Application]
    /// What is known about the space and the examination.
    public var circumstances: Circumstances
    /// The laws that anchors point to, by key.
    public var laws: [RuleBook.Law]
    /// The files of the rule-book and of the positions, for digests.
    public var sources: [RuleBook.Source]

    /// Applies an edition of a rule-book.
    ///
    /// - Parameters:
    ///   - edition: The text with its values; clauses that signatories did not agree on do not apply.
    ///   - circumstances: What is known about the space and the examination.
    public init(_ edition: Edition, in circumstances: Circumstances = Circumstances()) {
        head = edition.ruleBook.head
        day = edition.day
        self.circumstances = circumstances
        signatories = edition.derivation?.positions.map(\.signatory) ?? []
        laws = edition.ruleBook.laws
        sources = edition.sources
        clauses = edition.entries.map { entry in
            var application = entry.article.application(of: entry.clause, in: circumstances)
            if let derived = entry.derived, !derived.isAgreed {
                application.reasonNotToApply = "the signatories have not agreed on it: \(Self.reason(derived))"
            }
            return application
        }
    }

    private static func reason(_ derived: DerivedClause) -> String {
        let names = derived.absentBecauseOf
        guard let first = names.first else {
            return "they have nothing in common on \(derived.disagreement.map(\.words).joined(separator: ", "))"
        }
        return names.count == 1
            ? "\(first) does not accept it" : "\(first) and \(names.count - 1) more do not accept it"
    }
}
