// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// What a measure wants to be looked at.
    func exhibit(_ exhibit: Exhibit, of analysis: AnalysisResult, _ id: String) -> Markup {
        switch exhibit {
        case .lorenz(let curves):
            figure("How exposure is spread over authors.", "lorenz.csv", rest: curves.count - LineChart.mostCurves) {
                LorenzChart.markup(curves, id: id, title: "\(analysis.title): Lorenz curves")
            }
        case .exposureByRank(let curves):
            figure("Exposure by position on the page.", "exposure.csv", rest: curves.count - LineChart.mostCurves) {
                RankChart.markup(curves, id: id, title: "\(analysis.title): exposure by rank")
            }
        case .distribution(let unit, let curves):
            figure(
                "How people are distributed: the share in each bin.",
                "distribution.csv",
                rest: curves.count - LineChart.mostCurves
            ) {
                DistributionChart.markup(curves, unit: unit, id: id, title: "\(analysis.title): distribution")
            }
        case .clusters(let unit, let values):
            figure(
                "Each \(unit) by itself: too few for an interval.",
                "clusters.csv",
                rest: values.count - DotPlot.mostRows
            ) {
                let headline = analysis.headlineFigure
                DotPlot(
                    values: values,
                    style: headline.map { NumberStyle($0) }
                        ?? NumberStyle(unit: "", key: "", value: values.first?.value),
                    neutral: headline?.neutral
                ).markup(id: id, title: "\(analysis.title): every \(unit)")
            }
        case .encounterMatrix(let readers, let authors, let arms):
            Markup {
                for (index, arm) in arms.enumerated() {
                    let rest = max(readers.count, authors.count) - EncounterChart.mostParts
                    figure("Who sees whom: \(arm.name), per cent of what a part is shown.", "encounter.csv", rest: rest)
                    {
                        Markup(
                            "div",
                            ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Encounter matrix"]
                        ) {
                            EncounterChart(readers: readers, authors: authors, values: arm.values)
                                .markup(
                                    id: "\(id)-\(index + 1)",
                                    title: "\(analysis.title): who sees whom, \(arm.name)"
                                )
                        }
                    }
                }
            }
        }
    }

    private func figure(
        _ caption: String,
        _ twin: String,
        rest: Int,
        @MarkupBuilder content: () -> Markup
    ) -> Markup {
        Markup("figure") {
            Markup("figcaption") {
                caption
                " "
                Markup("a", ["href": "\(twin)"]) { twin }
            }
            content()
            more(rest, twin)
        }
    }
}
