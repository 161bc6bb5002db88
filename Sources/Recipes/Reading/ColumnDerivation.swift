// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Fills the columns of a table that are made from others, and applies the changes of all of them.
struct ColumnDerivation {
    let definition: TableDefinition
    let tables: [String: Table]
    let file: String
    /// Rows that cannot be used, with the reason.
    private var refusals: [(rows: Int, line: Int, reason: String, example: String)] = []
    private var notes: [Recording.Note] = []
    /// Whether a row can be used, as far as the column in work says; `nil` as long as all can.
    private var isUsable: [Bool]?
    private var rowCount = 0

    init(_ definition: TableDefinition, tables: [String: Table], file: String) {
        self.definition = definition
        self.tables = tables
        self.file = file
    }

    mutating func fill(_ table: inout Table) throws(RecordingError) {
        rowCount = table.rowCount
        for column in definition.columns {
            let start = try origin(column, table)
            let changed = try change(start, column)
            if column.isRequired || (definition.kind == .impressions && definition.order.contains(column.name)) {
                rejectAbsent(changed ?? start, column)
            }
            // A column that is there already as it should be is not set again: setting would copy it.
            if let changed {
                table.set(column.name, changed)
            } else if !Self.isRead(column) || table[column.name] == nil {
                table.set(column.name, start)
            }
            // Lost rows go at once: the columns behind must not count them.
            guard let isUsable else { continue }
            table = table.gather(isUsable.indices.filter { isUsable[$0] }.map { Int32($0) })
            (self.isUsable, rowCount) = (nil, table.rowCount)
        }
    }

    func report(to rejections: inout Rejections, _ notes: inout [Recording.Note]) {
        for refusal in refusals {
            rejections.add(
                refusal.reason,
                file: file,
                line: refusal.line,
                count: refusal.rows,
                message: refusal.example
            )
        }
        notes += self.notes
    }

    mutating func note(_ what: String, _ count: Int) {
        if count > 0 { notes.append(Recording.Note(what: what, count: count)) }
    }

    /// An error at the definition of a column.
    func failure(_ column: ColumnDefinition, _ message: String) -> RecordingError {
        RecordingError("\(file):\(column.line): column \"\(column.name)\": \(message)")
    }

    // MARK: Origins

    /// Whether the values of a column stand in the table before it is derived.
    private static func isRead(_ column: ColumnDefinition) -> Bool {
        switch column.origin {
        case .file, .path: true
        default: false
        }
    }

    private mutating func origin(_ column: ColumnDefinition, _ table: Table) throws(RecordingError) -> Column {
        switch column.origin {
        case .file, .path:
            if let there = table[column.name] { return there }
            return Column.read(Categorical(Array(repeating: nil, count: table.rowCount)), as: column.kind).column
        case .column(let name): return try find(name, table, column)
        case .constant(let text):
            return .names(Categorical(codes: Array(repeating: 0, count: table.rowCount), names: Names([text])))
        case .join(let names, let separator):
            var columns: [Categorical] = []
            for name in names { columns.append(try find(name, table, column).categorical) }
            return .names(Categorical.joined(columns, with: separator))
        case .lookup(let lookup): return try self.lookUp(lookup, column, table)
        case .arithmetic(let operation, let names): return try calculate(operation, names, column, table)
        case .cases(let cases, let otherwise): return try choose(cases, otherwise, table)
        case .rank(let within, let by, let isDescending):
            return try rank(within, by, isDescending, column, table)
        case .session(let within, let by, let gap): return try sessions(within, by, gap, column, table)
        }
    }

    func find(_ name: String, _ table: Table, _ column: ColumnDefinition) throws(RecordingError) -> Column {
        if let found = table[name] { return found }
        throw failure(column, "there is no column \"\(name)\"")
    }

    /// A column of numbers or moments.
    func numbers(_ name: String, _ table: Table, _ column: ColumnDefinition) throws(RecordingError) -> [Double] {
        if let numbers = try find(name, table, column).numbers { return numbers }
        throw failure(column, "\"\(name)\" holds names; declare type: number, integer or time")
    }

