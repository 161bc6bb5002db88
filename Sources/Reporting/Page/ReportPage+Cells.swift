// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// Published figures beside ours.
    var cells: Markup {
        let hasOthers = record.cells.contains { !$0.alternatives.isEmpty }
        var columns: [(title: String, kind: PageTable.Kind)] = [
            ("Figure", .name), ("Published", .number), ("Recomputed", .number), ("Difference", .number),
            ("Agrees?", .name),
            ("Our estimate", .number),
        ]
        if hasOthers { columns.append(("Other choices", .number)) }
        let rows = record.cells.map { cell -> [Markup] in
            let text = CellText(cell)
            var row = [
                label(cell), Markup(cell.published ?? "–"), Markup(text.recomputed), Markup(text.difference),
                Chip.markup(cell.agreement), Markup(text.estimate),
            ]
            if hasOthers { row.append(Markup(text.otherChoices)) }
            return row
        }
        return Markup("section", ["id": "cells"]) {
            Markup("h2") { "Published figures" }
            Markup("p") {
                "\u{201C}Differs as stated\u{201D} means that the recipe foresaw it: the publication does not follow from its own data. "
                "\u{201C}Unexpected\u{201D} means neither as published nor as foreseen. Intervals are ours, at \(confidence)."
            }
            PageTable(
                caption: "Each published figure beside the data.",
                twin: "cells.csv",
                columns: columns,
                rows: rows,
                most: 400
            ).markup
        }
    }

    private func label(_ cell: CellResult) -> Markup {
        Markup {
            Markup.name(cell.label)
            if let note = cell.note { Markup("p", ["class": "muted small"]) { note } }
        }
    }
}
