// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Notation
internal import Rankers
internal import Society
internal import Statistics

extension FindingsDocument {
    static func society(_ society: SocietySummary) -> JSONValue {
        .object([
            "subject": card(society.subject),
            "references": .list(society.references.map { card($0) }),
            "seed": .text(String(society.seed)),
            "settings": .list(society.settings.map { setting($0) }),
            "people": .integer(society.people),
            "silent": .optional(society.silent),
            "steps": .integer(society.steps),
            "slotsPerDay": .integer(society.slotsPerDay),
            "worlds": .list(
                society.worlds.map { .object(["number": .integer($0.number), "digest": .text($0.hash)]) }
            ),
            "impressions": .integer(society.impressions),
            "looks": .list(society.looks.map { look($0) }),
            "plannedLooks": .integer(society.plannedLooks),
            "stop": .text(society.stop),
            "series": .list(society.series.map { series($0) }),
            "reach": .list(society.reach.map { reach($0) }),
            "answers": .list(society.answers.map { answers($0) }),
            "ablation": society.ablation.map { ablation($0) } ?? .null,
        ])
    }

    private static func card(_ card: RankerCard) -> JSONValue {
        .object([
            "name": .text(card.name),
            "version": .text(card.version),
            "summary": .text(card.summary),
            "formula": .text(card.formula),
            "source": .text(card.source),
            "leavesOut": .text(card.leavesOut),
            "reads": .list(card.reads.map { .text($0.rawValue) }),
            "isPersonalised": .flag(card.isPersonalised),
            "learns": .flag(card.learns),
            "controls": .list(card.controls.map { .text($0.rawValue) }),
        ])
    }

    private static func setting(_ setting: SocietySummary.SettingValue) -> JSONValue {
        .object([
            "name": .text(setting.name),
            "value": .text(setting.value),
            "summary": .text(setting.summary),
            "source": .text(setting.source),
            "isDefault": .flag(setting.isDefault),
        ])
    }

    private static func look(_ look: SocietySummary.Look) -> JSONValue {
        .object([
            "worlds": .integer(look.worlds),
            "confidence": .optional(look.confidence),
            "clauses": .integer(look.clauses),
            "decided": .integer(look.decided),
        ])
    }

    private static func series(_ series: SocietySummary.Series) -> JSONValue {
        .object([
            "arm": .text(series.arm),
            "quantity": .text(series.quantity.rawValue),
            "values": .list(series.values.map { .optional($0) }),
        ])
    }

    private static func reach(_ reach: SocietySummary.Reach) -> JSONValue {
        .object([
            "arm": .text(reach.arm),
            "from": .list(reach.from.map { .integer($0) }),
            "views": .list(reach.views.map { .optional($0) }),
        ])
    }

    private static func answers(_ answers: SocietySummary.Answers) -> JSONValue {
        let tally = answers.tally
        return .object([
            "arm": .text(answers.arm),
            "answers": .integer(tally.answers),
            "places": .integer(tally.places),
            "duplicates": .integer(tally.duplicates),
            "unknownPlaces": .integer(tally.unknownPlaces),
            "withheld": .integer(tally.withheld),
            "notNumbers": .integer(tally.notNumbers),
            "wrongScoreCounts": .integer(tally.wrongScoreCounts),
            "contradictions": .integer(tally.contradictions),
        ])
    }

    // MARK: Ablation

    private static func ablation(_ result: AblationResult) -> JSONValue {
        .object([
            "verdict": .optional(result.verdict?.rawValue),
            "controlsPassed": .flag(result.controls.havePassed),
            "subject": comparison(result.comparison),
            "positiveControl": comparison(result.controls.positive),
            "negativeControl": comparison(result.controls.negative),
        ])
    }

    private static func comparison(_ comparison: AblationComparison) -> JSONValue {
        .object([
            "outcome": .text(comparison.outcome.rawValue),
            "confidence": .optional(comparison.confidence),
            "trainingSeeds": .integer(comparison.replicates.count),
            "metrics": .list(
                comparison.metrics.enumerated().map { index, metric in
                    .object([
                        "name": .text(metric.name),
                        "margin": .optional(metric.margin),
                        "contrasts": .list(
                            AblationComparison.Contrast.allCases.map { contrast(comparison, $0, metric: index) }
                        ),
                    ])
                }
            ),
        ])
    }

    private static func contrast(
        _ comparison: AblationComparison,
        _ contrast: AblationComparison.Contrast,
        metric: Int
    ) -> JSONValue {
        let interval = comparison.interval(contrast, metric: metric)
        return .object([
            "contrast": .text(contrast.rawValue),
            "differences": .list(comparison.differences(contrast, metric: metric).map { .optional($0) }),
            "lower": .optional(interval?.lower),
            "upper": .optional(interval?.upper),
            "lowerLimit": .optional(interval?.lowerLimit),
            "upperLimit": .optional(interval?.upperLimit),
        ])
    }
}
