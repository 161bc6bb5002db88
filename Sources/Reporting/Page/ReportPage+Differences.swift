// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension ReportPage {
    /// How the subject differs from the ranker it was compared with, figure by figure.
    var differences: Markup {
        Markup("section", ["id": "differences"]) {
            Markup("h2") { "What is different" }
            Markup("p") {
                "Both were run in the same worlds on the same draws. Two rankers are the same in a figure where both one-sided limits lie "
                "within the margin, and different where the interval lies wholly beyond it; what lies across is undecided, and more worlds "
                "would tell."
            }
            PageTable(
                caption: "Figure by figure.",
                twin: "differences.csv",
                columns: [
                    ("What", .words), ("Figure", .name), ("Difference", .number), ("\(confidence) interval", .number),
                    ("Same within", .number), ("Verdict", .name),
                ],
                rows: record.differences.map { difference in
                    let style = NumberStyle(difference.figure)
                    let interval = difference.figure.uncertainty.map { style.interval($0.lower, $0.upper) }
                    return [
                        Markup(difference.title), Markup.name(difference.figure.key, isCode: true),
                        Markup(style.text(difference.figure.value)), Markup(interval ?? "–"),
                        Markup(difference.marginWords),
                        Markup("\(difference.outcome.symbol) \(difference.outcome.words)"),
                    ]
                }
            ).markup
        }
    }
}
