// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension ColumnDefinition {
    /// The fields that say where values come from; a column has at most one of them.
    static let originNames =
        ["from", "file", "of", "join", "constant", "lookup", "when", "rank", "session"]
        + Arithmetic.allCases.map(\.rawValue)

    static func origin(_ fields: Fields, _ entry: Node.Entry, _ source: inout RecipeText) -> Origin? {
        let stated = originNames.filter { fields[$0] != nil }
        guard stated.count <= 1 else {
            source.report(entry.line, "\"\(entry.name)\" has several origins: \(stated.joined(separator: ", "))")
            return nil
        }
        if fields["with"] != nil, stated != ["join"] {
            source.report(fields["with"]?.line ?? entry.line, "with belongs to join: the text between two names")
        }
        guard let name = stated.first, let node = fields[name] else { return .file([.name(entry.name)]) }
        switch name {
        case "from": return places(node, &source).map { .file($0) }
        case "file": return fields.text(name, &source.problems).map { .path($0) }
        case "of": return fields.text(name, &source.problems).map { .column($0) }
        case "constant": return fields.text(name, &source.problems).map { .constant($0) }
        case "join":
            return .join(fields.texts(name, &source.problems), with: fields.text("with", &source.problems) ?? " / ")
        case "lookup": return lookup(node, &source)
        case "when": return cases(fields, &source)
        case "rank": return rank(node, &source)
        case "session": return session(node, &source)
        default: return arithmetic(name, node, &source)
        }
    }

    private static func lookup(_ node: Node, _ source: inout RecipeText) -> Origin? {
        let fields = source.fields(node, ["in", "by", "key", "take", "all"])
        let by = fields.texts("by", &source.problems)
        let key = fields["key"] == nil ? by : fields.texts("key", &source.problems)
        if by.isEmpty { source.report(node.line, "lookup needs by: the column, or columns, whose names are looked up") }
        if key.count != by.count {
            source.report(node.line, "lookup: key must name as many columns as by: \(by.count), not \(key.count)")
        }
        guard let table = fields.text("in", isNeeded: true, &source.problems),
            let take = fields.text("take", isNeeded: true, &source.problems), !by.isEmpty, key.count == by.count
        else { return nil }
        return .lookup(
            Lookup(table: table, by: by, key: key, take: take, takesAll: fields.flag("all", &source.problems) ?? false)
        )
    }

    private static func cases(_ fields: Fields, _ source: inout RecipeText) -> Origin? {
        let cases = fields.list("when", &source.problems).compactMap { node -> Case? in
            let one = source.fields(node, ["where", "is"])
            let conditions = Condition.list(one["where"], &source)
            let isNone = one["is"]?.isNull ?? false
            guard let value = isNone ? "" : one.text("is", isNeeded: true, &source.problems) else { return nil }
            if conditions.isEmpty {
                source.report(node.line, "a case needs where: the conditions under which it holds")
            }
            return Case(conditions: conditions, value: value)
        }
        return .cases(cases, otherwise: fields.text("otherwise", &source.problems))
    }

    private static func rank(_ node: Node, _ source: inout RecipeText) -> Origin? {
        let fields = source.fields(node, ["within", "by", "descending"])
        let by = fields.texts("by", &source.problems)
        if by.isEmpty {
            source.report(node.line, "rank needs by: the column, or columns, of numbers or times to sort by")
        }
        return .rank(
            within: fields.texts("within", &source.problems),
            by: by,
            isDescending: fields.flag("descending", &source.problems) ?? false
        )
    }

    private static func session(_ node: Node, _ source: inout RecipeText) -> Origin? {
        let fields = source.fields(node, ["within", "by", "gap"])
        guard let by = fields.text("by", isNeeded: true, &source.problems) else { return nil }
        let gap = fields.number("gap", &source.problems)
        if gap.map({ $0 <= 0 }) ?? true {
            source.report(node.line, "session needs gap: the seconds after which a new one begins, such as 1800")
        }
        return .session(within: fields.texts("within", &source.problems), by: by, gap: gap ?? 1)
    }

    private static func arithmetic(_ name: String, _ node: Node, _ source: inout RecipeText) -> Origin? {
        guard let operation = Arithmetic(rawValue: name) else { return nil }
        let columns = Fields.texts(node, name, source.file, &source.problems)
        let isEnough = operation == .ratio ? columns.count == 2 : columns.count >= 2
        if !isEnough {
            source.report(
                node.line,
                "\(name) needs \(operation == .ratio ? "two" : "two or more") columns, such as [views, likes]"
            )
        }
        return .arithmetic(operation, columns)
    }
}
