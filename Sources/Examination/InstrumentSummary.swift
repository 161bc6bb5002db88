// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation
internal import Recipes

/// Which rule-book an examination was held against, and how it bound.
public struct InstrumentSummary: Sendable, Equatable {
    /// What holds for the rule-book as a whole: title, version, confidence, what makes an opinion.
    public var head: RuleBook.Head
    /// The day whose values were applied.
    public var day: Day
    /// Signatories whose positions the values were derived from; empty where they are those of the text.
    public var signatories: [String]
    /// What was known about the space and the examination.
    public var circumstances: Circumstances
    /// SHA-256 of the rule-book, in lower-case hexadecimal: of the list of its files, each a line "digest  name".
    public var digest: String
    /// How many clauses bind.
    public var clauses: Int
    /// The laws that anchors of the clauses point to, by key.
    public var laws: [RuleBook.Law]

    /// What it is called.
    public var title: String { head.title }
    /// Its version.
    public var version: String { head.version }

    /// Sums up rules.
    public init(_ rules: RulesInForce) {
        head = rules.head
        day = rules.day
        signatories = rules.signatories
        circumstances = rules.circumstances
        digest = Self.digest(rules.sources)
        clauses = rules.clauses.count { $0.reasonNotToApply == nil }
        let cited = Set(rules.clauses.flatMap(\.clause.anchors).map(\.law))
        laws = rules.laws.filter { cited.contains($0.key) }
    }

    /// SHA-256 of one file, as `sha256sum` prints it.
    public static func digest(ofFile source: RuleBook.Source) -> String { Digests.sha256(source.text) }

    /// The digest of several files, whatever order they were read in.
    public static func digest(_ sources: [RuleBook.Source]) -> String {
        let lines = sources.map { "\(digest(ofFile: $0))  \($0.name)\n" }
        return Digests.sha256(lines.sorted().joined())
    }
}
