// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Measures
internal import Notation
internal import Rankers

/// How two rankers differ, for a terminal.
public struct DifferenceText: Sendable {
    private let record: ExaminationRecord
    private let isColoured: Bool

    /// A text on the differences of a record.
    ///
    /// - Parameters:
    ///   - record: With differences.
    ///   - isColoured: Whether the terminal understands colours.
    public init(_ record: ExaminationRecord, isColoured: Bool = false) {
        self.record = record
        self.isColoured = isColoured
    }

    /// How a program that asked ends: 1 where something is different, else 2 where something is undecided, else 0.
    public static func exitCode(_ record: ExaminationRecord) -> Int32 {
        if record.differences.contains(where: { $0.outcome == .different }) { return 1 }
        return record.differences.contains { $0.outcome == .undecided } ? 2 : 0
    }

    /// One sentence on the whole.
    static func sentence(_ record: ExaminationRecord) -> String {
        let outcomes = record.differences.map(\.outcome)
        let counts = BehaviourDifference.Outcome.allCases.map { outcome in outcomes.count { $0 == outcome } }
        return
            "Of \(outcomes.count) figures, \(counts[0]) are the same within the margin, \(counts[1]) are different, \(counts[2]) are undecided."
    }

    /// Lines, each ended by a line break.
    public var text: String {
        let names = record.society.map { society in
            "\(society.references.first?.name ?? "–") → \(society.subject.name)"
        }
        let title = TerminalTable.paint(PrintableText.line(names ?? record.recording.title), .strong, isColoured)
        var text = "\(title)\n\(Self.sentence(record))\n"
        if let society = record.society {
            text +=
                "\(society.worlds.count) worlds of \(society.people) people, \(society.steps / max(1, society.slotsPerDay)) days, the same draws for both.\n"
        }
        var table = TerminalTable([
            .init(title: "figure", most: 44), .init(title: "difference [interval]"), .init(title: "same within"),
            .init(title: "verdict"),
        ])
        for difference in record.differences {
            let style = NumberStyle(difference.figure)
            let interval = difference.figure.uncertainty.map { " [\(style.number($0.lower)), \(style.number($0.upper))]" }
            table.add([
                .init("\(difference.analysis): \(difference.figure.key)"),
                .init("\(style.text(difference.figure.value))\(interval ?? "")"),
                .init(difference.marginWords),
                .init("\(difference.outcome.symbol) \(difference.outcome.words)", difference.outcome.tone),
            ])
        }
        return text + "\n" + table.text(isColoured: isColoured)
    }
}

extension BehaviourDifference {
    /// Within what two rankers count as the same: "0.87 … 1.15", "± 0.05".
    var marginWords: String {
        guard neutral == 1 else {
            let style = NumberStyle(figure)
            return "± \(Self.short(margin * style.scale))\(style.suffix)"
        }
        return "\(Self.short(1 / (1 + margin))) … \(Self.short(1 + margin))"
    }

    /// Three decimals at most, and no zeros behind them.
    private static func short(_ number: Double) -> String {
        JSONValue.format((number * 1_000).rounded() / 1_000)
    }
}

extension BehaviourDifference.Outcome {
    /// A sign that tells outcomes apart without colour.
    var symbol: String {
        switch self {
        case .same: "="
        case .different: "≠"
        case .undecided: "?"
        }
    }

    /// The outcome in words.
    var words: String {
        switch self {
        case .same: "same"
        case .different: "different"
        case .undecided: "undecided"
        }
    }

    /// How it stands out.
    var tone: TerminalTable.Tone {
        switch self {
        case .same: .good
        case .different: .bad
        case .undecided: .open
        }
    }
}
