// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much longer people stay at the end than at the beginning, under the subject against the reference.
public struct SessionGrowth: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "session-growth",
        version: "1.0.0",
        family: .exit,
        summary:
            "How much the time people spend grows from the first to the last period under the subject, minus the same under the reference.",
        formula: "G = mean_u[ln minutes_{u,last} − ln minutes_{u,first}]_R − the same in C",
        unit: "natural logarithm of minutes",
        range: "−∞ … ∞, 0 is no growth beyond the reference",
        denominator: "units with minutes above 0 in both periods; the others are counted and named",
        source:
            "the habit and self-control setting of Allcott, Gentzkow, Song, AER 2022; log growth so that doubling and halving balance",
        needs: [.score, .stratum],
        uses: [.arm],
        parameters: [
            .init("first", "the stratum that is the first period; needed"),
            .init("last", "the stratum that is the last period; needed"),
        ],
        figures: ["growth", "growth/difference", "growth/subject", "growth/reference"]
    )

    private let first: String
    private let last: String

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        guard let first = try parameters.texts("first", of: Self.card).first,
            let last = try parameters.texts("last", of: Self.card).first
        else { throw MeasureError(Self.card.name, "name the first and the last period: with: {first: …, last: …}") }
        self.first = first
        self.last = last
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let stratum = sample.stratum, sample.score != nil else {
            throw MeasureError(Self.card.name, "needs the roles score (minutes) and stratum (the period)")
        }
        guard let first = stratum.names.code(of: first), let last = stratum.names.code(of: last) else {
            throw MeasureError(
                Self.card.name,
                "the periods are \(stratum.names.list.joined(separator: ", ")), not \(first) and \(last)"
            )
        }
        let minutes = await PeriodMinutes(for: sample, first: first, last: last).absorbing(
            sample,
            threads: inference.threads
        )
        let (values, lost) = minutes.growth(sample)
        let means = await inference.means(values, key: "growth", unit: "natural logarithm of minutes")
        var reading = Reading(
            figures: means.figures,
            denominators: [.init("units", Double(means.clusters))],
            notes: means.notes,
            exhibits: means.exhibits,
            clusters: means.clusters
        )
        if lost > 0 {
            reading.notes.append(
                "\(lost) units have no minutes in one of the periods and are left out: they left, or were not there yet"
            )
        }
        return reading
    }
}

/// Minutes of each unit in the first and the last period of each arm.
private struct PeriodMinutes: Accumulator {
    private var sums: ExactSums
    private let periods: [Int32]

    init(for sample: Sample, first: Int32, last: Int32) {
        periods = [first, last]
        sums = ExactSums(rowCount: sample.unit.names.count, width: sample.arm == nil ? 2 : 4)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let scores = sample.score, let strata = sample.stratum?.codes else { return }
        for row in rows {
            let arm = Int(sample.arm?[row] ?? 0)
            guard sample.unit.codes[row] >= 0, arm >= 0, scores[row].isFinite,
                let period = periods.firstIndex(of: strata[row])
            else { continue }
            sums.add(
                scores[row] * (sample.count?[row] ?? 1),
                row: Int(sample.unit.codes[row]),
                column: arm * 2 + period
            )
        }
    }

    mutating func merge(_ other: PeriodMinutes) { sums.merge(other.sums) }

    func growth(_ sample: Sample) -> (values: UnitValues, lost: Int) {
        let arms = sums.width / 2
        var lost = 0
        let growth = (0..<arms).map { arm in
            (0..<sums.rowCount).map { unit -> Double in
                let (before, after) = (sums[unit, arm * 2], sums[unit, arm * 2 + 1])
                if before > 0, after > 0 { return ElementaryFunctions.log(after / before) }
                if before > 0 || after > 0 { lost += 1 }
                return .nan
            }
        }
        return (
            UnitValues(
                reference: arms == 2 ? growth[0] : [],
                subject: growth[arms - 1],
                names: sample.unit.names,
                unitName: sample.unitName
            ),
            lost
        )
    }
}
