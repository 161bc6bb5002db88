// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Fills the columns of a table that are made from others, and applies the changes of all of them.
struct ColumnDerivation {
    private let definition: TableDefinition
    private let tables: [String: Table]
    private let file: String
    /// Rows that cannot be used, with the reason.
    private var refusals: [(rows: Int, reason: String, example: String)] = []
    private var notes: [Recording.Note] = []

    init(_ definition: TableDefinition, tables: [String: Table], file: String) {
        self.definition = definition
        self.tables = tables
        self.file = file
    }

    mutating func fill(_ table: inout Table) throws(RecordingError) {
        var isUsable: [Bool]?
        for column in definition.columns {
            guard let start = try origin(column, table) else { continue }
            let changed = try change(start, column, &isUsable)
            // A column that is there already as it should be is not set again: setting would copy it.
            if table[column.name] == nil || !column.changes.isEmpty || !Self.isPlain(column) {
                table.set(column.name, changed)
            }
        }
        // Columns stand in the order of the recipe, whatever was read first.
        guard let isUsable else { return }
        table = table.gather(isUsable.indices.filter { isUsable[$0] }.map { Int32($0) })
    }

    private static func isPlain(_ column: ColumnDefinition) -> Bool {
        switch column.origin {
        case .file, .path: column.changes.isEmpty
        case .column, .join, .constant, .lookup: false
        }
    }

    func report(to rejections: inout Rejections, _ notes: inout [Recording.Note]) {
        for refusal in refusals {
            for _ in 0..<refusal.rows {
                rejections.add(refusal.reason, file: file, line: definition.line, message: refusal.example)
            }
        }
        notes += self.notes
    }

    private mutating func origin(_ column: ColumnDefinition, _ table: Table) throws(RecordingError) -> Column? {
        switch column.origin {
        case .file, .path:
            if let there = table[column.name] { return there }
            return Column.read(
                Categorical(codes: Array(repeating: Categorical.absent, count: table.rowCount), names: Names()),
                as: column.kind
            ).column
        case .column(let name): return table[name]
        case .constant(let text):
            return .names(Categorical(codes: Array(repeating: 0, count: table.rowCount), names: Names([text])))
        case .join(let names, let separator):
            return .names(Categorical.joined(names.compactMap { table[$0]?.categorical }, with: separator))
        case .lookup(let other, let by, let key, let take):
            guard let keys = tables[other]?[key]?.categorical, let values = tables[other]?[take],
                let own = table[by]?.categorical
            else { return nil }
            return lookUp(own, keys, values, column)
        }
    }

    private mutating func lookUp(
        _ own: Categorical,
        _ keys: Categorical,
        _ values: Column,
        _ column: ColumnDefinition
    ) -> Column {
        let taken = values.categorical
        var first = Array(repeating: Int32(-1), count: keys.names.count)
        var ambiguous: Set<Int32> = []
        for (row, key) in keys.codes.enumerated() where key >= 0 && taken.codes[row] >= 0 {
            let found = first[Int(key)]
            if found < 0 {
                first[Int(key)] = Int32(row)
            } else if taken.codes[row] != taken.codes[Int(found)] {
                ambiguous.insert(key)
            }
        }
        let rows = (0..<Int32(own.names.count)).map { code in
            keys.names.code(of: own.names[code]).map { first[Int($0)] } ?? -1
        }
        let codes = own.codes.map { code in
            code < 0 || rows[Int(code)] < 0 ? Categorical.absent : taken.codes[Int(rows[Int(code)])]
        }
        let missing = zip(codes, own.codes).count { $0 < 0 && $1 >= 0 }
        if missing > 0 { notes.append(Recording.Note(what: "\(column.name): not found", count: missing)) }
        if !ambiguous.isEmpty {
            notes.append(
                Recording.Note(
                    what: "\(column.name): names with several values, the first is taken",
                    count: ambiguous.count
                )
            )
        }
        let found = Categorical(codes: codes, names: taken.names)
        // The kind of the column that was looked up is kept.
        return switch values {
        case .names: .names(found)
        case .integers(let numbers):
            .integers(
                own.codes.map { $0 < 0 || rows[Int($0)] < 0 ? Column.absentInteger : numbers[Int(rows[Int($0)])] }
            )
        case .numbers(let numbers):
            .numbers(own.codes.map { $0 < 0 || rows[Int($0)] < 0 ? .nan : numbers[Int(rows[Int($0)])] })
        case .instants(let numbers):
            .instants(own.codes.map { $0 < 0 || rows[Int($0)] < 0 ? .nan : numbers[Int(rows[Int($0)])] })
        }
    }

