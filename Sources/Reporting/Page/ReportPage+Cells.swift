// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// Published figures beside ours, then the figures of our own.
    var cells: Markup {
        let published = record.cells.filter { $0.published != nil }
        let own = record.cells.filter { $0.published == nil }
        let isExpected = !own.contains { $0.agreement == .unexpected }
        return Markup("section", ["id": "cells"]) {
            Markup("h2") { "Published figures" }
            Markup("p") {
                "\u{201C}Differs as stated\u{201D} means that the recipe foresaw it: the publication does not follow from its own data. "
                "\u{201C}Unexpected\u{201D} means neither as published nor as foreseen. Intervals are ours, at \(confidence)."
            }
            if !published.isEmpty {
                table(
                    published,
                    "Each published figure beside the data.",
                    [
                        ("Published", .number, { cell, _ in Markup(cell.published ?? "–") }),
                        ("Recomputed", .number, { _, text in Markup(text.recomputed) }),
                        ("Difference", .number, { _, text in Markup(text.difference) }),
                        ("Agrees?", .name, { cell, _ in Chip.markup(cell.agreement) }),
                    ]
                )
            }
            if !own.isEmpty {
                table(
                    own,
                    isExpected
                        ? "Figures of our own from the same data, all as expected."
                        : "Figures of our own from the same data.",
                    [("From the data", .number, { _, text in Markup(text.recomputed) })]
                        + (isExpected ? [] : [("As expected?", .name, { cell, _ in Chip.markup(cell.agreement) })])
                )
            }
        }
    }

    private typealias CellColumn = (title: String, kind: PageTable.Kind, content: (CellResult, CellText) -> Markup)

    private func table(_ cells: [CellResult], _ caption: String, _ middle: [CellColumn]) -> Markup {
        var columns: [CellColumn] = [("Figure", .name, { cell, _ in label(cell) })] + middle
        columns.append(("Our estimate", .number, { _, text in Markup(text.estimate) }))
        if cells.contains(where: { !$0.alternatives.isEmpty }) {
            columns.append(("Other choices", .number, { _, text in Markup(text.otherChoices) }))
        }
        return PageTable(
            caption: caption,
            twin: "cells.csv",
            columns: columns.map { ($0.title, $0.kind) },
            rows: cells.map { cell in
                let text = CellText(cell)
                return columns.map { $0.content(cell, text) }
            },
            most: 400
        ).markup
    }

    private func label(_ cell: CellResult) -> Markup {
        Markup {
            Markup.name(cell.label)
            if let note = cell.note { Markup("p", ["class": "muted small"]) { note } }
        }
    }
}
