// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension TableDefinition {
    init?(_ entry: Node.Entry, _ source: inout RecipeText) {
        let fields = source.fields(
            entry.value,
            [
                "kind", "files", "format", "delimiter", "header", "ragged", "wide", "rows", "absent", "columns",
                "order",
                "snapshots", "keep", "key",
            ]
        )
        guard let files = Self.files(fields["files"], entry, &source) else { return nil }
        name = entry.name
        line = entry.line
        kind = fields.choice("kind", &source.problems) ?? .impressions
        self.files = files
        format = Self.format(fields, files, &source)
        absentTexts = fields.texts("absent", &source.problems)
        columns = source.entries(fields["columns"]).compactMap { ColumnDefinition($0, &source) }
        if fields["columns"] == nil { source.report(entry.line, "table \"\(entry.name)\" needs columns") }
        order = fields.texts("order", &source.problems)
        snapshots = fields["snapshots"].flatMap { Self.snapshots($0, &source) }
        keep = Condition.list(fields["keep"], &source)
        key = fields.texts("key", &source.problems)
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

    private enum FormatName: String, CaseIterable {
        case csv, tsv, json, jsonl
    }

    private static func format(_ fields: Fields, _ files: Files, _ source: inout RecipeText) -> Format {
        let name = fields.choice("format", &source.problems) ?? guess(files)
        if name == .json || name == .jsonl {
            for field in ["delimiter", "header", "ragged", "wide"] {
                if let node = fields[field] { source.report(node.line, "\(field) belongs to csv, not to \(name)") }
            }
            return .json(name == .json ? .document : .lines, rowPath: fields.text("rows", &source.problems) ?? "")
        }
        if let node = fields["rows"] { source.report(node.line, "rows belongs to json and jsonl, not to \(name)") }
        var layout = CSVLayout(
            delimiter: name == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ","),
            hasHeader: fields.flag("header", &source.problems) ?? true,
            isRagged: fields.flag("ragged", &source.problems) ?? false
        )
        if let text = fields.text("delimiter", &source.problems) {
            let word = text == "tab" ? "\t" : text
            if word.utf8.count == 1, let byte = word.utf8.first, word != "\"", word != "\n" {
                layout.delimiter = byte
            } else {
                source.report(fields["delimiter"]?.line ?? 1, "delimiter must be one ASCII character, or \"tab\"")
            }
        }
        if let node = fields["wide"] {
            let wide = source.fields(node, ["from", "value", "slot"])
            let first = wide.number("from", &source.problems) ?? 0
            if first < 1 || first > 100_000 || first != first.rounded() {
                source.report(
                    node.line,
                    "wide: from is the position of the first field that is a row of its own, from 1 on"
                )
            }
            layout.unpivot = CSVLayout.Unpivot(
                first: max(1, Int(min(first, 100_000))),
                valueColumn: wide.text("value", isNeeded: true, &source.problems) ?? "",
                slotColumn: wide.text("slot", &source.problems) ?? "slot"
            )
        }
        return .csv(layout)
    }

    /// The format that the names of the files suggest; archives hold CSV where nothing is said.
    private static func guess(_ files: Files) -> FormatName {
        var path = files.entry == "**" ? files.paths.first ?? "" : files.entry
        for ending in [".gz", ".zip"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
        if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return .jsonl }
        if path.hasSuffix(".json") { return .json }
        return path.hasSuffix(".tsv") ? .tsv : .csv
    }

    private static func snapshots(_ node: Node, _ source: inout RecipeText) -> Snapshots? {
        let fields = source.fields(node, ["keep", "time", "within"])
        guard let keep: Snapshots.Keep = fields.choice("keep", &source.problems),
            let time = fields.text("time", isNeeded: true, &source.problems)
        else {
            if fields["keep"] == nil { source.report(node.line, "snapshots needs keep: last or keep: all") }
            return nil
        }
        return Snapshots(keep: keep, time: time, within: fields.texts("within", &source.problems))
    }
}
