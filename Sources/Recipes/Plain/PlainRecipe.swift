// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

/// Writes the recipe of files that have none.
struct PlainRecipe {
    private let tables: [PlainTable]
    private let title: String
    private var columns: [TableDefinition.Kind: PlainColumns] = [:]
    private var notes: [String] = []
    /// Whether every viewer is in one arm only.
    var viewersAreAssigned = false

    init(_ tables: [PlainTable], title: String) {
        self.tables = tables
        self.title = title
        for table in tables { columns[table.kind] = PlainColumns(table) }
        joinPeople()
        joinItems()
    }

    var impressions: PlainColumns? { columns[.impressions] }

    // MARK: Columns from other tables

    /// The part, the cluster and the twin of the viewer, and the part of the author, where people are listed.
    private mutating func joinPeople() {
        guard let people = columns[.people], people.names.contains("viewer"), var shown = columns[.impressions] else {
            return
        }
        func look(_ by: String, _ take: String) -> String {
            "{lookup: {in: people, by: \(by), key: viewer, take: \(take)}}"
        }
        if shown.names.contains("viewer") {
            if people.names.contains("part"), !shown.names.contains("readerPart") {
                shown.addMade(
                    "readerPart",
                    look("viewer", "part"),
                    note: "readerPart is the part of the viewer among the people"
                )
            }
            for name in ["cluster", "twin"] where people.names.contains(name) && !shown.names.contains(name) {
                shown.addMade(name, look("viewer", name), note: "\(name) is that of the viewer among the people")
            }
        }
        columns[.impressions] = shown
    }

    /// Author and part of what was shown, where items are listed; else the part of the author among the people.
    private mutating func joinItems() {
        guard var shown = columns[.impressions] else { return }
        if let items = columns[.items], items.names.contains("item"), shown.names.contains("item") {
            for name in ["author", "part", "score"] where items.names.contains(name) && !shown.names.contains(name) {
                shown.addMade(
                    name,
                    "{lookup: {in: items, by: item, take: \(name)}}",
                    note: "\(name) is that of the item among the items"
                )
            }
        }
        // Authors may be listed among all people, or alone.
        let key = columns[.people]?.names.contains("viewer") == true ? "viewer" : "author"
        if let people = columns[.people], people.names.isSuperset(of: [key, "part"]), shown.names.contains("author"),
            !shown.names.contains("part")
        {
            shown.addMade(
                "part",
                "{lookup: {in: people, by: author, key: \(key), take: part}}",
                note: "part is the part of the author among the people"
            )
        }
        columns[.impressions] = shown
    }

    mutating func addColumn(_ name: String, _ definition: String, note: String) {
        columns[.impressions]?.addMade(name, definition, note: note)
    }

    mutating func addNote(_ note: String) { notes.append(note) }

    // MARK: Text

    /// The text, with the analyses that the columns allow.
    ///
    /// `arms` are the values of each comparison.
    func text(unit: String?, arms: [(subject: String, reference: String)]) -> String {
        let all = tables.compactMap { columns[$0.kind]?.notes }.flatMap(\.self) + notes
        var lines = [
            "# Made for files without a recipe. Check what was assumed, change what is wrong, and keep it beside the data.",
            "recipe: recording", "title: \(PlainColumns.quoted(title))", "mostRejected: 0.01",
        ]
        if !all.isEmpty { lines += ["notes:"] + all.map { "  - " + PlainColumns.quoted($0) } }
        lines += ["", "tables:"] + tables.flatMap { self.lines($0) }
        if let unit { lines += ["", "analyses:"] + PlainAnalysis.all.flatMap { self.lines($0, unit, arms) } }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ table: PlainTable) -> [String] {
        guard let columns = columns[table.kind] else { return [] }
        let paths = "[" + table.paths.map { PlainColumns.quoted($0) }.joined(separator: ", ") + "]"
        var lines = ["  \(table.name):", "    kind: \(table.kind.rawValue)"]
        if let pattern = table.armPattern {
            lines.append("    files: {path: \(paths), pattern: \(PlainColumns.quoted(pattern))}")
        } else {
            lines.append("    files: \(paths)")
        }
        switch table.sketch.layout {
        case .csv(let layout):
            lines.append("    format: csv")
            if layout.delimiter != UInt8(ascii: ",") {
                let delimiter = layout.delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(layout.delimiter))
                lines.append("    delimiter: \(PlainColumns.quoted(delimiter))")
            }
        case .json(let layout, let rows):
            lines.append("    format: \(layout == .lines ? "jsonl" : "json")")
            if !rows.isEmpty { lines.append("    rows: \(PlainColumns.quoted(rows))") }
        }
        lines += ["    columns:"] + columns.lines.map { "      " + $0 }
        if table.kind == .impressions {
            lines.append("    order: [\(columns.order.joined(separator: ", "))]")
            let key = ["arm", "viewer", "session", "page", "time", "seq", "slot", "item"].filter {
                columns.names.contains($0)
            }
            lines.append("    key: [\(key.joined(separator: ", "))]")
        }
        return lines
    }

    private func lines(
        _ plan: PlainAnalysis,
        _ unit: String,
        _ arms: [(subject: String, reference: String)]
    ) -> [String] {
        guard plan.needs.allSatisfy({ has($0) }), !plan.needsArms || !arms.isEmpty,
            !plan.needsAssignedViewers || viewersAreAssigned
        else { return [] }
        let roles = (plan.needs + plan.uses).filter {
            impressions?.names.contains($0) == true && Analysis.roles.contains($0)
        }
        let pairs = plan.takesArms && !arms.isEmpty ? arms.map { Optional($0) } : [nil]
        return pairs.flatMap { pair -> [String] in
            let id = arms.count > 1 ? pair.map { "\(plan.measure)-\(Self.plain($0.subject))" } : nil
            var lines = [
                "  - id: \(PlainColumns.quoted(id ?? plan.measure))", "    title: \(PlainColumns.quoted(plan.title))",
                "    from: impressions", "    measure: \(plan.measure)", "    unit: \(plan.unit ?? unit)",
            ]
            if let pair {
                let values =
                    "subject: \(PlainColumns.quoted(pair.subject)), reference: \(PlainColumns.quoted(pair.reference))"
                lines.append("    arms: {by: arm, \(values)}")
            }
            if !roles.isEmpty {
                lines.append("    columns: {\(roles.map { "\($0): \($0)" }.joined(separator: ", "))}")
            }
            if plan.needs.contains(where: { $0.hasPrefix("candidate") }) { lines.append("    candidates: candidates") }
            if plan.needs.contains("follows") { lines.append("    follows: follows") }
            return lines
        }
    }

    private func has(_ role: String) -> Bool {
        switch role {
        case "candidates": columns[.candidates]?.names.contains("item") == true
        case "candidateTimes": columns[.candidates]?.names.isSuperset(of: ["item", "time"]) == true
        case "follows": columns[.follows]?.names.isSuperset(of: ["viewer", "author"]) == true
        case "aggregated": impressions.map { $0.names.contains("count") && !$0.names.contains("viewer") } == true
        default: impressions?.names.contains(role) == true
        }
    }

    /// A name as part of an id, which has no dot.
    private static func plain(_ name: String) -> String { String(name.map { $0 == "." ? "-" : $0 }) }
}
