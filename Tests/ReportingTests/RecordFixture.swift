// SPDX-License-Identifier: Apache-2.0
import Measures

// SPDX-License-Identifier: Apache-2.0
@testable import Examination
@testable import Instrument

/// A record made by hand with one of everything: all verdicts, all exhibits, alternatives, cells, names that mean harm.
enum RecordFixture {
    static let script = "<script>alert(1)</script>"
    static let formula = "=cmd|' /C calc'!A0"
    static let control = "bell\u{7}\u{1B}[31mred\u{202E}turned"

    static let record = ExaminationRecord(
        tool: "euthyna 0.0.0",
        recording: recording,
        inference: InferenceSummary(seed: 20_260_314, replicates: 10_000, confidence: 0.95, method: "percentile"),
        analyses: [voice, share, encounter, few, refused],
        cells: cells,
        instrument: instrument,
        findings: findings
    )

    /// The same without a rule-book and without published figures.
    static var plain: ExaminationRecord {
        var plain = record
        (plain.instrument, plain.findings, plain.cells) = (nil, [], [])
        return plain
    }

    // MARK: Figures

    static func figure(
        _ key: String,
        _ value: Double?,
        _ unit: String,
        _ half: Double? = nil,
        p: Double? = nil,
        note: String? = nil
    ) -> Figure {
        var figure = Figure(key: key, value: value, unit: unit, note: note)
        if let value, let half {
            figure.uncertainty = Uncertainty(
                lower: value - half,
                upper: value + half,
                alternative: (value - half * 0.98)...(value + half * 1.02),
                lowerLimit: value - half * 0.84,
                upperLimit: value + half * 0.84,
                method: "cluster bootstrap, percentile, 10000 draws"
            )
        }
        figure.pValue = p
        return figure
    }

    static let card = MeasureCard(
        name: "amplification",
        version: "1.0",
        family: .voice,
        summary: "How much more exposure a part gets under the subject than under the reference.",
        formula: "A(g) = share(g | subject) / share(g | reference)",
        unit: "ratio",
        range: "0 to infinity",
        denominator: "impressions of the arm",
        source: "Huszár et al. 2022, equation 1",
        needs: [.arm, .author, .part],
        figures: ["largest", "ratio/<part>"]
    )

    static let concentration = MeasureCard(
        name: "concentration",
        version: "1.0",
        family: .voice,
        summary: "How much of all exposure the most seen authors get.",
        formula: "S(x) = exposure of the top x / exposure of all",
        unit: "share",
        range: "0 to 1",
        denominator: "eligible authors, zero exposure included",
        source: "Gini 1912",
        needs: [.author],
        figures: ["top"]
    )

    static let meeting = MeasureCard(
        name: "encounter",
        version: "1.0",
        family: .encounter,
        summary: "Who meets whom, every reader weighted equally.",
        formula: "E(r, a) = mean over readers in r of the share shown from a",
        unit: "share",
        range: "0 to 1",
        denominator: "readers of the part",
        source: "own definition",
        needs: [.viewer, .part, .readerPart],
        figures: ["difference"]
    )

    // MARK: Analyses

    static let voice = analysis(
        "voice",
        "Voice of each part on the home timeline",
        card,
        headline: "largest",
        Reading(
            figures: [
                figure("largest", 1.62, "ratio", 0.15, p: 0.0004),
                figure("ratio/coast", 0.83, "ratio", 0.07, p: 0.012),
                figure("ratio/hills", 1.62, "ratio", 0.15, p: 0.0004),
                figure("ratio/\(script)", 1.04, "ratio", 0.09, p: 0.41),
                figure("ratio/islands", nil, "ratio", note: "nobody was shown under the reference"),
            ],
            denominators: [.init("impressions, subject", 481_200), .init("impressions, reference", 97_530)],
            notes: ["31 items have no author and count for no part"],
            exhibits: [
                .exposureByRank(curves: [
                    curve("engagement", (1...20).map { ($0, 0.30 / Double($0).squareRoot()) }),
                    curve("chronological", (1...20).map { ($0, 0.14 - 0.004 * Double($0)) }),
                ])
            ],
            clusters: 5_200
        ),
        alternatives: [
            .init(
                label: "without accounts under a week old",
                figure: figure("largest", 1.58, "ratio", 0.16),
                failure: nil,
                figures: []
            ),
            .init(
                label: "by day instead of by viewer",
                figure: figure("largest", 1.62, "ratio", 0.31),
                failure: nil,
                figures: []
            ),
            .init(label: formula, figure: figure("largest", 9.7, "ratio", 4.1), failure: nil, figures: []),
            .init(label: "first page only", figure: nil, failure: "no row meets its conditions", figures: []),
        ]
    )

