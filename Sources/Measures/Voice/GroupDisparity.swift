// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much a rate differs between many groups, noise taken out.
public struct GroupDisparity: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "group-disparity",
        version: "1.0.0",
        family: .voice,
        summary: "How much a rate differs between many groups, once what chance alone makes them differ is taken out.",
        formula:
            "V1 = Var(μ̂) − mean(σ̂²), σ̂²_k = μ̂_k(1 − μ̂_k)/n_k; interval from V2 = Var(μ̂) − 2·mean(σ̂²) + mean(σ̂²_k/n_k) on binomial "
            + "resamples; each floored at 0, the lower end also where a unit holds several rows",
        unit: "variance of rates (deviation: share)",
        range: "0 … 0.25 · K/(K − 1)",
        denominator: "rows of each group; groups count equally",
        source: "Lum, Zhang, Bower, FAccT 2022, doi 10.1145/3531146.3533105",
        needs: [.part, .score],
        uses: [.count],
        figures: ["variance", "deviation", "uncorrected", "range", "rate/<part>"]
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
        guard let part = sample.part, let scores = sample.score else {
            throw MeasureError(Self.card.name, "needs the roles part and score")
        }
        if let odd = scores.first(where: { !$0.isNaN && $0 != 0 && $0 != 1 }) {
            throw MeasureError(Self.card.name, "a score must be 0 or 1, success or not; found \(odd)")
        }
        let rates = await GroupRates(for: part).absorbing(sample, threads: inference.threads)
        let groups = (0..<part.partCount).filter { rates.sums[$0, 1] > 0 }
        let successes = groups.map { Int(rates.sums[$0, 0]) }
        let trials = groups.map { Int(rates.sums[$0, 1]) }
        guard groups.allSatisfy({ rates.sums[$0, 1] == rates.sums[$0, 1].rounded() }) else {
            throw MeasureError(Self.card.name, "counts must be whole numbers")
        }
        guard let variance = GroupVariance(successes: successes, trials: trials) else {
            throw MeasureError(Self.card.name, "needs at least two groups with rows; found \(groups.count)")
        }
        var figure = Figure(key: "variance", value: max(0, variance.corrected), unit: "variance of rates")
        // Rows of one unit are alike, so that groups differ by more than the binomial takes out: no lower end can be trusted, and
        // with few such units no end at all.
        let isClustered = rates.holdsSeveral(sample)
        let units = sample.unit.names.count
        if isClustered, units < Inference.leastClusters {
            figure.note =
                "\(units) independent units (\(sample.unitName)) that hold several rows: an interval needs at least \(Inference.leastClusters)"
        } else if let interval = GroupVariance.interval(
            successes: successes,
            trials: trials,
            replicates: inference.replicates,
            confidence: inference.confidence,
            random: inference.random
        ) {
            if isClustered {
                figure.note =
                    "units (\(sample.unitName)) hold several rows, so chance makes groups differ by more than is taken out: no lower end"
            }
            figure.uncertainty = Uncertainty(
                lower: isClustered ? 0 : interval.lower,
                upper: interval.upper,
                lowerLimit: isClustered ? 0 : interval.lowerLimit,
                upperLimit: interval.upperLimit,
                method: "binomial resamples within groups, double-corrected, \(inference.replicates) draws"
            )
        }
        var deviation = Figure(
            key: "deviation",
            value: max(0, variance.corrected).squareRoot(),
            unit: "share",
            note: figure.note
        )
        deviation.uncertainty = figure.uncertainty.map {
            Uncertainty(
                lower: $0.lower.squareRoot(),
                upper: $0.upper.squareRoot(),
                lowerLimit: $0.lowerLimit.squareRoot(),
                upperLimit: $0.upperLimit.squareRoot(),
                method: $0.method
            )
        }
        let shares = zip(successes, trials).map { Double($0) / Double($1) }
        let range = (shares.max() ?? 0) - (shares.min() ?? 0)
        return Reading(
            figures: [
                figure, deviation, Figure(key: "uncorrected", value: variance.uncorrected, unit: "variance of rates"),
                Figure(
                    key: "range",
                    value: range,
                    unit: "share",
                    note: "grows with the number of groups by chance alone: never read it alone"
                ),
            ] + zip(groups, shares).map { Figure(key: "rate/\(part.partNames[$0])", value: $1, unit: "share") },
            denominators: [.init("groups", Double(groups.count)), .init("rows", Double(trials.reduce(0, +)))],
            notes: [
                "rows of one group are taken as independent draws: the interval does not know of clusters within groups"
            ],
            clusters: groups.count
        )
    }
}

/// Successes and rows of each group.
private struct GroupRates: Accumulator {
    private(set) var sums: ExactSums
    private let part: Partition

    init(for part: Partition) {
        self.part = part
        sums = ExactSums(rowCount: part.partCount, width: 2)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let scores = sample.score else { return }
        for row in rows where scores[row].isFinite {
            let count = sample.count?[row] ?? 1
            for member in part.range(ofRow: row) {
                sums.add(scores[row] * count, row: Int(part.members[member]), column: 0)
                sums.add(count, row: Int(part.members[member]), column: 1)
            }
        }
    }

    mutating func merge(_ other: GroupRates) { sums.merge(other.sums) }

    /// Whether some unit stands for more than one draw.
    func holdsSeveral(_ sample: Sample) -> Bool {
        var counts = Array(repeating: 0.0, count: sample.unit.names.count)
        for row in 0..<sample.rows where sample.unit.codes[row] >= 0 && sample.score?[row].isFinite == true {
            counts[Int(sample.unit.codes[row])] += sample.count?[row] ?? 1
        }
        return counts.contains { $0 > 1 }
    }
}
