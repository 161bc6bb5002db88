// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// Every analysis of the recipe.
    var analyses: Markup {
        Markup("section", ["id": "analyses"]) {
            Markup("h2") { "Measurements" }
            if record.analyses.isEmpty { Markup("p") { "The recipe asks for no analysis." } }
            for (index, analysis) in record.analyses.enumerated() { section(analysis, "analysis-\(index + 1)") }
        }
    }

    private func section(_ analysis: AnalysisResult, _ id: String) -> Markup {
        Markup("section", ["id": id]) {
            Markup("h3") { analysis.title }
            lead(analysis)
            Markup("p") { analysis.measure.summary }
            Markup("p", ["class": "muted small"]) { circumstances(analysis) }
            if !analysis.reading.notes.isEmpty {
                Markup("ul", ["class": "small"]) { for note in analysis.reading.notes { Markup("li") { note } } }
            }
            Markup("div", ["class": "figures"]) {
                chart(analysis, id)
                multiverse(analysis, id)
                for (index, exhibit) in analysis.reading.exhibits.enumerated() {
                    self.exhibit(exhibit, of: analysis, "\(id)-exhibit-\(index + 1)")
                }
            }
            if !analysis.reading.figures.isEmpty { table(analysis) }
            denominators(analysis)
        }
    }

    private func lead(_ analysis: AnalysisResult) -> Markup {
        guard let figure = analysis.headlineFigure else {
            return Markup("p", ["class": "lead open"]) { "No figure\(analysis.failure.map { ": \($0)" } ?? ".")" }
        }
        let style = NumberStyle(figure)
        return Markup("p", ["class": "lead"]) {
            Markup("b") { style.text(figure.value) }
            if let uncertainty = figure.uncertainty {
                Markup("span") {
                    "\(confidence) interval \(style.number(uncertainty.lower)) to \(style.text(uncertainty.upper))"
                }
            } else {
                Markup("span", ["class": "open"]) { "no interval\(figure.note.map { ": \($0)" } ?? "")" }
            }
            Markup("span", ["class": "muted"]) {
                Markup.name(figure.key, isCode: true)
                if style.suffix.isEmpty { ", \(figure.unit)" }
            }
        }
    }

    private func circumstances(_ analysis: AnalysisResult) -> String {
        var parts: [String] = []
        if let arms = analysis.arms { parts.append("\(arms.subject) against \(arms.reference)") }
        parts.append("\(NumberStyle.count(analysis.rows)) rows")
        if analysis.failure == nil {
            parts.append("resampled by \(analysis.unit): \(NumberStyle.count(analysis.reading.clusters))")
        }
        parts.append("measure \(analysis.measure.name) \(analysis.measure.version)")
        parts += analysis.parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        return parts.joined(separator: " · ")
    }

    // MARK: Charts

    /// The headline and its relatives: figures of the same kind and unit.
    private func chart(_ analysis: AnalysisResult, _ id: String) -> Markup? {
        guard let headline = analysis.headlineFigure, headline.value != nil else { return nil }
        let stem = headline.key.prefix { $0 != "/" }
        let relatives = analysis.reading.figures.filter {
            $0.key != headline.key && $0.unit == headline.unit && $0.value != nil
                && ($0.key.prefix { $0 != "/" } == stem || NumberStyle($0).suffix == NumberStyle(headline).suffix)
        }
        // The first line of the other choices says the same, and a lone point says no more than its number.
        if relatives.isEmpty, !analysis.alternatives.isEmpty || headline.uncertainty == nil { return nil }
        let figures = [headline] + relatives
        // Plain counts make no picture beside each other.
        if figures.allSatisfy({ $0.uncertainty == nil }) { return nil }
        let rows = figures.prefix(IntervalChart.mostRows).map { figure in
            IntervalChart.Row(
                label: figure.key,
                value: figure.value,
                uncertainty: figure.uncertainty,
                mark: figure.key == headline.key ? .estimate : .other
            )
        }
        return Markup("figure") {
            Markup("figcaption") { "Estimates with \(confidence) intervals" }
            IntervalChart(rows: rows, neutral: headline.neutral, style: NumberStyle(headline))
                .markup(id: "\(id)-chart", title: analysis.title)
            more(figures.count - rows.count, "figures.csv")
        }
    }

    /// The headline under each declared alternative.
    private func multiverse(_ analysis: AnalysisResult, _ id: String) -> Markup? {
        guard let headline = analysis.headlineFigure, !analysis.alternatives.isEmpty else { return nil }
        var rows = [
            IntervalChart.Row(
                label: "as declared",
                value: headline.value,
                uncertainty: headline.uncertainty,
                mark: .estimate,
                note: headline.note
            )
        ]
        for other in analysis.alternatives.prefix(IntervalChart.mostRows) {
            rows.append(
                IntervalChart.Row(
                    label: other.label,
                    value: other.figure?.value,
                    uncertainty: other.figure?.uncertainty,
                    mark: .other,
                    note: other.failure ?? other.figure?.note
                )
            )
        }
        return Markup("figure") {
            Markup("figcaption") {
                "The same figure under other defensible choices "
                Markup("a", ["href": "alternatives.csv"]) { "alternatives.csv" }
            }
            IntervalChart(rows: rows, neutral: headline.neutral, style: NumberStyle(headline))
                .markup(id: "\(id)-multiverse", title: "\(analysis.title): other choices")
            more(analysis.alternatives.count - rows.count + 1, "alternatives.csv")
        }
    }

    /// What a chart leaves to its twin.
    func more(_ count: Int, _ twin: String) -> Markup? {
        guard count > 0 else { return nil }
        return Markup("p", ["class": "muted small"]) { "and \(NumberStyle.count(count)) more in \(twin)" }
    }

    // MARK: Tables

    private func table(_ analysis: AnalysisResult) -> Markup {
        let figures = analysis.reading.figures
        let hasP = figures.contains { $0.pValue != nil }
        let hasNotes = figures.contains { $0.note != nil }
        var columns: [(title: String, kind: PageTable.Kind)] = [
            ("Figure", .name), ("Value", .number), ("\(confidence) interval", .number), ("Unit", .name),
        ]
        if hasP { columns.append(("p", .number)) }
        if hasNotes { columns.append(("Note", .words)) }
        let rows = figures.map { figure -> [Markup] in
            let style = NumberStyle(figure)
            var row = [
                Markup.name(figure.key, isCode: true), Markup(style.text(figure.value)),
                Markup(figure.uncertainty.map { style.interval($0.lower, $0.upper) } ?? "–"), Markup(figure.unit),
            ]
            if hasP { row.append(Markup(figure.pValue.map { NumberStyle.pValue($0) } ?? "–")) }
            if hasNotes { row.append(Markup(figure.note ?? "")) }
            return row
        }
        return PageTable(caption: "All figures.", twin: "figures.csv", columns: columns, rows: rows).markup
    }

    private func denominators(_ analysis: AnalysisResult) -> Markup? {
        guard !analysis.reading.denominators.isEmpty else { return nil }
        return PageTable(
            caption: "What shares were divided by.",
            twin: "denominators.csv",
            columns: [("Count", .name), ("Value", .number)],
            rows: analysis.reading.denominators.map { [Markup.name($0.name), Markup(NumberStyle.plain($0.value))] }
        ).markup
    }
}
