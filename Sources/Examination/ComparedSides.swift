// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation

/// Two texts to be compared: rule-books, or terms in the vocabulary of one.
public struct ComparedSides: Sendable {
    /// How the first stands to the second.
    public let comparison: Comparison

    /// Reads both.
    ///
    /// - Parameters:
    ///   - first: The one that is judged: a rule-book, or with a vocabulary a position or an `instrument.json`.
    ///   - second: What it is compared with.
    ///   - vocabulary: The rule-book in whose vocabulary terms are written.
    ///   - day: Whose values hold; that of each text where nothing is said.
    /// - Throws: `InputError` with everything that is wrong with a text.
    public init(first: String, second: String, vocabulary: String?, asOf day: Day?) throws(InputError) {
        guard let vocabulary else {
            for path in [first, second] where Self.isTerms(path) {
                throw InputError(
                    .bad,
                    "\(path): is a position or an instrument.json; name the rule-book it is written for with --vocabulary"
                )
            }
            let one = try RuleBookFiles(path: first).ruleBook
            let two = try RuleBookFiles(path: second).ruleBook
            comparison = Comparison(Edition(one, asOf: day ?? one.date), with: Edition(two, asOf: day ?? two.date))
            return
        }
        let ruleBook = try RuleBookFiles(path: vocabulary).ruleBook
        let day = day ?? ruleBook.date
        let one = try Self.terms(first, ruleBook, day)
        let two = try Self.terms(second, ruleBook, day)
        comparison = Comparison(one, with: two, in: ruleBook.vocabulary(asOf: day))
    }

    private static func isTerms(_ path: String) -> Bool {
        [".json", ".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
    }

    private static func terms(_ path: String, _ ruleBook: RuleBook, _ day: Day) throws(InputError) -> Terms {
        guard isTerms(path) else { return try RuleBookFiles(path: path).ruleBook.proposal(asOf: day) }
        let text = try InputFile.text(path, what: "a position or an instrument.json", largest: YAMLText.largestText)
        do throws(Problems) {
            return try Terms(text, file: path, for: ruleBook, asOf: day)
        } catch {
            throw InputError(.bad, error.description)
        }
    }
}
