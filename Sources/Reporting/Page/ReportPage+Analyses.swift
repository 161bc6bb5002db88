// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// Every analysis of the recipe.
    var analyses: Markup {
        Markup("section", ["id": "analyses"]) {
            Markup("h2") { "Measurements" }
            if record.analyses.isEmpty { Markup("p") { "The recipe asks for no analysis." } }
            if isLong { overview }
            for (index, analysis) in record.analyses.enumerated() { section(analysis, "analysis-\(index + 1)") }
        }
    }

    /// Whether there are so many analyses that a reader needs a list of them, and their tables only when asked for.
    private var isLong: Bool { record.analyses.count > Self.mostUnlisted }

    /// More analyses than these are listed first.
    private static let mostUnlisted = 8

    /// Every analysis with its headline, by what it is compared with, as a way into the section.
    private var overview: Markup {
        let numbered = record.analyses.enumerated().map { (index: $0.offset, analysis: $0.element) }
        var groups: [(name: String, entries: [(index: Int, analysis: AnalysisResult)])] = []
        for entry in numbered {
            let name = entry.analysis.arms.map { "Against \($0.reference)." } ?? "Within one arm."
            if let place = groups.firstIndex(where: { $0.name == name }) {
                groups[place].entries.append(entry)
            } else {
                groups.append((name, [entry]))
            }
        }
        // What stands alone stands together.
        let single = groups.filter { $0.entries.count == 1 }.flatMap(\.entries).sorted { $0.index < $1.index }
        groups.removeAll { $0.entries.count == 1 }
        if !single.isEmpty { groups.append((groups.isEmpty ? "All measurements." : "Other contrasts.", single)) }
        return Markup {
            Markup("p") { "\(NumberStyle.count(record.analyses.count)) measurements; each is shown in full below." }
            Markup("div", ["class": "overview"]) { for group in groups { overview(group.name, group.entries) } }
        }
    }

    private func overview(_ name: String, _ entries: [(index: Int, analysis: AnalysisResult)]) -> Markup {
        PageTable(
            caption: name,
            twin: "figures.csv",
            columns: [
                ("Measurement", .name), ("Headline", .number), ("\(confidence) interval", .number), ("Unit", .name),
            ],
            rows: entries.map { entry in
                let figure = entry.analysis.headlineFigure
                let style = figure.map { NumberStyle($0) }
                let title = Markup("a", ["href": "#analysis-\(entry.index + 1)"]) { entry.analysis.title }
                guard let figure, let style, figure.value != nil else {
                    return [title, Markup("–"), Markup("–"), Markup("no figure")]
                }
                return [
                    title, Markup(style.text(figure.value)),
                    Markup(figure.uncertainty.map { style.interval($0.lower, $0.upper) } ?? "–"), Markup(figure.unit),
                ]
            },
            most: 200
        ).markup
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
            if isLong, !analysis.reading.figures.isEmpty {
                Markup("details") {
                    Markup("summary") { "All figures" }
                    table(analysis)
                    denominators(analysis)
                }
            } else {
                if !analysis.reading.figures.isEmpty { table(analysis) }
                denominators(analysis)
            }
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
