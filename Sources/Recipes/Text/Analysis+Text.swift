// SPDX-License-Identifier: Apache-2.0
internal import Notation

extension Analysis {
    /// One analysis, or one for each value of the columns under `each`.
    static func read(_ node: Node, _ source: inout RecipeText) -> [Analysis] {
        let fields = source.fields(
            node,
            [
                "id", "title", "from", "measure", "where", "each", "arms", "unit", "columns", "with", "candidates",
                "population", "follows", "headline", "alternatives",
            ]
        )
        guard let id = fields.text("id", isNeeded: true, &source.problems),
            let measure = fields.text("measure", isNeeded: true, &source.problems),
            let table = fields.text("from", isNeeded: true, &source.problems)
        else { return [] }
        if id.contains(".") { source.report(node.line, "an id has no dot: cells write analysis.figure") }
        let unit = fields.text("unit", &source.problems)
        if unit == nil {
            source.report(
                node.line,
                "\"\(id)\" needs a unit: the column whose values are independent (viewer, query, day); rows of one unit are not"
            )
        }
        let analysis = Analysis(
            id: id,
            title: fields.text("title", &source.problems) ?? id,
            table: table,
            measure: measure,
            conditions: Condition.list(fields["where"], &source),
            arms: fields["arms"].flatMap { arms($0, &source) },
            unit: unit ?? "",
            columns: columns(fields["columns"], &source),
            parameters: parameters(fields["with"], &source),
            candidates: related(fields["candidates"], ["item", "time", "author", "outreach"], &source),
            population: related(fields["population"], ["author"], &source),
            follows: related(fields["follows"], ["viewer", "author"], &source),
            headline: fields.text("headline", &source.problems),
            alternatives: fields.list("alternatives", &source.problems).compactMap { alternative($0, &source) },
            line: node.line
        )
        guard unit != nil else { return [] }
        return source.entries(fields["each"]).reduce([analysis]) { analyses, entry in
            let values = Fields.texts(entry.value, entry.name, source.file, &source.problems)
            return analyses.flatMap { analysis in values.map { analysis.for(entry.name, $0, entry.line) } }
        }
    }

    /// The analysis for one value of a column; `{column}` in id and title stands for it.
    private func `for`(_ column: String, _ value: String, _ line: Int) -> Analysis {
        var analysis = self
        let place = "{\(column)}"
        analysis.id = id.contains(place) ? Self.replacing(id, place, value) : "\(id) \(value)"
        analysis.title = title.contains(place) ? Self.replacing(title, place, value) : "\(title), \(value)"
        analysis.conditions.append(Condition(column: column, tests: [.isOneOf([value])], line: line))
        return analysis
    }

    private static func replacing(_ text: String, _ part: String, _ value: String) -> String {
        text.split(separator: part, omittingEmptySubsequences: false).joined(separator: value)
    }

    private static func arms(_ node: Node, _ source: inout RecipeText) -> Arms? {
        let fields = source.fields(
            node,
            ["by", "subject", "reference", "subjectName", "referenceName", "referenceRanker"]
        )
        guard let column = fields.text("by", isNeeded: true, &source.problems) else { return nil }
        let subject = fields.texts("subject", &source.problems)
        let reference = fields.texts("reference", &source.problems)
        if subject.isEmpty || reference.isEmpty {
            source.report(node.line, "arms needs a subject and a reference: values of \"\(column)\"")
        }
        return Arms(
            column: column,
            subject: subject,
            reference: reference,
            subjectName: fields.text("subjectName", &source.problems) ?? subject.joined(separator: ", "),
            referenceName: fields.text("referenceName", &source.problems) ?? reference.joined(separator: ", "),
            isReferenceRanker: fields.flag("referenceRanker", &source.problems) ?? true
        )
    }

    /// The roles that a column can have for a measure.
    public static let roles = [
        "viewer", "item", "author", "page", "stratum", "slot", "time", "score", "count", "part", "readerPart", "twin",
    ]

    private static func columns(_ node: Node?, _ source: inout RecipeText) -> [String: [String]] {
        var columns: [String: [String]] = [:]
        for entry in source.entries(node) {
            if !roles.contains(entry.name) {
                source.report(
                    entry.line,
                    "there is no role \"\(entry.name)\"; there are \(roles.joined(separator: ", "))"
                )
            }
            columns[entry.name] = Fields.texts(entry.value, entry.name, source.file, &source.problems)
        }
        return columns
    }

    /// The name of a table, or the table and its columns by role.
    private static func related(_ node: Node?, _ roles: [String], _ source: inout RecipeText) -> Related? {
        guard let node else { return nil }
        if case .scalar(let table, _) = node.content { return Related(table: table) }
        let fields = source.fields(node, ["table"] + roles)
        guard let table = fields.text("table", isNeeded: true, &source.problems) else { return nil }
        var related = Related(table: table)
        for role in roles { related.columns[role] = fields.text(role, &source.problems) }
        return related
    }

    private static func parameters(_ node: Node?, _ source: inout RecipeText) -> [Parameter] {
        source.entries(node).map { Parameter(name: $0.name, value: $0.value) }
    }

    private static func alternative(_ node: Node, _ source: inout RecipeText) -> Alternative? {
        let fields = source.fields(node, ["label", "where", "unit", "columns", "with"])
        guard let label = fields.text("label", isNeeded: true, &source.problems) else { return nil }
        let changes = Changes(
            conditions: fields["where"].map { Condition.list($0, &source) },
            unit: fields.text("unit", &source.problems),
            columns: columns(fields["columns"], &source),
            parameters: parameters(fields["with"], &source)
        )
        if changes == Changes() { source.report(node.line, "the alternative \"\(label)\" changes nothing") }
        return Alternative(label: label, changes: changes, line: node.line)
    }
}
