// SPDX-License-Identifier: Apache-2.0
public import Notation

/// The clauses that an examination is held against: a rule-book, or a part of it.
public struct ClauseFile: Sendable, Equatable {
    /// What the rule-book is called.
    public var title: String
    /// Its version: a date or a number.
    public var version: String
    /// The confidence of the one-sided limits that the verdict rule reads.
    public var confidence: Double
    /// In the order of the text.
    public var clauses: [Clause]
    /// The text, for its digest.
    public var text: String

    /// Reads a file of clauses in YAML and reports everything that is wrong with it at once.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - file: What to call it in messages.
    ///   - measures: The measures that exist, each with the keys of its figures.
    /// - Throws: `Problems`, each with file and line: no clause at all, unknown fields and measures, figures that name a group,
    ///   fields that may not be read, bounds that are no numbers.
    public init(_ text: String, file: String, measures: [String: [String]]) throws(Problems) {
        var problems: [Problem] = []
        let root = try YAMLText.node(text, file: file)
        let fields = Fields(
            root,
            known: ["instrument", "version", "confidence", "clauses"],
            file: file,
            problems: &problems
        )
        title = fields.text("instrument", isNeeded: true, &problems) ?? ""
        version = fields.text("version", &problems) ?? "undated"
        confidence = fields.number("confidence", &problems) ?? 0.95
        if !(0.5..<1).contains(confidence) {
            problems.append(
                Problem(
                    file: file,
                    line: fields["confidence"]?.line ?? 1,
                    message: "confidence must be from 0.5 to below 1"
                )
            )
        }
        let nodes = fields.list("clauses", &problems)
        // Whatever is held against nothing complies with it.
        if nodes.isEmpty, fields["clauses"].map({ $0.content == .list([]) }) ?? true {
            problems.append(
                Problem(
                    file: file,
                    line: fields["clauses"]?.line ?? 1,
                    message: "a rule-book needs at least one clause under \"clauses\""
                )
            )
        }
        clauses = []
        for node in nodes {
            let reader = ClauseReader(node, file: file, measures: measures, problems: &problems)
            guard let clause = reader.clause(&problems) else { continue }
            if clauses.contains(where: { $0.id == clause.id }) {
                problems.append(Problem(file: file, line: clause.line, message: "clause \"\(clause.id)\" occurs twice"))
            }
            clauses.append(clause)
        }
        self.text = text
        guard problems.isEmpty else { throw Problems(problems.sorted { $0.line < $1.line }) }
    }
}
