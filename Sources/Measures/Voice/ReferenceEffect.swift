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
            + "n − 1, held fixed in the resamples",
        unit: "SD of the reference (difference: unit of the score)",
        range: "−∞ … ∞, 0 is no effect",
        denominator: "units with rows in both arms; the SD over units of the reference arm",
        source: "Glass's Δ as computed by Milli et al., arXiv 2305.16941",
        needs: [.arm, .score],
        uses: [.page, .count],
        figures: [
            "effect/difference", "effect/subject", "effect/reference", "score/difference", "score/subject",
            "score/reference", "sd",
        ]
    )

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) { try parameters.allowOnly(Self.card) }

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
        let deviation = spread.standardDeviation
        guard deviation > 0 else {
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
            scale: deviation,
            scaledUnit: "SD of the reference"
        )
        var reading = Reading(
            figures: [scaled.figures[0]] + raw.figures,
            denominators: [.init("units", Double(raw.clusters))],
            notes: raw.notes,
            exhibits: scaled.exhibits,
            clusters: raw.clusters
        )
        reading.figures.append(Figure(key: "sd", value: deviation, unit: "score"))
        return reading
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
