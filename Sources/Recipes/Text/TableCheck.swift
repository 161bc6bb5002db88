// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Looks for names in the definition of a table that lead nowhere.
struct TableCheck {
    private let table: TableDefinition
    private let tables: [TableDefinition]

    init(_ table: TableDefinition, among tables: [TableDefinition]) {
        self.table = table
        self.tables = tables
    }

    func check(_ source: inout RecipeText) {
        for path in table.files.paths + table.files.skipped { source.needBelow(path, table.line) }
        var known: Set<String> = []
        for name in table.madeColumns where !known.insert(name).inserted {
            source.report(table.line, "table \"\(table.name)\" makes the column \"\(name)\" twice")
        }
        if let explosion = table.explosion { check(explosion, &source) }
        for column in table.columns {
            check(column, known, &source)
            known.insert(column.name)
        }
        if table.kind == .impressions, table.order.isEmpty {
            source.report(
                table.line,
                "impressions need an order: name the column, or columns, of time or sequence, such as order: time; the order of "
                    + "lines in a file is not evidence"
            )
        }
        source.need(table.keep.map(\.column) + table.order + table.distinct + table.key, known, table.line)
        if let snapshots = table.snapshots { source.need([snapshots.time] + snapshots.within, known, table.line) }
    }

    private func check(_ explosion: TableDefinition.Explosion, _ source: inout RecipeText) {
        let isRead = table.columns.contains { column in
            if case .file = column.origin { column.name == explosion.column } else { false }
        }
        if !isRead, !table.madeColumns.dropLast().contains(explosion.column) {
            source.report(table.line, "explode: \"\(explosion.column)\" must be a column that is read from the file")
        }
    }

    private func check(_ column: ColumnDefinition, _ known: Set<String>, _ source: inout RecipeText) {
        if table.madeColumns.contains(column.name), column.origin != .file([.name(column.name)]) {
            source.report(
                column.line,
                "\"\(column.name)\" is made by wide, melt or explode, and cannot come from elsewhere"
            )
        }
        switch column.origin {
        case .column(let name): source.need([name], known, column.line)
        case .join(let names, _): source.need(names, known, column.line)
        case .arithmetic(_, let names): source.need(names, known, column.line)
        case .cases(let cases, _):
            for one in cases {
                for condition in one.conditions { source.need([condition.column], known, condition.line) }
            }
        case .rank(let within, let by, _): source.need(within + by, known, column.line)
        case .session(let within, let by, _): source.need(within + [by], known, column.line)
        case .lookup(let lookup): check(lookup, column, known, &source)
        case .path(let piece):
            if table.files.pattern?.names.contains(piece) != true {
                source.report(column.line, "the file pattern has no piece {\(piece)}")
            }
        case .file, .constant: break
        }
        if column.calendar != nil, let problem = calendarProblem(column) { source.report(column.line, problem) }
    }

    /// A calendar needs moments: a column of times, or a type of its own.
    private func calendarProblem(_ column: ColumnDefinition) -> String? {
        if case .instant = column.kind { return nil }
        switch column.origin {
        case .column, .lookup, .path: return nil
        default: return "calendar needs moments: add type: time, or name a column of times under of"
        }
    }

    private func check(
        _ lookup: ColumnDefinition.Lookup,
        _ column: ColumnDefinition,
        _ known: Set<String>,
        _ source: inout RecipeText
    ) {
        source.need(lookup.by, known, column.line)
        guard let other = tables.first(where: { $0.name == lookup.table }) else {
            return source.report(column.line, "there is no table \"\(lookup.table)\" to look up in")
        }
        if other.name == table.name { source.report(column.line, "a table cannot be looked up in itself") }
        source.need(lookup.key + [lookup.take], Set(other.columnNames), column.line)
    }
}
