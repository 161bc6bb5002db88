// SPDX-License-Identifier: Apache-2.0
internal import Evidence

extension Recipe {
    /// Looks for names that lead nowhere: what the parts of a recipe say about each other.
    func check(_ source: inout RecipeText) {
        if tables.isEmpty { source.report(1, "a recipe needs at least one table under \"tables\"") }
        for table in tables { check(table, &source) }
        var ids: Set<String> = []
        for analysis in analyses {
            if !ids.insert(analysis.id).inserted {
                source.report(analysis.line, "the analysis \"\(analysis.id)\" occurs twice")
            }
            check(analysis, &source)
        }
        for cell in published where !ids.contains(cell.analysis) { report(cell.analysis, cell.line, ids, &source) }
        for table in publishedTables where !ids.contains(table.analysis) {
            report(table.analysis, table.line, ids, &source)
        }
    }

    private func report(_ analysis: String, _ line: Int, _ ids: Set<String>, _ source: inout RecipeText) {
        source.report(line, "there is no analysis \"\(analysis)\"; there are \(ids.sorted().joined(separator: ", "))")
    }

    private func check(_ table: TableDefinition, _ source: inout RecipeText) {
        var known: Set<String> = []
        if case .csv(let layout) = table.format, let unpivot = layout.unpivot {
            known = [unpivot.valueColumn, unpivot.slotColumn]
        }
        for column in table.columns {
            switch column.origin {
            case .column(let name): need([name], known, column.line, &source)
            case .join(let names, _): need(names, known, column.line, &source)
            case .lookup(let other, let by, let key, let take):
                need([by], known, column.line, &source)
                guard let definition = tables.first(where: { $0.name == other }) else {
                    source.report(column.line, "there is no table \"\(other)\" to look up in")
                    continue
                }
                if definition.name == table.name { source.report(column.line, "a table cannot be looked up in itself") }
                need([key, take], Set(definition.columnNames), column.line, &source)
            case .path(let piece):
                if table.files.pattern?.names.contains(piece) != true {
                    source.report(column.line, "the file pattern has no piece {\(piece)}")
                }
            case .file, .constant: break
            }
            known.insert(column.name)
        }
        if table.kind == .impressions, table.order.isEmpty {
            source.report(
                table.line,
                "impressions need an order: name the column, or columns, of time or sequence, such as order: time; the order of lines "
                    + "in a file is not evidence"
            )
        }
        need(table.keep.map(\.column) + table.order + table.key, known, table.line, &source)
        if let snapshots = table.snapshots { need([snapshots.time] + snapshots.within, known, table.line, &source) }
    }

    private func need(_ names: [String], _ known: Set<String>, _ line: Int, _ source: inout RecipeText) {
        for name in names where !known.contains(name) {
            source.report(
                line,
                "there is no column \"\(name)\" before this; there are \(known.sorted().joined(separator: ", "))"
            )
        }
    }

    private func check(_ analysis: Analysis, _ source: inout RecipeText) {
        guard let table = table(analysis.table) else {
            let names = tables.map(\.name).joined(separator: ", ")
            return source.report(analysis.line, "there is no table \"\(analysis.table)\"; there are \(names)")
        }
        for related in analysis.related {
            guard let other = self.table(related.table) else {
                source.report(analysis.line, "there is no table \"\(related.table)\"")
                continue
            }
            need(related.columns.values.sorted(), Set(other.columnNames), analysis.line, &source)
        }
        let known = Set(table.columnNames)
        let variants = [analysis] + analysis.alternatives.map { analysis.under($0) }
        for variant in variants {
            need(variant.columns.values.flatMap(\.self).sorted(), known, variant.line, &source)
            need(variant.conditions.map(\.column) + [variant.unit], known, variant.line, &source)
        }
        if let arms = analysis.arms { need([arms.column], known, analysis.line, &source) }
        if let arms = analysis.arms, let both = arms.subject.first(where: arms.reference.contains) {
            source.report(analysis.line, "\"\(both)\" cannot belong to both arms")
        }
        if table.kind == .impressions, analysis.columns["count"] != nil, table.snapshots == nil,
            let pieces = table.files.pattern?.timeNames, !pieces.isEmpty
        {
            source.report(
                table.line,
                "\"\(table.name)\" adds up counts of dated reports: say snapshots: {keep: last, …} where each report repeats what "
                    + "came before, {keep: all, …} where each holds only what is new"
            )
        }
    }
}

extension TableDefinition {
    /// The columns of the table.
    public var columnNames: [String] {
        guard case .csv(let layout) = format, let unpivot = layout.unpivot else { return columns.map(\.name) }
        return [unpivot.valueColumn, unpivot.slotColumn] + columns.map(\.name)
    }
}
