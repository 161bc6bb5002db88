// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

/// The columns of one table of a recipe that is made for files without one.
struct PlainColumns {
    /// "name: definition", one a column.
    private(set) var lines: [String] = []
    /// The columns there are, in the names of the schema.
    private(set) var names: Set<String> = []
    /// What was assumed.
    private(set) var notes: [String] = []
    /// The columns that put rows in order.
    private(set) var order: [String] = []

    /// The columns of a table, each with the type its role needs.
    init(_ table: PlainTable) {
        for role in PlainRole.allCases {
            guard let heading = table.roles[role] else { continue }
            switch role {
            case .viewer, .arm, .session, .item, .author, .part, .readerPart, .page, .unit, .cluster, .twin:
                add(role.rawValue, heading)
            case .seq:
                if table.examples(role).allSatisfy({ Double($0) != nil }) {
                    add("seq", heading, "type: number")
                    order.append("seq")
                } else {
                    notes.append("\"\(heading)\" is not used: a sequence must be a number")
                }
            case .time: addTime(table, heading)
            case .slot: addSlot(table, heading)
            case .count, .weight:
                if role == .count || table.roles[.count] == nil { add("count", heading, "type: number") }
            case .score:
                if table.examples(role).allSatisfy({ Double($0) != nil }) {
                    add("score", heading, "type: number")
                } else {
                    notes.append("\"\(heading)\" is not used: a score must be a number")
                }
            }
        }
        if table.armPattern != nil { addMade("arm", "{file: arm}", note: "the arms are the names of the two files") }
        let used = Set(table.roles.values)
        let unused = table.sketch.columns.map(\.name).filter { !used.contains($0) }
        if !unused.isEmpty {
            notes.append("\(table.name): not used: \(unused.prefix(20).map { "\"\($0)\"" }.joined(separator: ", "))")
        }
    }

    /// Adds a column that stands in the file.
    private mutating func add(_ name: String, _ heading: String, _ more: String = "") {
        let from = Self.quoted(heading)
        lines.append("\(name): " + (more.isEmpty ? from : "{from: \(from), \(more)}"))
        names.insert(name)
        if heading != name { notes.append("\(name) is taken from \"\(heading)\"") }
    }

    /// Adds a column that is made.
    mutating func addMade(_ name: String, _ definition: String, note: String) {
        lines.append("\(name): \(definition)")
        names.insert(name)
        notes.append(note)
    }

    private mutating func addTime(_ table: PlainTable, _ heading: String) {
        switch PlainTime.guess(table.examples(.time)) {
        case .format(let format):
            add("time", heading, "type: time" + (format == "iso8601" ? "" : ", format: \(Self.quoted(format))"))
            order.append("time")
            notes.append("times of \"\(heading)\" are read as \(format), in UTC where they say no zone")
        case .number:
            add("time", heading, "type: number")
            order.append("time")
            notes.append("\"\(heading)\" is a number that sorts, not a moment")
        case nil:
            notes.append("\"\(heading)\" is not used: its values are no times that can be read without being told how")
        }
    }

    private mutating func addSlot(_ table: PlainTable, _ heading: String) {
        let examples = table.examples(.slot)
        guard examples.allSatisfy({ Double($0).map { $0 == $0.rounded() } ?? false }) else {
            notes.append("\"\(heading)\" is not used: a place must be a whole number")
            return
        }
        let startsAtZero = examples.contains { Double($0) == 0 }
        add("slot", heading, "type: integer" + (startsAtZero ? ", offset: 1" : ""))
        if startsAtZero { notes.append("\"\(heading)\" counts places from 0; slot counts from 1") }
    }

    /// A text as YAML, always in quotes: no letter of it means anything there.
    static func quoted(_ text: String) -> String { JSONValue.text(text).canonical }
}
