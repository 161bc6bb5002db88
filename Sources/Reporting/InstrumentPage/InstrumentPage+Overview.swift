// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension InstrumentPage {
    /// More signatories are left to a part that opens.
    private static let mostRows = 12

    /// What signatories agree on, who keeps what where it is, and who they are; nothing where there are no positions.
    var overview: Markup {
        guard let derivation = edition.derivation else { return Markup() }
        return Markup {
            Markup("section", ["id": "on:overview"]) {
                Markup("h2") { "Overview" }
                Markup("p") { force }
                coverage
                leaving(derivation)
            }
            Markup("section", ["id": "on:signatories"]) {
                Markup("h2") { "Signatories" }
                table(derivation)
            }
        }
    }

    /// Whether the instrument is in force on the day, by the dates of ratification.
    private var force: String {
        let entry = edition.ruleBook.head.entry
        switch treaty {
        case .notYet(let ratified)?:
            return "Not in force on \(edition.day): \(ratified) of \(entry.parties) ratifications that it takes."
        case .comes(let day)?: return "Enough have ratified: it comes into force on \(day)."
        case .inForce(let since, let terms, let parties)?:
            let names = DerivedWords.names(parties.map(\.signatory), of: signatories.count)
            return
                "In force since \(since) with \(terms.clauses.count) clauses, between those that have ratified: \(names). "
                + "What follows is what all \(signatories.count) positions have in common."
        case nil: return ""
        }
    }

    // MARK: Coverage

    /// A small box a clause: full where it is agreed on, broken where it is not.
    private var coverage: Markup {
        Markup("figure", ["class": "wide"]) {
            Markup("figcaption") {
                "Each box is a clause: filled where all accept it, dashed where at least one does not."
            }
            Markup("dl", ["class": "coverage"]) {
                for chapter in chapters {
                    Markup("dt") { chapter.title }
                    Markup("dd") {
                        for entry in chapter.entries { box(entry) }
                        Markup("span", ["class": "count"]) { "\(chapter.agreed) of \(chapter.entries.count)" }
                    }
                }
            }
        }
    }

    private func box(_ entry: Edition.Entry) -> Markup {
        let obstacle = derivedWords(entry)?.obstacle
        let words = obstacle.map { "not agreed \($0)" } ?? "agreed"
        return Markup(
            "a",
            [
                "class": entry.isInForce ? "box full" : "box", "href": "#" + entry.clause.id,
                "title": "\(entry.clause.title): \(words)", "aria-label": "\(entry.clause.id), \(words)",
            ]
        ) { entry.clause.id }
    }

    // MARK: Leaving

    /// What would come in if one signatory were not there.
    private func leaving(_ derivation: Derivation) -> Markup {
        let adding = spoilers.filter { !$0.adds.isEmpty }
        return Markup {
            Markup("h3") { "If one of them were not there" }
            if derivation.positions.count < 2 {
                Markup("p") { "With fewer than two signatories nothing is kept out by one." }
            } else if adding.isEmpty {
                Markup("p") { "No clause is kept out by one signatory alone." }
            } else {
                Markup("p", ["class": "muted small"]) {
                    "Not a reproach: where all have to agree, each one decides. It shows with whom talking could bring most."
                }
                Markup("ul") { for spoiler in adding.prefix(Self.mostRows) { line(spoiler) } }
                if adding.count > Self.mostRows {
                    Markup("details") {
                        Markup("summary") { "\(adding.count - Self.mostRows) more" }
                        Markup("ul") { for spoiler in adding.dropFirst(Self.mostRows) { line(spoiler) } }
                    }
                }
            }
        }
    }

    private func line(_ spoiler: Spoiler) -> Markup {
        Markup("li") {
            "Without \(spoiler.signatory) "
            Markup("b") { spoiler.adds.count == 1 ? "1 clause" : "\(spoiler.adds.count) clauses" }
            " would come in: "
            links(spoiler.adds)
            let tighter = Set(spoiler.tightens.map(\.clause)).count
            if tighter > 0 { "; \(tighter) \(tighter == 1 ? "other" : "others") would be stricter" }
            "."
        }
    }

    func links(_ ids: [String]) -> Markup {
        Markup {
            for (index, id) in ids.enumerated() {
                if index > 0 { ", " }
                Markup("a", ["href": "#" + id, "class": "id"]) { id }
            }
        }
    }

    // MARK: Signatories

    /// What one signatory accepts, and where it is among those that keep a value where it is.
    private struct Row {
        let position: Position
        let missing: [String]
        let binding: Int
        let alone: Int
    }

    private func rows(_ derivation: Derivation) -> [Row] {
        var binding: [String: Int] = [:]
        var alone: [String: Int] = [:]
        for derived in edition.entries.compactMap(\.derived) where derived.isAgreed {
            let keepers = derived.parameters.map(\.keepers)
            for name in Set(keepers.joined()) { binding[name, default: 0] += 1 }
            for name in Set(keepers.filter { $0.count == 1 }.joined()) { alone[name, default: 0] += 1 }
        }
        return derivation.positions.map { position in
            Row(
                position: position,
                missing: edition.entries.map(\.clause.id).filter { position.terms[$0] == nil },
                binding: binding[position.signatory] ?? 0,
                alone: alone[position.signatory] ?? 0
            )
        }
    }

    private func table(_ derivation: Derivation) -> Markup {
        let rows = rows(derivation).sorted { ($1.binding, $0.position.signatory) < ($0.binding, $1.position.signatory) }
        let most = rows.first?.binding ?? 0
        let hasDates = rows.contains { $0.position.ratified != nil || $0.position.left != nil }
        var columns: [(title: String, kind: PageTable.Kind)] = [
            ("Signatory", .name), ("Accepts", .number), ("Not accepted", .words),
            ("Keeps values where they are", .name),
        ]
        if hasDates { columns.append(("Ratified", .name)) }
        let cells = rows.map { self.cells($0, most, hasDates) }
        return Markup {
            Markup("p") {
                "Whose position keeps most clauses at their floor comes first. Counted are agreed clauses in which the signatory would have to "
                "move for the next step: \u{201C}alone\u{201D} means that nobody else would."
            }
            PageTable(
                caption: "One row a signatory.",
                columns: columns,
                rows: Array(cells.prefix(Self.mostRows)),
                most: .max
            ).markup
            if cells.count > Self.mostRows {
                Markup("details") {
                    Markup("summary") { "\(cells.count - Self.mostRows) more signatories" }
                    PageTable(
                        caption: "The other signatories.",
                        columns: columns,
                        rows: Array(cells.dropFirst(Self.mostRows)),
                        most: .max
                    ).markup
                }
            }
        }
    }

    private func cells(_ row: Row, _ most: Int, _ hasDates: Bool) -> [Markup] {
        let count = edition.entries.count
        var cells = [
            Markup.name(row.position.signatory), Markup("\(count - row.missing.count) of \(count)"),
            row.missing.isEmpty
                ? Markup("–") : row.missing.count > 12 ? Markup("\(row.missing.count) clauses") : links(row.missing),
            Markup {
                Markup("span", ["class": "bar"]) {
                    Markup("span", ["style": "width:\(most > 0 ? row.binding * 100 / most : 0)%"]) { "" }
                }
                Markup("span") { "\(row.binding)\(row.alone > 0 ? ", \(row.alone) of them alone" : "")" }
            },
        ]
        if hasDates {
            cells.append(
                Markup {
                    Markup("span", ["class": "id"]) { row.position.ratified?.description ?? "–" }
                    if let left = row.position.left { ", left \(left)" }
                }
            )
        }
        return cells
    }
}