    // MARK: Changes

    /// The column after all changes, or `nil` where there are none.
    private mutating func change(_ start: Column, _ column: ColumnDefinition) throws(RecordingError) -> Column? {
        var changed: Column?
        if !column.changes.isEmpty {
            var names = start.categorical
            for change in column.changes {
                let place = "\(file):\(column.line): column \"\(column.name)\""
                names = try names.mapped { name throws(RecordingError) in
                    try NameChange(change, place: place).apply(to: name)
                }
            }
            changed = read(.names(names), column)
        } else if !start.isOf(column.kind) {
            changed = read(start, column)
        }
        if column.scale != nil || column.offset != nil {
            changed = try scaled(changed ?? start, column)
        }
        if let calendar = column.calendar {
            guard case .instants(let seconds) = changed ?? start else {
                throw failure(column, "calendar needs moments; declare type: time")
            }
            changed = .names(CalendarNames.column(seconds, calendar))
        }
        return changed
    }

    /// Reads a column as another kind; rows whose text is none of it are rejected.
    private mutating func read(_ start: Column, _ column: ColumnDefinition) -> Column {
        if column.kind == .number, let numbers = start.numbers { return .numbers(numbers) }
        // Numbers are printed the plain way, only what files hold is written in theirs.
        var format: NumberFormat?
        if case .names = start { format = column.numberFormat }
        let names = start.categorical
        let (changed, refused) = Column.read(names, as: column.kind, numberFormat: format)
        guard !refused.isEmpty else { return changed }
        let isLost = Set(refused)
        let lost = names.names.list.map { isLost.contains($0) }
        var example: String?
        var count = 0
        for (row, code) in names.codes.enumerated() where code >= 0 && lost[Int(code)] && reject(row) {
            count += 1
            if example == nil { example = names.names[code] }
        }
        if let example {
            let reason = "not \(Self.words(column.kind))"
            refusals.append(
                (
                    count, column.line, "\(column.name): \(reason)",
                    "\(column.name): \"\(example.prefix(40))\" is \(reason)"
                )
            )
        }
        return changed
    }

    /// Marks a row as lost; false where it is already.
    private mutating func reject(_ row: Int) -> Bool {
        if isUsable?[row] == false { return false }
        if isUsable == nil { isUsable = Array(repeating: true, count: rowCount) }
        isUsable?[row] = false
        return true
    }

    private mutating func rejectAbsent(_ values: Column, _ column: ColumnDefinition) {
        var missing = 0
        for row in 0..<values.count where values.isAbsent(row) && reject(row) { missing += 1 }
        if missing > 0 {
            refusals.append((missing, column.line, "\(column.name): no value", "\(column.name): a value is required"))
        }
    }

    private func scaled(_ values: Column, _ column: ColumnDefinition) throws(RecordingError) -> Column {
        let (scale, offset) = (column.scale ?? 1, column.offset ?? 0)
        switch values {
        case .names: throw failure(column, "scale and offset need numbers; declare type: number")
        case .instants(let seconds):
            guard scale == 1 else { throw failure(column, "a moment cannot be scaled; offset moves it by seconds") }
            return .instants(seconds.map { $0 + offset })
        case .numbers, .integers:
            return .numbers((values.numbers ?? []).map { $0 * scale + offset })
        }
    }

    private static func words(_ kind: ColumnRequest.Kind) -> String {
        switch kind {
        case .name: "a name"
        case .integer: "a whole number of 32 bits"
        case .number: "a number"
        case .boolean: "true or false"
        case .instant: "a time of the stated format"
        }
    }
}

extension Column {
    /// Whether a column holds what a kind asks for; names ask for nothing.
    fileprivate func isOf(_ kind: ColumnRequest.Kind) -> Bool {
        switch (self, kind) {
        case (_, .name), (.integers, .integer), (.integers, .boolean), (.numbers, .number), (.instants, .instant): true
        default: false
        }
    }
}
