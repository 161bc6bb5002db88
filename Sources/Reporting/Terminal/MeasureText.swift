// SPDX-License-Identifier: Apache-2.0
public import Measures
internal import Notation

/// What measures are, for a terminal and for other programs.
public struct MeasureText: Sendable {
    private let cards: [MeasureCard]

    /// A text on some measures.
    public init(_ cards: [MeasureCard]) { self.cards = cards }

    /// One paragraph a measure, by family.
    public var list: String {
        var text = ""
        for family in MeasureCard.Family.allCases {
            let members = cards.filter { $0.family == family }
            if members.isEmpty { continue }
            text += (text.isEmpty ? "" : "\n") + family.rawValue.uppercased() + "\n"
            for card in members {
                text += "  \(card.name)  \(card.summary)\n"
                text += "    formula  \(card.formula)\n"
                text += "    unit     \(card.unit), \(card.range)\n"
                text +=
                    "    needs    \(card.needs.isEmpty ? "–" : card.needs.map(\.rawValue).joined(separator: ", "))\n"
            }
        }
        return text
    }

    /// Everything about each measure.
    public var cardTexts: String {
        cards.map { card in
            var lines = [("", "\(card.name) \(card.version) (\(card.family.rawValue))"), ("", card.summary)]
            lines += [
                ("formula", card.formula), ("unit", card.unit), ("range", card.range),
                ("denominator", card.denominator),
                ("source", card.source), ("needs", card.needs.map(\.rawValue).joined(separator: ", ")),
                ("uses", card.uses.map(\.rawValue).joined(separator: ", ")),
                ("figures", card.figures.joined(separator: ", ")),
            ]
            lines += card.parameters.map { ("parameter", "\($0.name): \($0.summary)") }
            return lines.filter { !$0.1.isEmpty }.map { name, text in
                name.isEmpty ? text + "\n" : "  " + name + String(repeating: " ", count: 13 - name.count) + text + "\n"
            }.joined()
        }.joined(separator: "\n")
    }

    /// A list of objects, canonical and indented.
    public var json: String {
        JSONValue.list(
            cards.map { card in
                .object([
                    "name": .text(card.name), "version": .text(card.version), "family": .text(card.family.rawValue),
                    "summary": .text(card.summary), "formula": .text(card.formula), "unit": .text(card.unit),
                    "range": .text(card.range), "denominator": .text(card.denominator), "source": .text(card.source),
                    "needs": .list(card.needs.map { .text($0.rawValue) }),
                    "uses": .list(card.uses.map { .text($0.rawValue) }),
                    "parameters": .list(
                        card.parameters.map { .object(["name": .text($0.name), "summary": .text($0.summary)]) }
                    ),
                    "figures": .list(card.figures.map { .text($0) }),
                ])
            }
        ).indented
    }
}
