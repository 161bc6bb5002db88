// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures
internal import Notation

extension ReportPage {
    /// The findings: those with a verdict first, each with its chart; then what could not be determined, and what does not apply.
    var verdicts: Markup {
        let numbered = record.findings.enumerated().map { (index: $0.offset, finding: $0.element) }
        let determined = numbered.filter { $0.finding.isDetermined }
        return Markup("section", ["id": "verdicts"]) {
            Markup("h2") { "Verdicts" }
            if let instrument = record.instrument { heldAgainst(instrument) }
            if !determined.isEmpty {
                Markup("table", ["class": "verdicts", "role": "table", "data-twin": "findings.csv"]) {
                    Markup("caption") {
                        "One row a clause and measurement. Numbers: "
                        Markup("a", ["href": "findings.csv"]) { "findings.csv" }
                        if record.findings.contains(where: { !$0.references.isEmpty }) {
                            ", "
                            Markup("a", ["href": "references.csv"]) { "references.csv" }
                        }
                    }
                    heading(["Clause", "Interval against bound", "Verdict"])
                    Markup("tbody", ["role": "rowgroup"]) {
                        for (place, entry) in determined.enumerated() {
                            let isFirst =
                                place == 0 || determined[place - 1].finding.clause.id != entry.finding.clause.id
                            row(entry.finding, entry.index, isFirst: isFirst)
                        }
                    }
                }
            }
            undetermined
            inapplicable
        }
    }

    /// Which text, on which day, whose values, and how many findings were looked at together.
    private func heldAgainst(_ instrument: InstrumentSummary) -> Markup {
        let family = record.findings.lazy.compactMap(\.multiplicity).first?.family ?? 0
        return Markup {
            Markup("p") {
                "Held against \u{201C}\(instrument.title)\u{201D}, version "
                Markup("span", ["class": "id"]) { instrument.version }
                ", with the values of "
                Markup("span", ["class": "id"]) { instrument.day.description }
                ". One-sided limits at \(confidence) decide."
                if family > 1 {
                    " Where a clause is not met, its p\u{2011}value stands there, too, adjusted for all \(String(family)) findings with limits: of "
                    "many clauses that are kept, some look broken by chance."
                }
            }
            if !instrument.signatories.isEmpty {
                Markup("p") {
                    "The values are what all \(String(instrument.signatories.count)) signatories accept: "
                    "\(instrument.signatories.joined(separator: ", ")). What one of them does not accept binds nobody."
                }
            }
        }
    }

    func heading(_ titles: [String]) -> Markup {
        Markup("thead", ["role": "rowgroup"]) {
            Markup("tr", ["role": "row"]) {
                for title in titles { Markup("th", ["scope": "col", "role": "columnheader"]) { title } }
            }
        }
    }

    /// Duty and anchors stand in the first row of a clause only.
    private func row(_ finding: Finding, _ index: Int, isFirst: Bool) -> Markup {
        Markup("tr", ["role": "row"]) {
            Markup("th", ["scope": "row", "role": "rowheader"]) {
                name(finding.clause)
                if isFirst, !finding.clause.duty.isEmpty {
                    Markup("p", ["class": "small"]) { finding.clause.duty }
                }
                if let title = finding.analysisTitle { Markup("p", ["class": "muted small"]) { title } }
                if isFirst { anchors(finding.clause) }
            }
            Markup("td", ["role": "cell"]) { chart(finding, index) }
            Markup("td", ["role": "cell"]) {
                Chip.markup(finding.verdict)
                for line in words(finding) { Markup("p", ["class": "small"]) { line } }
            }
        }
    }

    func name(_ clause: Clause) -> Markup {
        Markup {
            Markup("code") { clause.id }
            if clause.isCore { Markup("span", ["class": "muted small"]) { " core" } }
            Markup("span", ["class": "title"]) { clause.title }
        }
    }

    /// Where law asks for the like.
    func anchors(_ clause: Clause) -> Markup? {
        guard !clause.anchors.isEmpty else { return nil }
        let laws = record.instrument?.laws ?? []
        return Markup("p", ["class": "anchors"]) { clause.anchors.map { $0.words(laws) }.joined(separator: "; ") }
    }

    func chart(_ finding: Finding, _ index: Int) -> Markup {
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

    private func words(_ finding: Finding) -> [Markup] {
        let style = finding.style
        var lines: [String] = []
        lines.append(
            "The space \(finding.verdict.words): \(finding.estimateWords), asked for is \(finding.clause.criterion.words(style))."
        )
        if finding.figure?.neutral != nil, !finding.references.isEmpty {
            lines.append(
                finding.references.reversed().map { "\($0.name): \(finding.levelStyle($0.estimate).text($0.estimate))" }
                    .joined(separator: "; ") + "."
            )
        }
        if finding.verdict == .notMet, finding.severity > 0 {
            lines.append("Severity: \(severity(finding)), seen over \(units(finding)).")
        }
        if finding.verdict == .notMet, let multiplicity = finding.multiplicity { lines.append(words(multiplicity)) }
        if let check = finding.symmetryCheck, check.permutations > 0, !check.verdictChanged {
            lines.append("Same verdict under \(check.permutations) other namings of the parts.")
        }
        var last: [String] = []
        if let parameters = parameters(finding.clause) { last.append(parameters) }
        last.append("Assurance \(finding.assurance.rawValue): \(record.words(of: finding.assurance)).")
        return lines.map { Markup($0) } + binding(finding) + last.map { Markup($0) }
    }

    private func words(_ multiplicity: Finding.Multiplicity) -> String {
        let p = { (value: Double) in value < 0.001 ? NumberStyle.pValue(value) : "= " + NumberStyle.pValue(value) }
        let (alone, method) =
            multiplicity.pValue.map { ("p \(p($0))", "Holm") }
            ?? ("e-value \(multiplicity.eValue.map { JSONValue.format($0) } ?? "–")", "e-BH")
        return multiplicity.family > 1
            ? "\(alone); adjusted for \(multiplicity.family) findings (\(method)) \(p(multiplicity.adjusted))."
            : alone + "."
    }

    private func parameters(_ clause: Clause) -> String? {
        let words = clause.parameters.keys.sorted().compactMap { parameter in
            clause.parameters[parameter].map { "\(parameter.rawValue): \($0.words)" }
        }
        return words.isEmpty ? nil : "Parameters: " + words.joined(separator: "; ") + "."
    }

    /// How many people, queries or days a finding was seen over.
    private func units(_ finding: Finding) -> String {
        let unit = record.analysis(finding.analysis)?.unit ?? "units"
        return "\(NumberStyle.count(finding.clusters)) × \(unit)"
    }

    private func severity(_ finding: Finding) -> String {
        let criterion = finding.clause.criterion
        let amount = NumberStyle(decimals: finding.severity < 10 ? 1 : 0).number(finding.severity)
        if criterion.tolerance > 0 { return "\(amount) times the tolerance beyond bound and tolerance" }
        return criterion.bound == 0 ? "\(amount) beyond the bound" : "\(amount) times the bound beyond it"
    }
}
