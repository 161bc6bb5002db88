// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Measures

/// A publication cell by cell beside its data, for a terminal.
public struct ReproductionSummary: Sendable {
    private let record: ExaminationRecord
    private let isColoured: Bool

    /// A summary.
    ///
    /// - Parameters:
    ///   - record: What was found.
    ///   - isColoured: Whether the terminal understands colours; nothing is told by colour alone.
    public init(_ record: ExaminationRecord, isColoured: Bool = false) {
        self.record = record
        self.isColoured = isColoured
    }

    /// Lines, each ended by a line break: a table an analysis, the other choices below it.
    public var text: String {
        var text = TerminalTable.paint(PrintableText.line(record.recording.title), .strong, isColoured) + "\n"
        for (analysis, cells) in groups {
            text += "\n"
            if let analysis { text += PrintableText.line("\(analysis.title) (by \(analysis.unit))") + "\n" }
            text += table(cells)
            text += notes(cells)
            if let analysis { text += multiverse(analysis) }
        }
        return text + "\n" + CellCounts(record.cells).line + "\n"
    }

    /// The cells of each analysis, in the order of the recipe.
    private var groups: [(analysis: AnalysisResult?, cells: [CellResult])] {
        var groups: [(analysis: AnalysisResult?, cells: [CellResult])] = []
        for cell in record.cells {
            let analysis = record.analysis(of: cell)
            if let index = groups.firstIndex(where: { $0.analysis?.id == analysis?.id }) {
                groups[index].cells.append(cell)
            } else {
                groups.append((analysis, [cell]))
            }
        }
        return groups
    }

    private func table(_ cells: [CellResult]) -> String {
        var table = TerminalTable([
            .init(title: "cell", most: 44), .init(title: "published", side: .right),
            .init(title: "recomputed", side: .right), .init(title: "difference", side: .right), .init(title: "agrees?"),
            .init(title: "our estimate [interval]"), .init(title: "other choices"),
        ])
        for cell in cells {
            let text = CellText(cell)
            table.add([
                .init(cell.label), .init(cell.published ?? "–"), .init(text.recomputed), .init(text.difference),
                .init(cell.agreement.words, cell.agreement.tone), .init(text.estimate), .init(text.otherChoices),
            ])
        }
        return table.text(isColoured: isColoured)
    }

    /// Why cells differ.
    private func notes(_ cells: [CellResult]) -> String {
        cells.compactMap { cell in
            cell.note.map { "  " + PrintableText.line("\(cell.label): \($0)") + "\n" }
        }.joined()
    }

    /// The headline under each declared alternative, on one line.
    private func multiverse(_ analysis: AnalysisResult) -> String {
        guard let headline = analysis.headlineFigure, !analysis.alternatives.isEmpty else { return "" }
        let style = NumberStyle(headline)
        let others = analysis.alternatives.map { other in
            "\(other.label) \(other.figure.map { $0.words(style) } ?? "– (\(other.failure ?? "undefined"))")"
        }
        let line =
            "\(headline.key) under other choices: as declared \(headline.words(style)) · "
            + others.joined(separator: " · ")
        return "  " + PrintableText.line(line) + "\n"
    }
}

extension CellResult.Agreement {
    /// A sign and a word.
    var words: String {
        switch self {
        case .agrees: "✓ agrees"
        case .differs: "≈ differs as stated"
        case .unexpected: "✗ unexpected"
        case .own: "– our own"
        }
    }

    var tone: TerminalTable.Tone {
        switch self {
        case .agrees: .good
        case .differs: .open
        case .unexpected: .bad
        case .own: .faint
        }
    }
}