    static let share = analysis(
        "top-share",
        "Exposure of the most seen authors",
        concentration,
        headline: "difference",
        Reading(
            figures: [
                figure("difference", 0.021, "share", 0.009, p: 0.03),
                figure("top/subject", 0.3155, "share", 0.012), figure("top/reference", 0.2945, "share", 0.011),
                figure("gini/subject", 0.712, "Gini", 0.02),
            ],
            denominators: [.init("eligible authors", 12_670)],
            exhibits: [
                .lorenz(curves: [
                    curve(
                        "engagement",
                        (0...20).map { ($0, power(Double($0) / 20, 4)) },
                        scale: 20
                    ),
                    curve("chronological", (0...20).map { ($0, power(Double($0) / 20, 2)) }, scale: 20),
                ])
            ],
            clusters: 5_200
        )
    )

    static let encounter = analysis(
        "encounter",
        "Who meets whom",
        meeting,
        headline: "difference",
        Reading(
            figures: [figure("difference", -0.004, "share", 0.012, p: 0.52)],
            denominators: [.init("readers", 5_200)],
            exhibits: [
                .encounterMatrix(
                    readers: ["coast", "hills", script],
                    authors: ["coast", "hills", script],
                    arms: [
                        .init(name: "engagement", values: [0.62, 0.30, 0.08, 0.25, 0.66, 0.09, 0.4, 0.35, 0.25]),
                        .init(name: "chronological", values: [0.5, 0.38, 0.12, 0.33, 0.53, 0.14, 0.4, 0.3, 0.3]),
                    ]
                ),
                .distribution(
                    unit: "standard deviations of opinion",
                    curves: [
                        curve(
                            "engagement",
                            zip(-3...4, [0.05, 0.1, 0.15, 0.1, 0.1, 0.2, 0.2, 0.1]).map { ($0, $1) },
                            scale: 8
                        ),
                        curve(script, zip(-3...4, [0, 0, 0.1, 0.4, 0.4, 0.1, 0, 0]).map { ($0, $1) }, scale: 8),
                    ]
                ),
            ],
            clusters: 5_200
        )
    )

    static let few = analysis(
        "by-city",
        "Agreement with the chronological order, city by city",
        card,
        unit: "city",
        headline: "difference",
        Reading(
            figures: [figure("difference", 0.11, "Kendall τ", note: "5 clusters: a bootstrap needs at least 12")],
            denominators: [],
            exhibits: [
                .clusters(
                    unit: "city",
                    values: [
                        .init(name: "Thessaloniki", value: 0.14), .init(name: "Rosario", value: -0.02),
                        .init(name: control, value: 0.21), .init(name: "東京都千代田区", value: 0.1),
                        .init(name: "Accra", value: 0.12),
                    ]
                )
            ],
            clusters: 5
        )
    )

    static let refused = analysis(
        "placebo",
        "Answer to the control \u{22}show less\u{22}",
        meeting,
        headline: "",
        Reading(figures: [], denominators: [], clusters: 0),
        failure: "the sample has no arm \"placebo\""
    )

    static func analysis(
        _ id: String,
        _ title: String,
        _ card: MeasureCard,
        unit: String = "viewer",
        headline: String,
        _ reading: Reading,
        failure: String? = nil,
        alternatives: [AnalysisResult.Alternative] = []
    ) -> AnalysisResult {
        AnalysisResult(
            id: id,
            title: title,
            measure: card,
            parameters: ["k": "20"],
            unit: unit,
            arms: ArmNames(subject: "engagement", reference: "chronological"),
            rows: 578_730,
            headline: headline,
            reading: reading,
            failure: failure,
            alternatives: alternatives
        )
    }

    private static func curve(_ name: String, _ points: [(Int, Double)], scale: Double = 1) -> Exhibit.Curve {
        Exhibit.Curve(name: name, points: points.map { Exhibit.Point(Double($0.0) / scale, $0.1) })
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}
