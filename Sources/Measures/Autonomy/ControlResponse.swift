// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// Whether the controls that people are given do anything, against a control that does nothing.
public struct ControlResponse: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "control-response",
        version: "1.0.0",
        family: .autonomy,
        summary:
            "How much of what a person rejected stays away after a control was used, compared with a placebo that does nothing.",
        formula:
            "prevention = 1 − b_control / b_placebo, b: share of later items that resemble a rejected one (score 1)",
        unit: "share prevented",
        range: "−∞ … 1, 0 is no effect",
        denominator: "items shown after the control was used, viewers of the control pooled",
        source: "Mozilla, Does This Button Work?, 2022",
        needs: [.stratum, .score],
        uses: [.count],
        parameters: [.init("placebo", "the stratum of the control that does nothing; default no-action")],
        figures: ["leastPrevention", "prevention/<control>", "similar/<control>"]
    )

    private let placebo: String

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        placebo = try parameters.texts("placebo", of: Self.card).first ?? "no-action"
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let stratum = sample.stratum, let scores = sample.score else {
            throw MeasureError(
                Self.card.name,
                "needs the roles stratum (the control) and score (1: resembles a rejected item)"
            )
        }
        guard let placebo = stratum.names.code(of: placebo) else {
            throw MeasureError(
                Self.card.name,
                "there is no placebo \"\(placebo)\" among \(stratum.names.list.joined(separator: ", ")): without one, nothing can be said"
            )
        }
        if let odd = scores.first(where: { !$0.isNaN && !(0...1).contains($0) }) {
            throw MeasureError(Self.card.name, "a score must lie from 0 to 1; found \(odd)")
        }
        let sums = await ControlSums(for: sample, stratum).absorbing(sample, threads: inference.threads)
        let controls = (0..<stratum.names.count).filter { $0 != Int(placebo) }
        let names = stratum.names.list
        let totals = sums.table.totals
        // The control that prevents least is the one after which most is similar.
        let shares = controls.map { totals[$0 * 2] / totals[$0 * 2 + 1] }
        let weakest = Ties.first(Ties.places(of: shares, largest: true), sums.table.clusterSums) {
            [controls[$0] * 2, controls[$0] * 2 + 1]
        }
        var quantities: [Inference.Quantity] = [
            .init(
                "leastPrevention",
                unit: "share prevented",
                extreme: .init(
                    .smallest,
                    component: 1 + (weakest ?? 0),
                    comparisons: controls.count,
                    candidates: Inference.Extreme.Candidate.each(controls.indices.map { 1 + $0 })
                )
            )
        ]
        quantities += controls.map { .init("prevention/\(names[$0])", unit: "share prevented") }
        quantities += names.map { .init("similar/\($0)", unit: "share") }
        let subject = TotalsSubject(sums.table.clusterSums, strata: sums.strata, figureCount: quantities.count) {
            totals,
            figures in
            let similar = names.indices.map { totals[$0 * 2] / totals[$0 * 2 + 1] }
            var least = SIMD16<Double>(repeating: .infinity)
            for (index, control) in controls.enumerated() {
                let prevention = 1 - similar[control] / similar[Int(placebo)]
                figures[1 + index] = prevention
                for lane in 0..<16 where prevention[lane] < least[lane] { least[lane] = prevention[lane] }
            }
            figures[0] = least.mapped { $0.isFinite ? $0 : .nan }
            for index in names.indices { figures[1 + controls.count + index] = similar[index] }
        }
        return Reading(
            figures: await inference.figures(of: subject, quantities),
            denominators: names.indices.map { .init("items, \(names[$0])", totals[$0 * 2 + 1]) },
            clusters: sample.unit.names.count
        )
    }
}

/// Items that resemble a rejected one, and all, for each unit and control.
private struct ControlSums: Accumulator {
    private(set) var table: ExactSums

    init(for sample: Sample, _ stratum: Categorical) {
        table = ExactSums(rowCount: sample.unit.names.count, width: stratum.names.count * 2)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let scores = sample.score, let strata = sample.stratum?.codes else { return }
        for row in rows where sample.unit.codes[row] >= 0 && strata[row] >= 0 && scores[row].isFinite {
            let count = sample.count?[row] ?? 1
            table.add(scores[row] * count, row: Int(sample.unit.codes[row]), column: Int(strata[row]) * 2)
            table.add(count, row: Int(sample.unit.codes[row]), column: Int(strata[row]) * 2 + 1)
        }
    }

    mutating func merge(_ other: ControlSums) { table.merge(other.table) }

    /// The control of each unit, where every unit used one only: units are then drawn within their control.
    var strata: [Int32]? {
        var strata: [Int32] = []
        for unit in 0..<table.rowCount {
            let used = (0..<table.width / 2).filter { table[unit, $0 * 2 + 1] > 0 }
            guard used.count == 1 else { return nil }
            strata.append(Int32(used[0]))
        }
        return strata
    }
}
