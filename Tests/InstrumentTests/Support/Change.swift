// SPDX-License-Identifier: Apache-2.0
import Testing

/// One thing changed in the rule-book of ``Book``, and what is said about it.
struct Change: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let problems: [String]

    init(_ old: String, _ new: String, _ line: Int, _ message: String) {
        self.init(old, new, ["b.md:\(line): \(Book.place)\(message)"])
    }

    /// About the rule-book as a whole, not its article.
    init(_ old: String, _ new: String, _ problems: [String]) {
        self.old = old
        self.new = new
        self.problems = problems
    }

    var testDescription: String { "\(old.debugDescription) → \(new.debugDescription)" }

    func check() {
        #expect(Book.text.contains(old))
        #expect(Book.problems(old, new) == problems)
    }
}
