// SPDX-License-Identifier: Apache-2.0
public import Instrument

/// Two instruments side by side, for a terminal.
public struct ComparisonText: Sendable {
    private let comparison: Comparison
    private let names: (first: String, second: String)

    /// A text; the names stand for the two sides.
    public init(_ comparison: Comparison, first: String, second: String) {
        self.comparison = comparison
        names = (first, second)
    }

    /// The answer, then a line for each place where the sides differ.
    public var text: String {
        let differing = comparison.lines.filter { $0.relation != .equal }
        var text = answer + "\n"
        let equal = comparison.lines.count - differing.count
        text += "\(equal) of \(comparison.lines.count) clauses ask for the same.\n"
        for (name, ids) in [(names.first, only(\.stricter)), (names.second, only(\.looser))] where !ids.isEmpty {
            text += "\nOnly \(name) has \(ids.joined(separator: ", ")).\n"
        }
        for line in differing where !Self.isOneSided(line) {
            text += "\n\(line.id) \(line.title): \(Self.words(line.relation))\n"
            if let difference = line.difference { text += "  not comparable: \(difference)\n" }
            for example in line.stricter { text += "  \(names.first) asks for more: \(detail(example))\n" }
            for example in line.looser { text += "  \(names.second) asks for more: \(detail(example))\n" }
        }
        return text
    }

    private static func isOneSided(_ line: Comparison.Line) -> Bool {
        (line.stricter + line.looser).contains { $0.parameter == nil }
    }

    /// Clauses that the other side does not have.
    private func only(_ side: (Comparison.Line) -> [Counterexample]) -> [String] {
        comparison.lines.filter { side($0).contains { $0.parameter == nil } }.map(\.id)
    }

    private func detail(_ example: Counterexample) -> String {
        "\(example.parameter?.words ?? "") \(example.value?.words ?? "–") against \(example.other?.words ?? "nothing")"
    }

    private var answer: String {
        switch comparison.relation {
        case .equal: "\(names.first) asks for just what \(names.second) asks for."
        case .stricter: "\(names.first) is stricter than \(names.second): nowhere looser, and somewhere stricter."
        case .looser: "\(names.first) is looser than \(names.second): nowhere stricter, and somewhere looser."
        case .incomparable:
            "\(names.first) and \(names.second) are incomparable: each asks for more somewhere, or they measure differently."
        }
    }

    private static func words(_ relation: Comparison.Relation) -> String {
        switch relation {
        case .equal: "the same"
        case .stricter: "stricter"
        case .looser: "looser"
        case .incomparable: "incomparable"
        }
    }
}
