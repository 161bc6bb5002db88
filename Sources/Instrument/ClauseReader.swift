// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Reads one clause of a file.
struct ClauseReader {
    private let fields: Fields
    private let file: String
    private let measures: [String: [String]]

    init(_ node: Node, file: String, measures: [String: [String]], problems: inout [Problem]) {
        fields = Fields(
            node,
            known: [
                "id", "title", "duty", "measure", "figure", "reads", "symmetric", "atMost", "atLeast", "tolerance",
                "analyses",
            ],
            file: file,
            problems: &problems
        )
        self.file = file
        self.measures = measures
    }

    func clause(_ problems: inout [Problem]) -> Clause? {
        let id = fields.text("id", isNeeded: true, &problems)
        if id == "" { report("id", "a clause needs an id", &problems) }
        let title = fields.text("title", isNeeded: true, &problems)
        let measure = fields.text("measure", isNeeded: true, &problems)
        let figure = fields.text("figure", isNeeded: true, &problems)
        if let measure { checkMeasure(measure, figure, &problems) }
        // All of a clause is read before one without a name is given up, so that everything wrong with it is said at once.
        let clause = Clause(
            id: id ?? "",
            title: title ?? "",
            duty: fields.text("duty", &problems) ?? "",
            measure: measure ?? "",
            figure: figure ?? "",
            reads: reads(&problems),
            isSymmetric: isSymmetric(&problems),
            criterion: criterion(&problems),
            analyses: fields.texts("analyses", &problems),
            line: fields.line
        )
        return id == nil ? nil : clause
    }

    private func report(_ name: String, _ message: String, _ problems: inout [Problem]) {
        problems.append(Problem(file: file, line: fields[name]?.line ?? fields.line, message: message))
    }

    /// A figure that an arm, a group or another name of the data tells apart is not bound: a clause treats all names alike.
    ///
    /// Nor is the pattern of such figures, `share/<part>`: a part can have that very name.
    private func checkMeasure(_ measure: String, _ figure: String?, _ problems: inout [Problem]) {
        guard let figures = measures[measure] else {
            let known = measures.keys.sorted().joined(separator: ", ")
            return report("measure", "there is no measure \"\(measure)\"; there are \(known)", &problems)
        }
        let all = figures.filter { !$0.contains("<") }
        guard let figure, !all.contains(figure) else { return }
        let bindable = all.joined(separator: ", ")
        if figure.contains("/") {
            report(
                "figure",
                "\"\(figure)\" names a part of the data: a clause treats all names alike; bind one of \(bindable)",
                &problems
            )
        } else {
            report("figure", "\(measure) has no figure \"\(figure)\"; it has \(bindable)", &problems)
        }
    }

    private func reads(_ problems: inout [Problem]) -> [Clause.Field] {
        let names = fields.texts("reads", &problems)
        if names.isEmpty { report("reads", "reads: say what the clause looks at, \(Self.whitelist)", &problems) }
        return names.compactMap { name in
            if let field = Clause.Field(rawValue: name) { return field }
            report("reads", "no clause may read \"\(name)\": it may read \(Self.whitelist)", &problems)
            return nil
        }
    }

    private static var whitelist: String { Clause.Field.allCases.map(\.rawValue).joined(separator: ", ") }

    private func isSymmetric(_ problems: inout [Problem]) -> Bool {
        guard let word = fields.text("symmetric", &problems) else { return false }
        if word != "partition" { report("symmetric", "symmetric can only be \"partition\"", &problems) }
        return true
    }

    private func criterion(_ problems: inout [Problem]) -> Criterion {
        let most = fields.number("atMost", &problems)
        let least = fields.number("atLeast", &problems)
        let tolerance = fields.number("tolerance", &problems) ?? 0
        if tolerance < 0 { report("tolerance", "tolerance must not be negative", &problems) }
        if (most == nil) == (least == nil), fields["atMost"] == nil || fields["atLeast"] != nil {
            report("atMost", "state one of \"atMost\" and \"atLeast\", a number", &problems)
        }
        if let least { return Criterion(.atLeast, bound: least, tolerance: tolerance) }
        return Criterion(.atMost, bound: most ?? 0, tolerance: tolerance)
    }
}
