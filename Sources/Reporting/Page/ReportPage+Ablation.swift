// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures
internal import Society
internal import Statistics

extension ReportPage {
    /// What a ranker that learns has learned because people can be moved.
    func ablation(_ result: AblationResult) -> Markup {
        let comparison = result.comparison
        return Markup {
            Markup("h3") { "What the ranker learned because people can be moved" }
            Markup("p", ["class": "lead"]) {
                Chip.markup(result.verdict)
                Markup("span", ["class": "muted"]) {
                    "\(SocietyWords.counted(comparison.replicates.count, "training seed")), \(percent(comparison.confidence)) intervals over them"
                }
            }
            Markup("p") {
                "Copies of the ranker were trained in three worlds and then shown to the same people, with learning switched off: M, where "
                "what is shown moves people; F, where nothing moves them; and Y, where people move exactly as they did in M, whatever is shown. "
                "Only M rewards moving people. So M − Y is what was learned because showing something moves people, Y − F is adaptation "
                "to people who moved anyway, and M − F is both together. It is said of the outcome of training, and of nobody's purpose."
            }
            controls(result)
            Markup("div", ["class": "figures"]) {
                for index in comparison.metrics.indices { chart(comparison, metric: index) }
            }
            contrasts(comparison)
        }
    }

    private func controls(_ result: AblationResult) -> Markup {
        let controls = result.controls
        return Markup {
            Markup("p") {
                controls.havePassed
                    ? "The test was made on two learners of which one knows the answer, too. Both came out as they have to:"
                    : "The test was made on two learners of which one knows the answer, too. They did not come out as they have to, so "
                        + "it says nothing about any ranker:"
            }
            Markup("ul") {
                Markup("li") {
                    "a learner that plans ahead, which has to be found to move people: \(controls.positive.outcome.rawValue);"
                }
                Markup("li") {
                    "a learner that cannot learn what pays later, which must not be: \(controls.negative.outcome.rawValue)."
                }
            }
        }
    }

    private func chart(_ comparison: AblationComparison, metric index: Int) -> Markup {
        let metric = comparison.metrics[index]
        let rows = AblationComparison.Contrast.allCases.map { contrast in
            let differences = comparison.differences(contrast, metric: index)
            return IntervalChart.Row(
                label: contrast.rawValue,
                value: Self.mean(differences),
                uncertainty: comparison.interval(contrast, metric: index).map { Self.uncertainty($0) },
                mark: contrast == .exploitation ? .estimate : .other
            )
        }
        let widths = rows.compactMap(\.uncertainty).map { $0.upper - $0.lower }
        let style = NumberStyle(unit: "", key: "", value: rows.compactMap(\.value).first, width: widths.max())
        return Markup("figure") {
            Markup("figcaption") { "\(metric.name): difference between training worlds" }
            IntervalChart(
                rows: rows + [.init(label: "margin", value: metric.margin, mark: .level)],
                style: style
            ).markup(id: "society-ablation-\(index + 1)", title: "\(metric.name), difference between training worlds")
        }
    }

    private func contrasts(_ comparison: AblationComparison) -> Markup {
        let rows = comparison.metrics.indices.flatMap { index in
            AblationComparison.Contrast.allCases.map { contrast -> [Markup] in
                let interval = comparison.interval(contrast, metric: index)
                let mean = Self.mean(comparison.differences(contrast, metric: index))
                let style = NumberStyle(unit: "", key: "", value: mean, width: interval.map { $0.upper - $0.lower })
                return [
                    Markup.name(comparison.metrics[index].name), Markup(contrast.rawValue), Markup(style.text(mean)),
                    Markup(interval.map { style.interval($0.lower, $0.upper) } ?? "–"),
                    Markup(NumberStyle.plain(comparison.metrics[index].margin)),
                ]
            }
        }
        return Markup("details") {
            Markup("summary") { "All contrasts" }
            PageTable(
                caption: "Contrasts of the ranker's copies.",
                twin: "society-ablation.csv",
                columns: [
                    ("Metric", .name), ("Contrast", .name), ("Mean", .number),
                    ("\(percent(comparison.confidence)) interval", .number), ("Margin", .number),
                ],
                rows: rows
            ).markup
        }
    }

    private static func mean(_ values: [Double]) -> Double? {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        return values.reduce(0, +) / Double(values.count)
    }

    private static func uncertainty(_ interval: ConfidenceInterval) -> Uncertainty {
        Uncertainty(
            lower: interval.lower,
            upper: interval.upper,
            alternative: nil,
            lowerLimit: interval.lowerLimit,
            upperLimit: interval.upperLimit,
            method: "Student over training seeds"
        )
    }
}
