// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures

extension ReportPage {
    /// The findings, each with its chart.
    var verdicts: Markup {
        Markup("section", ["id": "verdicts"]) {
            Markup("h2") { "Verdicts" }
            if let instrument = record.instrument {
                Markup("p") {
                    "Held against \u{201C}\(instrument.title)\u{201D}, version \(instrument.version). One-sided limits at \(confidence) decide."
                }
            }
            Markup("table", ["class": "verdicts", "role": "table", "data-twin": "findings.csv"]) {
                Markup("caption") {
                    "One row a clause and measurement. Numbers: "
                    Markup("a", ["href": "findings.csv"]) { "findings.csv" }
                    if record.findings.contains(where: { !$0.references.isEmpty }) {
                        ", "
                        Markup("a", ["href": "references.csv"]) { "references.csv" }
                    }
                }
                Markup("thead", ["role": "rowgroup"]) {
                    Markup("tr", ["role": "row"]) {
                        for title in ["Clause", "Interval against bound", "Verdict"] {
                            Markup("th", ["scope": "col", "role": "columnheader"]) { title }
                        }
                    }
                }
                Markup("tbody", ["role": "rowgroup"]) {
                    for (index, finding) in record.findings.enumerated() { row(finding, index) }
                }
            }
        }
    }

    private func row(_ finding: Finding, _ index: Int) -> Markup {
        Markup("tr", ["role": "row"]) {
            Markup("th", ["scope": "row", "role": "rowheader"]) {
                Markup("code") { finding.clause.id }
                Markup("span", ["class": "title"]) { finding.clause.title }
                if !finding.clause.duty.isEmpty { Markup("p", ["class": "small"]) { finding.clause.duty } }
                if let title = finding.analysisTitle { Markup("p", ["class": "muted small"]) { title } }
            }
            Markup("td", ["role": "cell"]) { chart(finding, index) }
            Markup("td", ["role": "cell"]) {
                Chip.markup(finding.verdict)
                for line in words(finding) { Markup("p", ["class": "small"]) { line } }
            }
        }
    }

    private func chart(_ finding: Finding, _ index: Int) -> Markup {
        guard let figure = finding.figure, figure.value != nil else {
            let style = finding.style
            return Markup("p", ["class": "muted small"]) {
                "Asked for: \(finding.clause.criterion.words(style)). No estimate."
            }
        }
        var rows = [
            IntervalChart.Row(label: figure.key, value: figure.value, uncertainty: figure.uncertainty, mark: .estimate)
        ]
        // Levels lie on another axis than a contrast of them: they stand in words.
        for reference in finding.references where figure.neutral == nil {
            rows.append(
                IntervalChart.Row(label: reference.name, value: reference.estimate, uncertainty: nil, mark: .level)
            )
        }
        return IntervalChart(
            rows: rows,
            criterion: finding.clause.criterion,
            neutral: figure.neutral,
            neutralLabel: finding.referenceArm,
            style: finding.style
        ).markup(id: "finding-\(index + 1)", title: "\(finding.clause.title): interval against bound")
    }

    private func words(_ finding: Finding) -> [String] {
        let style = finding.style
        var lines: [String] = []
        switch finding.verdict {
        case .met, .metWithComments, .notMet:
            lines.append(
                "The space \(finding.verdict.words): \(finding.estimateWords), asked for is \(finding.clause.criterion.words(style))."
            )
        case .notDetermined, .notApplicable:
            lines.append("It \(finding.verdict.words)\(finding.reason.map { ", because: \($0)" } ?? "").")
        }
        if finding.figure?.neutral != nil, !finding.references.isEmpty {
            lines.append(
                finding.references.reversed().map { "\($0.name): \(finding.levelStyle($0.estimate).text($0.estimate))" }
                    .joined(separator: "; ") + "."
            )
        }
        if finding.verdict == .notMet, finding.severity > 0 { lines.append("Severity: \(severity(finding)).") }
        if let check = finding.symmetryCheck, check.permutations > 0, !check.verdictChanged {
            lines.append("Same verdict under \(check.permutations) other namings of the parts.")
        }
        lines.append("Assurance \(finding.assurance.rawValue): \(finding.assurance.words).")
        return lines
    }

    private func severity(_ finding: Finding) -> String {
        let criterion = finding.clause.criterion
        let amount = NumberStyle(decimals: finding.severity < 10 ? 1 : 0).number(finding.severity)
        if criterion.tolerance > 0 { return "\(amount) times the tolerance beyond bound and tolerance" }
        return criterion.bound == 0 ? "\(amount) beyond the bound" : "\(amount) times the bound beyond it"
    }
}
