// SPDX-License-Identifier: Apache-2.0
internal import Notation
public import Rankers

/// What rankers are, for a terminal and for other programs.
public struct RankerText: Sendable {
    private let cards: [RankerCard]

    /// A text on some rankers.
    public init(_ cards: [RankerCard]) { self.cards = cards }

    /// A line a ranker.
    public var list: String {
        let width = (cards.map(\.name.count).max() ?? 0) + 2
        return cards.map { card in
            card.name + String(repeating: " ", count: width - card.name.count) + card.summary + "\n"
        }.joined()
    }

    /// Everything about each ranker.
    public var whole: String {
        cards.map { card in
            let lines = [
                ("", "\(card.name) \(card.version)"), ("", card.summary), ("formula", card.formula), ("source", card.source),
                ("left out", card.leavesOut), ("reads", card.reads.map(\.rawValue).joined(separator: ", ")),
                ("depends on", Self.dependence(card)), ("controls", card.controls.map(\.rawValue).joined(separator: ", ")),
            ]
            return lines.filter { !$0.1.isEmpty }.map { name, text in
                name.isEmpty ? text + "\n" : "  " + name + String(repeating: " ", count: 12 - name.count) + text + "\n"
            }.joined()
        }.joined(separator: "\n")
    }

    private static func dependence(_ card: RankerCard) -> String {
        let parts = [card.isPersonalised ? "who asks" : nil, card.learns ? "what happened before" : nil]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? "neither who asks nor what it learned" : known.joined(separator: ", ")
    }

    /// A list of objects, canonical and indented.
    public var json: String {
        JSONValue.list(
            cards.map { card in
                .object([
                    "name": .text(card.name), "version": .text(card.version), "summary": .text(card.summary),
                    "formula": .text(card.formula), "source": .text(card.source), "leavesOut": .text(card.leavesOut),
                    "reads": .list(card.reads.map { .text($0.rawValue) }),
                    "isPersonalised": .flag(card.isPersonalised), "learns": .flag(card.learns),
                    "controls": .list(card.controls.map { .text($0.rawValue) }),
                ])
            }
        ).indented
    }
}
