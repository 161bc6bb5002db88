// SPDX-License-Identifier: Apache-2.0

/// What readers of clauses have to know about the rest of the rule-book.
struct ReadingContext {
    /// What holds for the rule-book as a whole.
    var head = RuleBook.Head()
    /// The measures that the program computes, each with the keys of its figures.
    let figures: [String: [String]]
    /// The measures of the vocabulary.
    var terms: [String: RuleBook.MeasureTerm] = [:]
    /// The laws of the vocabulary.
    var laws: [String: RuleBook.Law] = [:]

    init(figures: [String: [String]]) { self.figures = figures }

    /// Values that the bound of a clause can have.
    ///
    /// An e-value has no upper end, whatever the measure it tests.
    func range(of measure: String, _ rule: Clause.Rule) -> ClosedRange<Double> {
        rule == .eValue ? 1...Double.greatestFiniteMagnitude : range(of: measure)
    }

    /// Values that a measure can have.
    func range(of measure: String) -> ClosedRange<Double> {
        let term = terms[measure]
        let least = term?.least ?? -.greatestFiniteMagnitude
        return least...max(least, term?.most ?? .greatestFiniteMagnitude)
    }
}
