// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Rankers
internal import Society
internal import Statistics

extension CSVTables {
    var societySeries: CSVTable {
        var table = CSVTable("society-series.csv", ["arm", "quantity", "step", "day", "value"])
        guard let society = record.society else { return table }
        for series in society.series {
            for (step, value) in series.values.enumerated() {
                table.add([
                    .text(series.arm), .text(series.quantity.rawValue), .integer(step),
                    .integer(step / max(1, society.slotsPerDay)), .optional(value),
                ])
            }
        }
        return table
    }

    var societyReach: CSVTable {
        var table = CSVTable("society-reach.csv", ["arm", "followers_from", "followers_below", "times_shown"])
        for reach in record.society?.reach ?? [] {
            for (index, from) in reach.from.enumerated() {
                let next = index + 1 < reach.from.count ? reach.from[index + 1] : nil
                let views = index < reach.views.count ? reach.views[index] : nil
                table.add([.text(reach.arm), .integer(from), next.map { .integer($0) } ?? .absent, .optional(views)])
            }
        }
        return table
    }

    var societyAnswers: CSVTable {
        CSVTable(
            "society-answers.csv",
            [
                "arm", "answers", "places", "duplicates", "unknown_places", "withheld", "not_numbers",
                "wrong_score_counts", "contradictions",
            ],
            (record.society?.answers ?? []).map { entry in
                let tally = entry.tally
                let counts = [
                    tally.answers, tally.places, tally.duplicates, tally.unknownPlaces, tally.withheld,
                    tally.notNumbers, tally.wrongScoreCounts, tally.contradictions,
                ]
                return [.text(entry.arm)] + counts.map { .integer($0) }
            }
        )
    }

    var societyLooks: CSVTable {
        CSVTable(
            "society-looks.csv",
            ["worlds", "confidence", "clauses", "decided"],
            (record.society?.looks ?? []).map { look in
                [.integer(look.worlds), .optional(look.confidence), .integer(look.clauses), .integer(look.decided)]
            }
        )
    }

    /// One row a training seed, contrast and metric, for the ranker and both controls.
    var societyAblation: CSVTable {
        var table = CSVTable(
            "society-ablation.csv",
            ["learner", "metric", "margin", "contrast", "training_seed", "difference"]
        )
        guard let result = record.society?.ablation else { return table }
        for (learner, comparison) in Self.learners(result) {
            for (index, metric) in comparison.metrics.enumerated() {
                for contrast in AblationComparison.Contrast.allCases {
                    for (seed, difference) in comparison.differences(contrast, metric: index).enumerated() {
                        table.add([
                            .text(learner), .text(metric.name), .optional(metric.margin), .text(contrast.rawValue),
                            .integer(seed), .optional(difference),
                        ])
                    }
                }
            }
        }
        return table
    }

    private static func learners(_ result: AblationResult) -> [(String, AblationComparison)] {
        [
            ("subject", result.comparison), ("positive control", result.controls.positive),
            ("negative control", result.controls.negative),
        ]
    }

    var societySettings: CSVTable {
        CSVTable(
            "society-settings.csv",
            ["setting", "value", "summary", "source", "default"],
            (record.society?.settings ?? []).map { setting in
                [
                    .text(setting.name), .text(setting.value), .text(setting.summary), .text(setting.source),
                    .text(setting.isDefault ? "true" : "false"),
                ]
            }
        )
    }

    var societyWorlds: CSVTable {
        CSVTable(
            "society-worlds.csv",
            ["world", "digest"],
            (record.society?.worlds ?? []).map { [.integer($0.number), .text($0.hash)] }
        )
    }
}
