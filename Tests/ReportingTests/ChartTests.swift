// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.golden, .law)) struct ChartTests {
    @Test("an interval beyond its bound is drawn as it was")
    func interval() throws {
        let rows = [
            IntervalChart.Row(label: "largest", figure: RecordFixture.voice.reading.figures[0], mark: .estimate),
            IntervalChart.Row(label: "chronological", value: 1.04, uncertainty: nil, mark: .level),
        ]
        let chart = IntervalChart(
            rows: rows,
            criterion: Criterion(.atMost, bound: 1.25, tolerance: 0.15),
            neutral: 1,
            style: NumberStyle(RecordFixture.voice.reading.figures[0])
        )
        try Golden.expect(chart.markup(id: "a", title: "Equal voice").text, is: "interval.svg")
    }

    @Test("each exhibit is drawn as it was")
    func exhibits() throws {
        guard case .lorenz(let lorenz) = RecordFixture.share.reading.exhibits[0],
            case .exposureByRank(let ranks) = RecordFixture.voice.reading.exhibits[0],
            case .encounterMatrix(let readers, let authors, let arms) = RecordFixture.encounter.reading.exhibits[0],
            case .distribution(let unit, let shares) = RecordFixture.encounter.reading.exhibits[1],
            case .clusters(_, let values) = RecordFixture.few.reading.exhibits[0]
        else { return try #require(Bool(false)) }
        try Golden.expect(LorenzChart.markup(lorenz, id: "l", title: "Lorenz").text, is: "lorenz.svg")
        try Golden.expect(RankChart.markup(ranks, id: "r", title: "Rank").text, is: "rank.svg")
        let distribution = DistributionChart.markup(shares, unit: unit, id: "s", title: "Distribution")
        try Golden.expect(distribution.text, is: "distribution.svg")
        let encounter = EncounterChart(readers: readers, authors: authors, values: arms[0].values)
        try Golden.expect(encounter.markup(id: "e", title: "Encounter").text, is: "encounter.svg")
        let dots = DotPlot(values: values, style: NumberStyle(decimals: 2), neutral: 0)
        try Golden.expect(dots.markup(id: "d", title: "Clusters").text, is: "dots.svg")
    }

    @Test("a distribution is drawn as steps around the middles of its bins, which begin and end at nobody")
    func steps() {
        let steps = DistributionChart.steps([.init(-1, 0.25), .init(0, 0.5), .init(1, 0.25)])
        #expect(steps.map(\.x) == [-1.5, -1.5, -0.5, -0.5, 0.5, 0.5, 1.5, 1.5])
        #expect(steps.map(\.y) == [0, 0.25, 0.25, 0.5, 0.5, 0.25, 0.25, 0])
        #expect(DistributionChart.steps([.init(2, 1)]) == [.init(2, 1)] && DistributionChart.steps([]).isEmpty)
    }

    @Test("a row far beyond the others is drawn at the edge, with an arrow, and does not squeeze them")
    func clips() {
        let rows = [
            IntervalChart.Row(label: "near", figure: RecordFixture.figure("a", 1, "ratio", 0.1), mark: .estimate),
            IntervalChart.Row(label: "far", figure: RecordFixture.figure("a", 1e9, "ratio", 0.1), mark: .other),
        ]
        let text = IntervalChart(rows: rows, style: NumberStyle(decimals: 1)).markup(id: "a", title: "t").text
        #expect(text.contains("class=\"arrow\""))
        #expect(text.contains("x1=\"31.79"), "the near interval keeps its width")
    }

    @Test(
        "an estimate far beyond its bound leaves bound and tolerance to be seen",
        arguments: [(1e12, "at most"), (-1e12, "at least")]
    )
    func boundStaysVisible(value: Double, side: String) {
        let direction: Criterion.Direction = value > 0 ? .atMost : .atLeast
        let row = IntervalChart.Row(label: "x", figure: RecordFixture.figure("a", value, "ratio", 1), mark: .estimate)
        let chart = IntervalChart(
            rows: [row],
            criterion: Criterion(direction, bound: 1, tolerance: 0.5),
            style: NumberStyle(decimals: 1)
        )
        let text = chart.markup(id: "a", title: "t").text
        #expect(text.contains(side) && text.contains("class=\"arrow\"") && text.contains("class=\"tolerance\""))
    }

    @Test("no coordinate is a number that is none, whatever the values")
    func survivesAnything() {
        let values = [0, -0.0, 1, -1, 1e-300, 1e300, -1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude]
        let ends = values + [.infinity, -.infinity, .nan]
        for value in values {
            for end in ends {
                var figure = Figure(key: "a", value: value, unit: "ratio")
                figure.uncertainty = Uncertainty(
                    lower: -end,
                    upper: end,
                    lowerLimit: -end,
                    upperLimit: end,
                    method: "none"
                )
                for criterion in [
                    nil, Criterion(.atMost, bound: end), Criterion(.atLeast, bound: value, tolerance: 1e300),
                ] {
                    let row = IntervalChart.Row(label: "x", figure: figure, mark: .estimate)
                    let text = IntervalChart(rows: [row], criterion: criterion, neutral: 0, style: NumberStyle(figure))
                        .markup(id: "a", title: "t").text
                    let drawn = text.split(separator: "<").filter { !$0.hasPrefix("desc") && !$0.hasPrefix("text") }
                        .joined()
                    #expect(!drawn.contains("NaN") && !drawn.contains("∞") && !drawn.contains("e3"), "\(value), \(end)")
                }
                let points = [Exhibit.Point(1, value), Exhibit.Point(2, end), Exhibit.Point(end, 1)]
                let curve = Exhibit.Curve(name: "c", points: points)
                let charts = [
                    RankChart.markup([curve], id: "r", title: "t"),
                    DistributionChart.markup([curve], unit: "SD", id: "s", title: "t"),
                ]
                let lines = charts.map(\.text).joined().split(separator: "<")
                    .filter { $0.hasPrefix("path") || $0.hasPrefix("line") }.joined()
                #expect(!lines.contains("NaN") && !lines.contains("∞"), "\(value), \(end)")
                let dots = DotPlot(
                    values: [.init(name: "a", value: value), .init(name: "b", value: end)],
                    style: NumberStyle(decimals: 1),
                    neutral: 0
                )
                #expect(!dots.markup(id: "d", title: "t").text.contains("cx=\"NaN"), "\(value), \(end)")
            }
        }
    }
}

extension IntervalChart.Row {
    init(label: String, figure: Figure, mark: Mark) {
        self.init(label: label, value: figure.value, uncertainty: figure.uncertainty, mark: mark)
    }
}
