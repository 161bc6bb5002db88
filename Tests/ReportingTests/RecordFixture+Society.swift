// SPDX-License-Identifier: Apache-2.0
import Measures
import Rankers

@testable import Examination
@testable import Society

extension RecordFixture {
    /// The record with an invented society instead of a recording: four arms, one of them with a name that means harm.
    static let society: ExaminationRecord = {
        var record = Self.record
        (record.cells, record.recording.files) = ([], [])
        record.recording.title = "engagement in a simulated society"
        record.inference = InferenceSummary(seed: 7, replicates: 0, confidence: 0.9875, method: "student")
        record.analyses += [opinions("opinions-chronological", 0.12, reference: "chronological")]
        record.analyses += [(0.0, 0.0), (0.25, 0.03), (4.0, 0.61)].map { factor, excess in
            opinions(
                "opinions-times-\("\(factor)".replacing(".0", with: "").replacing(".", with: "-"))",
                excess,
                reference: "chronological, influence × \(factor)"
            )
        }
        record.society = summary
        return record
    }()

    /// The same where all answers were clean, nothing was learned, one look was planned and nothing was changed.
    static let quietSociety: ExaminationRecord = {
        var record = society
        guard var summary = record.society else { return record }
        summary.answers = summary.answers.map { .init(arm: $0.arm, tally: clean) }
        summary.settings = summary.settings.filter(\.isDefault)
        (summary.looks, summary.plannedLooks) = (Array(summary.looks.prefix(1)), 1)
        (summary.ablation, summary.reach, summary.series) = (nil, [], [])
        record.society = summary
        return record
    }()

    /// The same as a comparison of two rankers: one figure the same, one different, one without an interval.
    static let compared: ExaminationRecord = {
        var record = quietSociety
        record.differences = [
            difference("voice-old", ratio(1.02, 0.98, 1.06), .same),
            difference("encounters-old", ratio(0.8, 0.76, 0.84), .different),
            difference(script, Figure(key: "ratio", value: 1, unit: "ratio"), .undecided),
        ]
        return record
    }()

    private static func ratio(_ value: Double, _ lower: Double, _ upper: Double) -> Figure {
        var figure = Figure(key: "ratio", value: value, unit: "ratio")
        figure.uncertainty = Uncertainty(
            lower: lower,
            upper: upper,
            lowerLimit: lower,
            upperLimit: upper,
            method: "by hand"
        )
        return figure
    }

    private static func difference(
        _ analysis: String,
        _ figure: Figure,
        _ outcome: BehaviourDifference.Outcome
    ) -> BehaviourDifference {
        BehaviourDifference(
            analysis: analysis,
            title: "What is asked of \(analysis)",
            measure: "newcomer-reach",
            figure: figure,
            neutral: 1,
            margin: 0.1,
            outcome: outcome
        )
    }

    private static let arms = ["engagement", "chronological", "random", script]

    private static var clean: AnswerTally {
        var tally = AnswerTally()
        (tally.answers, tally.places) = (4_200, 84_000)
        return tally
    }

    private static var summary: SocietySummary {
        var nonsense = clean
        (nonsense.duplicates, nonsense.notNumbers, nonsense.withheld) = (3, 1, 1_250)
        return SocietySummary(
            subject: card("engagement", "1.2.0", leavesOut: "the weights, which are not published"),
            references: [card("chronological"), card("random"), card(script, leavesOut: "nothing & <b>all</b>")],
            seed: .max,
            settings: [
                .init(
                    name: "size.people",
                    value: "60",
                    summary: "people",
                    source: "choice of the examiner",
                    isDefault: false
                ),
                .init(
                    name: "people.visible-share",
                    value: "0.4",
                    summary: "share of people who leave a public trace",
                    source: script,
                    isDefault: true
                ),
                .init(
                    name: "change.kernel",
                    value: "attraction",
                    summary: "how noticed items move opinions",
                    source: formula,
                    isDefault: true
                ),
            ],
            people: 60,
            silent: 36.5,
            steps: 12,
            slotsPerDay: 4,
            worlds: (0..<16).map { .init(number: $0, hash: "00000000c0ffee\(10 + $0)") },
            impressions: 1_234_567,
            looks: [
                .init(worlds: 8, confidence: 0.9875, clauses: 4, decided: 2),
                .init(worlds: 16, confidence: 0.9875, clauses: 4, decided: 4),
            ],
            plannedLooks: 4,
            stop: "every clause that speaks to this evidence was decided after 16 worlds",
            series: arms.enumerated().flatMap { place, arm in
                SocietySummary.Series.Quantity.allCases.map { quantity in
                    .init(
                        arm: arm,
                        quantity: quantity,
                        values: (0..<12).map { Double(4 + place) / 16 + Double(($0 * 5 + place) % 7) / 64 }
                    )
                }
            },
            reach: arms.enumerated().map { place, arm in
                .init(
                    arm: arm,
                    from: [0, 5, 20, 50, 100, 500],
                    views: [2, 3.5, 9 + Double(place), 21.25, nil, place == 0 ? 90 : nil]
                )
            },
            answers: arms.enumerated().map { .init(arm: $1, tally: $0 == 0 ? nonsense : clean) },
            ablation: AblationResult(
                comparison: comparison(0.02),
                controls: AblationControls(positive: comparison(0.4), negative: comparison(0))
            )
        )
    }

    private static func card(_ name: String, _ version: String = "1.0.0", leavesOut: String = "") -> RankerCard {
        RankerCard(
            name: name,
            version: version,
            summary: "Orders by \(name).",
            formula: "score = likes / (age + 2)^1.8 < \(name)",
            source: "invented for this test",
            leavesOut: leavesOut,
            reads: name == "engagement" ? [.predictions] : [],
            isPersonalised: name == "engagement",
            learns: name == "engagement",
            controls: name == "engagement" ? [.lessLikeThis] : []
        )
    }

    /// Copies of a learner that differ by so much between M and Y, a little more or less from seed to seed.
    private static func comparison(_ difference: Double) -> AblationComparison {
        AblationComparison(
            metrics: [AblationMetric(name: "share of what moves", margin: 0.05)],
            replicates: (0..<6).map { seed in
                let (shift, list) = (Double(seed % 3) / 128, [[seed, 1, 2]])
                return .init(
                    movable: AblationShowing(values: [0.25 + difference + shift], lists: list),
                    fixed: AblationShowing(values: [0.25], lists: list),
                    yoked: AblationShowing(values: [0.25 + shift / 2], lists: list)
                )
            },
            confidence: 0.95
        )
    }

    private static func opinions(_ id: String, _ excess: Double, reference: String) -> AnalysisResult {
        var result = analysis(
            id,
            "How far opinions move, against \(reference)",
            meeting,
            unit: "world",
            headline: "excess",
            .init(
                figures: [
                    figure("excess", excess, "standard deviations of opinion", 0.04),
                    figure("distance/subject", excess + 0.5, "standard deviations of opinion", 0.05),
                ],
                denominators: [.init("people", 960)],
                clusters: 16
            )
        )
        result.arms = .init(subject: "engagement", reference: reference)
        return result
    }
}
