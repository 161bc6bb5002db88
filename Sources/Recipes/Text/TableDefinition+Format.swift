// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension TableDefinition {
    private enum FormatName: String, CaseIterable {
        case csv, tsv, json, jsonl
    }

    static func format(_ fields: Fields, _ files: Files, _ source: inout RecipeText) -> Format {
        let name = fields.choice("format", &source.problems) ?? guess(files)
        if name == .json || name == .jsonl {
            for field in ["delimiter", "header", "skipLines", "comment", "ragged", "wide"] {
                if let node = fields[field] { source.report(node.line, "\(field) belongs to csv, not to \(name)") }
            }
            return .json(name == .json ? .document : .lines, rowPath: fields.text("rows", &source.problems) ?? "")
        }
        if let node = fields["rows"] {
            source.report(
                node.line,
                "rows belongs to json and jsonl, and these files are taken for \(name): say format: json, or format: jsonl"
            )
        }
        var layout = CSVLayout(
            delimiter: name == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ","),
            hasHeader: fields.flag("header", &source.problems) ?? true,
            isRagged: fields.flag("ragged", &source.problems) ?? false
        )
        if let byte = byte("delimiter", fields, &source) { layout.delimiter = byte }
        layout.comment = byte("comment", fields, &source)
        if let lines = fields.number("skipLines", &source.problems) {
            if let whole = Int(exactly: lines), 0...1_000_000 ~= whole {
                layout.skippedLines = whole
            } else {
                source.report(fields["skipLines"]?.line ?? 1, "skipLines is a number of lines, such as 3")
            }
        }
        if let node = fields["wide"] { layout.unpivot = unpivot(node, &source) }
        return .csv(layout)
    }

    private static func unpivot(_ node: Node, _ source: inout RecipeText) -> CSVLayout.Unpivot {
        let fields = source.fields(node, ["from", "value", "slot"])
        let first = fields.number("from", &source.problems) ?? 0
        if first < 1 || first > 100_000 || first != first.rounded() {
            source.report(
                node.line,
                "wide: from is the position of the first field that is a row of its own, from 1 on"
            )
        }
        return CSVLayout.Unpivot(
            first: Int(min(max(first, 1), 100_000)),
            valueColumn: fields.text("value", isNeeded: true, &source.problems) ?? "",
            slotColumn: fields.text("slot", &source.problems) ?? "slot"
        )
    }

    /// The format that the names of the files suggest.
    ///
    /// Entries of an archive say more than its own name, and the end of the pattern helps where neither says anything. Files of
    /// no known ending hold CSV.
    private static func guess(_ files: Files) -> FormatName {
        [files.entry, files.paths.first ?? "", files.pattern?.ending ?? ""].lazy.compactMap { format(ofFile: $0) }.first
            ?? .csv
    }

    private static func format(ofFile name: String) -> FormatName? {
        var name = name.lowercased()
        for ending in [".gz", ".bz2", ".xz", ".zst", ".zip"] where name.hasSuffix(ending) {
            name.removeLast(ending.count)
        }
        let endings: [(String, FormatName)] = [
            (".jsonl", .jsonl), (".ndjson", .jsonl), (".json", .json), (".tsv", .tsv), (".tab", .tsv), (".csv", .csv),
        ]
        return endings.first { name.hasSuffix($0.0) }?.1
    }
}
