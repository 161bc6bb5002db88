// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Measures

/// What a check of a rule-book found in order, for a terminal.
public enum InstrumentCheck {
    /// A few lines: how much was read, and how many cases were decided as the text says.
    public static func text(_ ruleBook: RuleBook, positions: Int? = nil) -> String {
        let cases = ruleBook.articles.flatMap(\.examples)
        let recordings = cases.count { if case .recording = $0.evidence { true } else { false } }
        let computed = ruleBook.articles.count { MeasureCatalogue.named($0.clause.measure) != nil }
        let exceptions = ruleBook.articles.reduce(0) { $0 + $1.exceptions.count }
        var text =
            "\(ruleBook.head.title), version \(ruleBook.head.version): \(counted(ruleBook.articles.count, "article")), "
            + "\(counted(exceptions, "exception")), \(counted(ruleBook.laws.count, "law"))\n"
        text += "\(counted(cases.count, "case")) decided as the text says"
        text += recordings > 0 ? ", \(recordings) of them measured from a recording\n" : "\n"
        text +=
            "\(computed) of the clauses bind a measure that this version computes; the others are not determined until it does\n"
        if let positions { text += "\(counted(positions, "position")) read\n" }
        return text + "no problem found\n"
    }

    private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}
