// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures

extension InstrumentPage {
    /// A measure that articles bind, from the vocabulary or from the program.
    struct MeasureRow {
        let name: String
        let unit: String
        let range: String
        let what: String
        /// The version that the program computes; `nil` where it does not yet.
        let computed: String?
    }

    /// The measures of the vocabulary, and those of the program that an article binds, by name.
    static func measures(_ edition: Edition) -> [MeasureRow] {
        var rows = edition.ruleBook.measures.map { term in
            MeasureRow(
                name: term.name,
                unit: term.unit,
                range: range(term),
                what: term.what,
                computed: MeasureCatalogue.named(term.name)?.card.version
            )
        }
        for name in Set(edition.entries.map(\.clause.measure)) where !rows.contains(where: { $0.name == name }) {
            guard let card = MeasureCatalogue.named(name)?.card else { continue }
            rows.append(
                MeasureRow(name: name, unit: card.unit, range: card.range, what: card.summary, computed: card.version)
            )
        }
        return rows.sorted { $0.name < $1.name }
    }

    private static func range(_ term: RuleBook.MeasureTerm) -> String {
        let style = NumberStyle(decimals: 0)
        return switch (term.least, term.most) {
        case (let least?, let most?): "\(style.exact(least)) to \(style.exact(most))"
        case (let least?, nil): "\(style.exact(least)) or more"
        case (nil, let most?): "up to \(style.exact(most))"
        case (nil, nil): "any"
        }
    }

    /// What articles measure and which laws they point to.
    var vocabulary: Markup {
        Markup {
            Markup("section", ["id": "on:measures"]) {
                Markup("h2") { "Measures" }
                PageTable(
                    caption:
                        "What can be bound. A measure that this version does not compute yet can be bound and tried on cases.",
                    columns: [
                        ("Measure", .name), ("What it is", .words), ("Unit and range", .name),
                        ("Computed here", .name),
                        ("Clauses", .name),
                    ],
                    rows: Self.measures(edition).enumerated().map { measure($0.element, $0.offset) },
                    most: .max
                ).markup
            }
            Markup("section", ["id": "on:laws"]) {
                Markup("h2") { "Laws" }
                if edition.ruleBook.laws.isEmpty {
                    Markup("p") { "The vocabulary lists no law." }
                } else {
                    PageTable(
                        caption: "Articles point to laws; they do not repeat them.",
                        columns: [("Law", .name), ("Citation", .words), ("Kind", .name), ("Clauses", .words)],
                        rows: edition.ruleBook.laws.enumerated().map { law($0.element, $0.offset) },
                        most: .max
                    ).markup
                }
            }
        }
    }

    private func measure(_ row: MeasureRow, _ index: Int) -> [Markup] {
        [
            Markup("code", ["id": Self.id("measure", index)]) { row.name },
            InlineMarkup(row.what).markup(places: places),
            Markup("\(row.unit); \(row.range)"), Markup(row.computed.map { "yes, \($0)" } ?? "not yet"),
            links(edition.entries.filter { $0.clause.measure == row.name }.map(\.clause.id)),
        ]
    }

    private func law(_ law: RuleBook.Law, _ index: Int) -> [Markup] {
        [
            Markup("span", ["id": Self.id("law", index)]) {
                name(law, law.key)
                " "
                Markup("code", ["class": "muted"]) { law.key }
            }, Markup(law.citation), Markup(law.status.words),
            links(edition.entries.filter { $0.clause.anchors.contains { $0.law == law.key } }.map(\.clause.id)),
        ]
    }
}
