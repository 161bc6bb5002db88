// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Measures

/// What an examination found, for a terminal: the verdict on each clause, and why where there is none.
public struct ExaminationSummary: Sendable {
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

    /// Lines, each ended by a line break.
    public var text: String {
        let title = TerminalTable.paint(PrintableText.line(record.recording.title), .strong, isColoured)
        var text = "\(title)\n"
        if let society = record.society { text += lines(society) }
        text += "\(Answer.sentence(record))\n"
        if let opinion = record.opinion { text += "Opinion: \(opinion.rawValue) – \(opinion.words).\n" }
        text += assumed
        text += "\n" + (record.instrument == nil ? headlines + remarks : verdicts + others)
        let rejected = record.recording.tables.flatMap(\.rejected).reduce(0) { $0 + $1.count }
        if rejected > 0 {
            text += "\n\(NumberStyle.count(rejected)) rows could not be used; rejections.csv says why.\n"
        }
        return text
    }

    /// Who against whom in what, why it ended, what was left out, and what a learner learned.
    private func lines(_ society: SocietySummary) -> String {
        let words = SocietyWords(society)
        var lines = [
            "\(words.contest) \(words.size), \(SocietyWords.counted(society.impressions, "impression")).",
            "Why it ended: \(society.stop).",
        ]
        let nonsense = society.answers.compactMap { entry in
            SocietyWords.nonsense(entry.tally).map { "\(entry.arm) – \($0)" }
        }
        if !nonsense.isEmpty { lines.append("Counted and left out: \(nonsense.joined(separator: "; ")).") }
        if let ablation = words.ablation { lines.append("Influence-ablation test: \(ablation)") }
        return lines.map { DisplayWidth.wrapped(PrintableText.line($0), to: 80) + "\n" }.joined()
    }

    /// A clause that has a verdict although nobody knows whether an exception frees the space from it.
    private var assumed: String {
        var ids: [String] = []
        for finding in record.findings where finding.isDetermined && !finding.undecided.isEmpty {
            if !ids.contains(finding.clause.id) { ids.append(finding.clause.id) }
        }
        guard !ids.isEmpty else { return "" }
        let names = PrintableText.line(ids.joined(separator: ", "))
        return
            "Taken to bind: \(names); they have exceptions that depend on what was not said (--monthly-users, --surface).\n"
    }

    private var verdicts: String {
        var table = TerminalTable([
            .init(title: "clause"), .init(title: "analysis", most: 32), .init(title: "estimate [interval]"),
            .init(title: "bound"), .init(title: "verdict"),
        ])
        let shown = record.findings.filter { $0.isDetermined || $0.figure?.value != nil }
        guard !shown.isEmpty else { return "" }
        for finding in shown {
            table.add([
                .init(finding.clause.id), .init(finding.analysis ?? "–"), .init(finding.estimateWords),
                .init(finding.clause.criterion.words(finding.style)),
                .init("\(finding.verdict.symbol) \(finding.verdict.label)", finding.verdict.tone),
            ])
        }
        return table.text(isColoured: isColoured)
    }

    /// One line a clause that could not be determined, or does not apply, and reason.
    private var others: String {
        let parts = [
            lines("Could not be determined:", .notDetermined), lines("Does not apply:", .notApplicable),
        ].filter { !$0.isEmpty }
        let table = record.findings.contains { $0.isDetermined || $0.figure?.value != nil }
        return (table && !parts.isEmpty ? "\n" : "") + parts.joined(separator: "\n")
    }

    private func lines(_ heading: String, _ verdict: Verdict) -> String {
        let entries = FindingGroup.groups(of: record.findings.filter { $0.verdict == verdict })
        guard !entries.isEmpty else { return "" }
        let width = entries.map { DisplayWidth.of(PrintableText.line($0.clause.id)) }.max() ?? 0
        let lines = entries.map { entry in
            let id = PrintableText.line(entry.clause.id)
            let gap = String(repeating: " ", count: width - DisplayWidth.of(id))
            let places = entry.analyses.isEmpty ? "" : " (\(entry.analyses.joined(separator: ", ")))"
            let sign = TerminalTable.paint(verdict.symbol, verdict.tone, isColoured)
            return "\(sign) \(id)\(gap)  " + PrintableText.line("\(entry.clause.title)\(places): \(entry.reason)")
                + "\n"
        }
        return heading + "\n" + lines.joined()
    }

    /// One line a headline that lacks something: why there is no value or no interval.
    private var remarks: String {
        let lines = record.analyses.compactMap { analysis -> String? in
            guard let note = analysis.headlineFigure?.note, analysis.failure == nil else { return nil }
            return PrintableText.line("\(analysis.id): \(note)") + "\n"
        }
        return lines.isEmpty ? "" : "\n" + lines.joined()
    }

    private var headlines: String {
        guard !record.analyses.isEmpty else { return "The recipe asks for no analysis.\n" }
        var table = TerminalTable([
            .init(title: "analysis", most: 32), .init(title: "figure", most: 40), .init(title: "estimate [interval]"),
            .init(title: "unit", most: 24), .init(title: "p", side: .right), .init(title: "clusters", side: .right),
        ])
        for analysis in record.analyses {
            let figure = analysis.headlineFigure
            table.add([
                .init(analysis.id), .init(figure?.key ?? "–"), .init(figure?.words ?? analysis.failure ?? "–"),
                .init(figure?.unit ?? ""), .init(figure?.pValue.map { NumberStyle.pValue($0) } ?? "–"),
                .init("\(NumberStyle.count(analysis.reading.clusters)) × \(analysis.unit)"),
            ])
        }
        return table.text(isColoured: isColoured)
    }
}

extension Verdict {
    /// A sign that tells verdicts apart without colour.
    var symbol: String {
        switch self {
        case .met: "✓"
        case .metWithComments: "≈"
        case .notMet: "✗"
        case .notDetermined: "?"
        case .notApplicable: "–"
        }
    }

    var tone: TerminalTable.Tone {
        switch self {
        case .met, .metWithComments: .good
        case .notMet: .bad
        case .notDetermined: .open
        case .notApplicable: .faint
        }
    }
}
