// SPDX-License-Identifier: Apache-2.0
internal import Evidence

extension Recipe {
    /// Looks for names that lead nowhere: what the parts of a recipe say about each other.
    func check(_ source: inout RecipeText) {
        if tables.isEmpty, source.problems.isEmpty {
            source.report(1, "a recipe needs at least one table under \"tables\"")
        }
        for table in tables { TableCheck(table, among: tables).check(&source) }
        var ids: Set<String> = []
        for analysis in analyses {
            if !ids.insert(analysis.id).inserted {
                source.report(analysis.line, "the analysis \"\(analysis.id)\" occurs twice")
            }
            check(analysis, &source)
        }
        for cell in published where !ids.contains(cell.analysis) { report(cell.analysis, cell.line, ids, &source) }
        for table in publishedTables { source.needBelow(table.file, table.line) }
        for table in publishedTables where !ids.contains(table.analysis) {
            report(table.analysis, table.line, ids, &source)
        }
    }

    private func report(_ analysis: String, _ line: Int, _ ids: Set<String>, _ source: inout RecipeText) {
        source.report(line, "there is no analysis \"\(analysis)\"; there are \(ids.sorted().joined(separator: ", "))")
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
            source.need(related.columns.values.sorted(), Set(other.columnNames), analysis.line)
        }
        let known = Set(table.columnNames)
        let variants = [analysis] + analysis.alternatives.map { analysis.under($0) }
        for variant in variants {
            source.need(variant.columns.values.flatMap(\.self).sorted(), known, variant.line)
            source.need(variant.conditions.map(\.column) + [variant.unit], known, variant.line)
        }
        if let arms = analysis.arms { source.need([arms.column], known, analysis.line) }
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
