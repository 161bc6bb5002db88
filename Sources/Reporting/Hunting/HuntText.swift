// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Society

/// What a hunt found, for a terminal.
public struct HuntText: Sendable {
    private let record: HuntRecord
    private let isColoured: Bool

    /// A text on what was found.
    ///
    /// - Parameters:
    ///   - record: Of the hunt.
    ///   - isColoured: Whether the terminal understands colours.
    public init(_ record: HuntRecord, isColoured: Bool = false) {
        self.record = record
        self.isColoured = isColoured
    }

    /// Lines, each ended by a line break.
    public var text: String {
        let (words, result) = (HuntWords(record), record.result)
        let outcome = result.outcome
        var lines = [
            TerminalTable.paint(PrintableText.line(words.contest), .strong, isColoured),
            TerminalTable.paint("\(outcome.symbol) \(PrintableText.line(words.heading))", outcome.tone, isColoured), "",
        ]
        lines += words.paragraphs.map { PrintableText.line($0) }
        var text = lines.joined(separator: "\n") + "\n"
        if let best = words.best { text += "\n" + table(best, words).text(isColoured: isColoured) }
        text += "\n\(words.effort).\n"
        if outcome == .confirmed { text += "It describes a ranker in a model world, and no person.\n" }
        return text
    }

    private func table(_ best: HuntCase, _ words: HuntWords) -> TerminalTable {
        let figure = best.figure
        var table = TerminalTable([
            .init(title: "worlds", side: .right), .init(title: words.subject, side: .right, most: 24),
            .init(title: words.reference, side: .right, most: 24), .init(title: "tolerated", side: .right),
            .init(title: "beyond it by [at least]", side: .right), .init(title: "p", side: .right),
            .init(title: "outcome"),
        ])
        let beyond = words.difference(figure.margin)
        table.add([
            .init(NumberStyle.count(figure.worlds)), .init(words.value(figure.subject)),
            .init(words.value(figure.reference)), .init(words.value(words.limit(figure.reference))),
            .init("\(beyond) [\(words.difference(figure.lowerLimit))]"), .init(NumberStyle.pValue(figure.p)),
            .init("\(record.result.outcome.symbol) \(record.result.outcome.words)", record.result.outcome.tone),
        ])
        return table
    }
}