    private mutating func change(
        _ start: Column,
        _ column: ColumnDefinition,
        _ isUsable: inout [Bool]?
    ) throws(RecordingError) -> Column {
        if Self.isPlain(column) { return start }
        if column.changes.isEmpty {
            // Made from other columns: a kind is asked for only where it differs from a name.
            if case .name = column.kind { return start }
            if !Self.needsReading(start, column.kind) { return start }
        }
        var names = start.categorical
        for change in column.changes {
            names = try names.mapped { name throws(RecordingError) in try apply(change, to: name, column) }
        }
        let (changed, refused) = Column.read(names, as: column.kind)
        let isLost = Set(refused)
        let usable = isUsable ?? Array(repeating: true, count: names.count)
        var now = usable
        var rows = 0
        if !isLost.isEmpty {
            let lost = (0..<Int32(names.names.count)).map { isLost.contains(names.names[$0]) }
            for (row, code) in names.codes.enumerated() where code >= 0 && lost[Int(code)] && usable[row] {
                now[row] = false
                rows += 1
            }
            let example = "\(column.name): \"\(refused[0].prefix(40))\" is not \(Self.words(column.kind))"
            refusals.append((rows, "\(column.name): not \(Self.words(column.kind))", example))
            isUsable = now
        }
        if column.isRequired {
            var missing = 0
            for row in 0..<names.count where names.codes[row] < 0 && now[row] {
                now[row] = false
                missing += 1
            }
            if missing > 0 {
                refusals.append((missing, "\(column.name): no value", "\(column.name): a value is required"))
                isUsable = now
            }
        }
        return changed
    }

    private static func needsReading(_ column: Column, _ kind: Evidence.ColumnRequest.Kind) -> Bool {
        switch (column, kind) {
        case (.integers, .integer), (.numbers, .number), (.instants, .instant): false
        default: true
        }
    }

    private static func words(_ kind: Evidence.ColumnRequest.Kind) -> String {
        switch kind {
        case .name: "a name"
        case .integer: "a whole number"
        case .boolean: "true or false"
        case .number: "a number"
        case .instant: "a time of the stated format"
        }
    }

    private func apply(
        _ change: ColumnDefinition.Change,
        to name: String,
        _ column: ColumnDefinition
    ) throws(RecordingError) -> String? {
        switch change {
        case .piece(let separator, let piece):
            let pieces = name.split(separator: separator, omittingEmptySubsequences: false)
            let index = piece > 0 ? piece - 1 : pieces.count + piece
            return pieces.indices.contains(index) ? String(pieces[index]) : nil
        case .replace(let part, let other):
            return name.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
        case .lowercase: return name.lowercased()
        case .trim: return Self.trimmed(name)
        case .rename(let map, let otherwise):
            if let renamed = map[name] { return renamed }
            switch otherwise {
            case .keep: return name
            case .drop: return nil
            case .error:
                throw RecordingError(
                    "\(file):\(column.line): column \"\(column.name)\": \"\(name)\" is not in the map; add it, or say otherwise: keep or "
                        + "otherwise: drop"
                )
            }
        case .bins(let bounds):
            guard let value = Double(name) else { return name }
            return Self.bin(value, bounds)
        }
    }

    private static func trimmed(_ name: String) -> String? {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let first = name.firstIndex(where: { !isSpace($0) }), let last = name.lastIndex(where: { !isSpace($0) })
        else { return nil }
        return String(name[first...last])
    }

    private static func bin(_ value: Double, _ bounds: [Double]) -> String? {
        func text(_ number: Double) -> String { number == number.rounded() ? String(Int(number)) : String(number) }
        guard let first = bounds.first, let index = bounds.lastIndex(where: { $0 <= value }) else {
            return bounds.first.map { "below \(text($0))" }
        }
        _ = first
        return index + 1 < bounds.count
            ? "\(text(bounds[index])) to below \(text(bounds[index + 1]))" : "\(text(bounds[index])) and above"
    }
}
