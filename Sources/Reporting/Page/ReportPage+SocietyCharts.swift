// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// Arm against arm: a small chart a quantity, day by day, and one of reach.
    func overTime(_ society: SocietySummary) -> Markup? {
        let quantities = SocietySummary.Series.Quantity.allCases.map { quantity in
            (quantity, society.series.filter { $0.quantity == quantity && !$0.values.isEmpty })
        }.filter { !$0.1.isEmpty }
        let reach = reach(society)
        guard !quantities.isEmpty || reach != nil else { return nil }
        return Markup {
            Markup("h3") { "Arm against arm" }
            Markup("p") {
                "Means over all worlds, day by day; the heavy line is the ranker examined. An axis begins above 0 where the arms could not be "
                "told apart otherwise. Lines show how things went; whether arms differ by more than chance is what the "
                Markup("a", ["href": "#analyses"]) { "measurements" }
                " decide."
                if !quantities.isEmpty {
                    " Every step: "
                    Markup("a", ["href": "society-series.csv"]) { "society-series.csv" }
                }
            }
            Markup("div", ["class": "figures"]) {
                for (quantity, series) in quantities {
                    Markup("figure") {
                        Markup("figcaption") { "\(quantity.title), \(quantity.unit)" }
                        SeriesChart.markup(
                            quantity,
                            series,
                            slotsPerDay: society.slotsPerDay,
                            id: "society-\(quantity.rawValue)"
                        )
                        more(series.count - LineChart.mostCurves, "society-series.csv")
                    }
                }
                reach
            }
        }
    }

    /// Who is shown how often, by size of audience.
    private func reach(_ society: SocietySummary) -> Markup? {
        guard
            let chart = ReachChart(reach: society.reach)
                .markup(id: "society-reach", title: "How often an item is shown, by followers of its author")
        else { return nil }
        return Markup("figure") {
            Markup("figcaption") {
                "How often an item is shown, by how many followers its author has; the mean over all items "
                Markup("a", ["href": "society-reach.csv"]) { "society-reach.csv" }
            }
            chart
            more(society.reach.count - LineChart.mostCurves, "society-reach.csv")
        }
    }

    // MARK: Sensitivity

    /// The same contrast of opinions where people are moved less, or more.
    var sensitivity: Markup? {
        let moved = record.analyses.compactMap { analysis in
            Self.factor(analysis).map { (factor: $0, analysis: analysis) }
        }
        guard let declared = declared(beside: moved.map(\.analysis)) else { return nil }
        let entries = ([(1, declared)] + moved).sorted { $0.factor < $1.factor }
        return Markup {
            Markup("h3") { "If people were easier to move, or harder" }
            Markup("p") {
                "Nobody knows well how much what one reads moves one. So the contrast of opinions"
                if let arms = declared.arms { " against \(arms.reference)" }
                " was also run with people who are moved less, and more: × 1 is the setting of this examination. A finding that hangs on how "
                "easily people are moved shows here: it changes its side or its size from line to line. Numbers: "
                Markup("a", ["href": "figures.csv"]) { "figures.csv" }
            }
            Markup("div", ["class": "figures"]) {
                sensitivity("excess", "How much further opinions move than under the reference", entries)
                sensitivity("distance/subject", "How far opinions move under the ranker itself", entries)
            }
        }
    }

    private func sensitivity(
        _ key: String,
        _ caption: String,
        _ entries: [(factor: Double, analysis: AnalysisResult)]
    ) -> Markup? {
        let found = entries.map { entry in
            (entry.factor, entry.analysis.reading.figures.first { $0.key == key }, entry.analysis.failure)
        }
        guard let typical = found.first(where: { $0.0 == 1 })?.1, typical.value != nil else { return nil }
        let rows = found.prefix(IntervalChart.mostRows).map { factor, figure, failure in
            IntervalChart.Row(
                label: "× \(NumberStyle(decimals: 0).exact(factor))" + (factor == 1 ? ", as examined" : ""),
                value: figure?.value,
                uncertainty: figure?.uncertainty,
                mark: .estimate,
                note: failure ?? figure?.note
            )
        }
        return Markup("figure") {
            Markup("figcaption") { "\(caption), \(typical.unit)" }
            IntervalChart(rows: rows, style: NumberStyle(typical))
                .markup(id: "society-sensitivity-\(key == "excess" ? "excess" : "distance")", title: caption)
        }
    }

    /// The contrast of opinions as examined that those with other people stand beside: the one with the same reference.
    private func declared(beside moved: [AnalysisResult]) -> AnalysisResult? {
        guard let arm = moved.first?.arms?.reference else { return nil }
        let plain = record.analyses.filter { $0.id.hasPrefix("opinions-") && Self.factor($0) == nil }
        return plain.first { $0.arms.map { arm.hasPrefix($0.reference + ",") } ?? false } ?? plain.first
    }

    /// How many times as much people are moved in an analysis: 0.25 for "opinions-times-0-25".
    private static func factor(_ analysis: AnalysisResult) -> Double? {
        let name = "opinions-times-"
        guard analysis.id.hasPrefix(name) else { return nil }
        return Double(analysis.id.dropFirst(name.count).replacing("-", with: "."))
    }
}
