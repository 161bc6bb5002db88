// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension TableDefinition {
    init?(_ entry: Node.Entry, _ source: inout RecipeText) {
        let fields = source.fields(
            entry.value,
            [
                "kind", "files", "format", "delimiter", "header", "skipLines", "comment", "ragged", "wide", "rows",
                "decimal",
                "thousands", "absent", "melt", "explode", "columns", "order", "snapshots", "keep", "distinct", "key",
            ]
        )
        guard let files = Self.files(fields["files"], entry, &source) else { return nil }
        name = entry.name
        line = entry.line
        kind = fields.choice("kind", &source.problems) ?? .impressions
        self.files = files
        format = Self.format(fields, files, &source)
        absentTexts = fields.texts("absent", &source.problems)
        let numbers = Self.numberFormat(fields, &source)
        columns = source.entries(fields["columns"]).compactMap { ColumnDefinition($0, numbers: numbers, &source) }
        order = fields.texts("order", &source.problems)
        keep = Condition.list(fields["keep"], &source)
        distinct = fields.texts("distinct", &source.problems)
        key = fields.texts("key", &source.problems)
        snapshots = fields["snapshots"].flatMap { Self.snapshots($0, order, &source) }
        melt = fields["melt"].flatMap { Self.melt($0, format, &source) }
        explosion = fields["explode"].flatMap { Self.explosion($0, &source) }
        if fields["columns"] == nil, madeColumns.isEmpty {
            source.report(entry.line, "table \"\(entry.name)\" needs columns")
        }
    }

    private static func files(_ node: Node?, _ entry: Node.Entry, _ source: inout RecipeText) -> Files? {
        guard let node else {
            source.report(entry.line, "table \"\(entry.name)\" needs files, such as files: \"*.csv\"")
            return nil
        }
        guard case .mapping = node.content else {
            let paths = Fields.texts(node, "files", source.file, &source.problems)
            return Files(paths: paths, entry: "**", pattern: nil, skipped: [])
        }
        let fields = source.fields(node, ["path", "entry", "pattern", "skip"])
        var pattern: NamePattern?
        if let text = fields.text("pattern", &source.problems) {
            switch NamePattern.parse(text) {
            case .success(let parsed): pattern = parsed
            case .failure(let error): source.report(fields["pattern"]?.line ?? node.line, error.reason)
            }
        }
        let paths = fields.texts("path", &source.problems)
        if paths.isEmpty { source.report(node.line, "files needs a path, such as \"input/*.csv\"") }
        return Files(
            paths: paths,
            entry: fields.text("entry", &source.problems) ?? "**",
            pattern: pattern,
            skipped: fields.texts("skip", &source.problems)
        )
    }

    /// How numbers are written; `nil` where nothing is said.
    private static func numberFormat(_ fields: Fields, _ source: inout RecipeText) -> NumberFormat? {
        guard fields["decimal"] != nil || fields["thousands"] != nil else { return nil }
        var format = NumberFormat()
        if let byte = byte("decimal", fields, &source) { format.decimal = byte }
        format.thousands = byte("thousands", fields, &source)
        if format.thousands == format.decimal {
            source.report(
                fields["thousands"]?.line ?? fields.line,
                "decimal and thousands must be different characters"
            )
        }
        return format
    }

    /// The one ASCII character of a field.
    static func byte(_ name: String, _ fields: Fields, _ source: inout RecipeText) -> UInt8? {
        guard let text = fields.text(name, &source.problems) else { return nil }
        let word = text == "tab" ? "\t" : text
        if word.utf8.count == 1, let byte = word.utf8.first, byte < 0x80, word != "\"", word != "\n", word != "\r" {
            return byte
        }
        source.report(fields[name]?.line ?? fields.line, "\(name) must be one ASCII character, or \"tab\"")
        return nil
    }

    private static func melt(_ node: Node, _ format: Format, _ source: inout RecipeText) -> Melt? {
        let fields = source.fields(node, ["columns", "except", "name", "value"])
        let columns = fields.texts("columns", &source.problems)
        let except = fields.texts("except", &source.problems)
        if columns.isEmpty == except.isEmpty {
            source.report(node.line, "melt needs columns: the headings that become rows, or except: those that do not")
        }
        if case .csv(let layout) = format {
            if layout.unpivot != nil { source.report(node.line, "a table is either wide or melted, not both") }
            if !layout.hasHeader { source.report(node.line, "melt needs headings; without them use wide") }
        } else if !except.isEmpty {
            source.report(node.line, "melt: except needs the headings of a csv; name the columns")
        }
        guard let name = fields.text("name", isNeeded: true, &source.problems),
            let value = fields.text("value", isNeeded: true, &source.problems)
        else { return nil }
        return Melt(columns: columns, except: except, name: name, value: value)
    }

    private static func explosion(_ node: Node, _ source: inout RecipeText) -> Explosion? {
        let fields = source.fields(node, ["column", "separator", "slot"])
        let separator = fields.text("separator", isNeeded: true, &source.problems)
        if separator == "" { source.report(node.line, "separator must not be empty") }
        guard let column = fields.text("column", isNeeded: true, &source.problems), let separator, !separator.isEmpty
        else { return nil }
        return Explosion(column: column, separator: separator, slot: fields.text("slot", &source.problems) ?? "slot")
    }

    private static func snapshots(_ node: Node, _ order: [String], _ source: inout RecipeText) -> Snapshots? {
        let fields = source.fields(node, ["keep", "time", "within"])
        guard let keep: Snapshots.Keep = fields.choice("keep", &source.problems),
            // Where rows have one order, it dates the reports, too.
            let time = fields.text("time", isNeeded: order.count != 1, &source.problems) ?? order.first
        else {
            if fields["keep"] == nil { source.report(node.line, "snapshots needs keep: last or keep: all") }
            return nil
        }
        return Snapshots(keep: keep, time: time, within: fields.texts("within", &source.problems))
    }
}
