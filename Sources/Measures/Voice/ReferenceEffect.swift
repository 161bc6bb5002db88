// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How far the subject moves the mean score of what people see, in standard deviations of the reference.
public struct ReferenceEffect: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "reference-effect",
        version: "1.0.0",
        family: .voice,
        summary:
            "How far the subject moves the mean score of what units see, in standard deviations between units under the reference.",
        formula:
            "Δ = mean_u(ȳ_uR − ȳ_uC) / SD_u(y_uC); ȳ: mean over pages (sessions) of a unit, y: plain mean over its rows; SD with "
            + "n − 1, computed anew in each resample (deviation: fixed holds it)",
        unit: "SD of the reference (difference: unit of the score)",
        range: "−∞ … ∞, 0 is no effect",
        denominator: "units with rows in both arms; the SD over units of the reference arm",
        source: "Glass's Δ as computed by Milli et al., arXiv 2305.16941",
        needs: [.arm, .score],
        uses: [.page, .count],
        parameters: [
            .init(
                "deviation",
                "resampled (default): the SD is computed anew in each resample; fixed: it is held, as in the published procedure, "
                    + "and the interval does not know that it was estimated. Below 12 units it is always held"
            )
        ],
        figures: [
            "effect/difference", "effect/subject", "effect/reference", "score/difference", "score/subject",
            "score/reference", "sd",
        ]
    )

    private enum Deviation: String, CaseIterable {
        case resampled, fixed
    }

    private let deviation: Deviation

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        deviation = try parameters.choice("deviation", default: .resampled, of: Self.card)
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard sample.score != nil, sample.arm != nil else {
            throw MeasureError(Self.card.name, "needs the roles score and arm")
        }
        let rows = await UnitScores(for: sample).absorbing(sample, threads: inference.threads)
        let plain = rows.values(sample)
        var values = plain
        if sample.page != nil {
            let scores = await PageScores(for: sample, weights: sample.count).absorbing(
                sample,
                threads: inference.threads
            )
            try scores.refuseMixedPages(sample, for: Self.card)
            values = scores.pages().unitValues(sample)
        }
        let spread = Moments(plain.reference.filter { !$0.isNaN })
        let divisor = spread.standardDeviation
        guard divisor > 0 else {
            let figure = Figure(
                key: "effect/difference",
                value: nil,
                unit: "SD of the reference",
                note: "the reference arm does not vary between units (\(spread.count)): nothing to divide by"
            )
            return Reading(
                figures: [figure],
                denominators: [.init("units, \(sample.armNames.reference)", Double(spread.count))],
                clusters: spread.count
            )
        }
        let raw = await inference.means(values, key: "score", unit: "score")
        let scaled = await inference.means(
            values,
            key: "effect",
            unit: "score",
            scale: divisor,
            scaledUnit: "SD of the reference"
        )
        var effect = scaled.figures[0]
        let isResampled = deviation == .resampled && raw.clusters >= inference.leastUnits
        if isResampled, effect.uncertainty != nil {
            let resampled = await inference.figures(
                of: Self.subject(values, plain.reference, around: spread.mean),
                [.init(effect.key, unit: effect.unit)]
            )[0]
            (effect.uncertainty, effect.note) = (resampled.uncertainty, resampled.note)
        }
        var reading = Reading(
            figures: [effect] + raw.figures,
            denominators: [.init("units", Double(raw.clusters))],
            notes: raw.notes,
            exhibits: scaled.exhibits,
            clusters: raw.clusters
        )
        if !isResampled {
            reading.notes.append("the SD is held fixed in the interval, as if it were known")
        }
        reading.figures.append(Figure(key: "sd", value: divisor, unit: "score"))
        return reading
    }
}

extension ReferenceEffect {
    /// The effect with its divisor computed anew in each replicate.
    ///
    /// An effect that is large against the divisor is as uncertain as the divisor is: with 60 units and an effect of 1.5 an
    /// interval that holds it covers the truth in two of three recordings.
    ///
    /// - Parameters:
    ///   - values: What the arms are compared by.
    ///   - spread: What the divisor is the SD of; NaN where a unit has none.
    ///   - center: Taken from `spread`, so that no digits are lost.
    /// - Returns: What is resampled, with the effect as its only figure.
    private static func subject(_ values: UnitValues, _ spread: [Double], around center: Double) -> TotalsSubject {
        let isPaired = values.isPaired
        let compared = Set(values.complete)
        let units = values.subject.indices.filter {
            !values.subject[$0].isNaN || !values.reference[$0].isNaN || !spread[$0].isNaN
        }
        // Of the subject and of the reference how many and their sum, then how many, sum and squares for the divisor.
        var sums = ClusterSums(clusterCount: units.count, width: 7)
        for (row, unit) in units.enumerated() {
            for (arm, value) in [values.subject[unit], values.reference[unit]].enumerated()
            where !value.isNaN && (!isPaired || compared.contains(unit)) {
                sums[row, arm * 2] = 1
                sums[row, arm * 2 + 1] = value
            }
            guard !spread[unit].isNaN else { continue }
            let distance = spread[unit] - center
            sums[row, 4] = 1
            sums[row, 5] = distance
            sums[row, 6] = distance * distance
        }
        let strata = isPaired ? nil : units.map { values.subject[$0].isNaN ? Int32(0) : 1 }
        return TotalsSubject(sums, strata: strata, figureCount: 1) { totals, figures in
            let variance = (totals[6] - totals[5] * totals[5] / totals[4]) / (totals[4] - 1)
            let difference = totals[1] / totals[0] - totals[3] / totals[2]
            figures[0] = difference / variance.mapped { $0 > 0 ? $0.squareRoot() : .nan }
        }
    }
}

/// Sums of scores in each unit and arm.
struct UnitScores: Accumulator {
    /// One row a unit; for each arm Σ w·x and Σ w.
    private(set) var sums: ExactSums
    private let weights: [Double]?

    init(for sample: Sample) {
        sums = ExactSums(rowCount: sample.unit.names.count, width: sample.arm == nil ? 2 : 4)
        weights = sample.count
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let scores = sample.score else { return }
        for row in rows {
            let arm = Int(sample.arm?[row] ?? 0)
            guard sample.unit.codes[row] >= 0, arm >= 0, scores[row].isFinite else { continue }
            let weight = weights?[row] ?? 1
            sums.add(weight * scores[row], row: Int(sample.unit.codes[row]), column: arm * 2)
            sums.add(weight, row: Int(sample.unit.codes[row]), column: arm * 2 + 1)
        }
    }

    mutating func merge(_ other: UnitScores) { sums.merge(other.sums) }

    /// The mean of each unit in each arm.
    func values(_ sample: Sample) -> UnitValues { UnitValues(ratiosOf: sums, sample) }
}
