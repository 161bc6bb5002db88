// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How far the mix that viewers are shown lies from the mix they chose before.
public struct Calibration: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "calibration",
        version: "1.0.0",
        family: .encounter,
        summary:
            "How far the mix of parts that a viewer is shown (subject arm) lies from the mix the viewer chose before (reference arm).",
        formula:
            "JS = ½·KL(p‖m) + ½·KL(q‖m), m = (p + q)/2, log base 2; KL = Σ p·ln(p/q̃), q̃ = (1 − α)·q + α·p; mean over viewers; an item of several parts is shared out among them",
        unit: "bits (kl: nats)",
        range: "0 … 1; kl 0 … −ln α",
        denominator: "viewers with rows of a known part in both arms, each counting once",
        source: "Steck, RecSys 2018 (KL, α = 0.01); Jensen–Shannon divergence with log base 2 as headline",
        needs: [.arm, .viewer, .part],
        uses: [.slot, .page, .count, .stratum],
        parameters: [
            .init("alpha", "α of kl, above 0 and below 1; default 0.01"),
            .init("kl", "true: also the KL divergence; default false"),
        ] + RankWeight.parameters,
        figures: ["divergence", "kl", "divergence/<stratum>", "kl/<stratum>"]
    )

    private let alpha: Double
    private let withKL: Bool
    private let weight: RankWeight

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        alpha = try parameters.number("alpha", default: 0.01, in: 1e-9...0.999, of: Self.card)
        withKL = try parameters.flag("kl", default: false, of: Self.card)
        weight = try RankWeight(parameters, of: Self.card)
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let part = sample.part, let viewer = sample.viewer, let arm = sample.arm else {
            throw MeasureError(Self.card.name, "needs the roles arm, viewer and part")
        }
        // Ranks weigh what is shown; what was chosen before has none.
        let weights = try weight.weights(of: sample, for: Self.card).map { weights in
            weights.indices.map { arm[$0] == Arm.subject ? weights[$0] : sample.count?[$0] ?? 1 }
        }
        let mixes = await ViewerMixes(for: sample, part, viewer, weights: weights).absorbing(
            sample,
            threads: inference.threads
        )
        var reading = Reading(figures: [], denominators: [], notes: weight.notes, clusters: 0)
        for (index, name) in (sample.stratum?.names.list ?? [""]).enumerated() {
            let suffix = name.isEmpty ? "" : "/\(name)"
            let divergence = mixes.unitValues(sample, stratum: index) { Self.jensenShannon($0, $1) }
            let means = await inference.means(divergence, key: "divergence" + suffix, unit: "bits")
            reading.figures += means.figures
            reading.exhibits += means.exhibits
            reading.notes += means.notes
            reading.clusters = max(reading.clusters, means.clusters)
            reading.denominators.append(
                .init("viewers" + (name.isEmpty ? "" : ", \(name)"), mixes.viewerCount(stratum: index))
            )
            if withKL {
                let values = mixes.unitValues(sample, stratum: index) { Self.kullbackLeibler($0, $1, alpha: alpha) }
                reading.figures += await inference.means(values, key: "kl" + suffix, unit: "nats").figures
            }
        }
        return reading
    }

    /// The Jensen–Shannon divergence of two distributions in bits: 0 … 1.
    static func jensenShannon(_ p: [Double], _ q: [Double]) -> Double {
        var sum = 0.0
        for (a, b) in zip(p, q) {
            let middle = (a + b) / 2
            if a > 0 { sum += a * ElementaryFunctions.log(a / middle) / 2 }
            if b > 0 { sum += b * ElementaryFunctions.log(b / middle) / 2 }
        }
        return max(0, sum / ElementaryFunctions.log(2))
    }

    /// The Kullback–Leibler divergence of p from the smoothed q in nats.
    static func kullbackLeibler(_ p: [Double], _ q: [Double], alpha: Double) -> Double {
        var sum = 0.0
        for (a, b) in zip(p, q) where a > 0 { sum += a * ElementaryFunctions.log(a / ((1 - alpha) * b + alpha * a)) }
        return max(0, sum)
    }
}

/// The mix of parts that each viewer chose before and was shown.
private struct ViewerMixes: Accumulator {
    /// One row a viewer; for each stratum and arm the exposure to each part.
    private var sums: ExactSums
    private var units: [Int32]
    private let part: Partition
    private let weights: [Double]?

    init(for sample: Sample, _ part: Partition, _ viewer: Categorical, weights: [Double]?) {
        self.part = part
        self.weights = weights
        sums = ExactSums(
            rowCount: viewer.names.count,
            width: max(1, sample.stratum?.names.count ?? 1) * 2 * part.partCount
        )
        units = Array(repeating: -1, count: viewer.names.count)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let arms = sample.arm else { return }
        for row in rows {
            let stratum = Int(sample.stratum?.codes[row] ?? 0)
            guard viewers[row] >= 0, arms[row] >= 0, stratum >= 0, sample.unit.codes[row] >= 0 else { continue }
            if units[Int(viewers[row])] < 0 { units[Int(viewers[row])] = sample.unit.codes[row] }
            let first = (stratum * 2 + Int(arms[row])) * part.partCount
            let parts = part.range(ofRow: row)
            // An item of several parts is shared out, as in Steck's p(g|i).
            let weight = (weights?[row] ?? 1) / Double(max(parts.count, 1))
            for member in parts {
                sums.add(weight, row: Int(viewers[row]), column: first + Int(part.members[member]))
            }
        }
    }

    mutating func merge(_ other: ViewerMixes) {
        sums.merge(other.sums)
        for viewer in units.indices where units[viewer] < 0 { units[viewer] = other.units[viewer] }
    }

    private func mix(_ viewer: Int, _ stratum: Int, _ arm: Int8) -> [Double]? {
        let first = (stratum * 2 + Int(arm)) * part.partCount
        let values = (0..<part.partCount).map { sums[viewer, first + $0] }
        let total = values.reduce(0, +)
        return total > 0 ? values.map { $0 / total } : nil
    }

    func viewerCount(stratum: Int) -> Double {
        Double(units.indices.count { mix($0, stratum, Arm.reference) != nil && mix($0, stratum, Arm.subject) != nil })
    }

    /// The mean over the viewers of each unit of a divergence between what was chosen before and what was shown.
    func unitValues(_ sample: Sample, stratum: Int, _ divergence: ([Double], [Double]) -> Double) -> UnitValues {
        var totals = ExactSums(rowCount: sample.unit.names.count, width: 2)
        for viewer in units.indices where units[viewer] >= 0 {
            guard let before = mix(viewer, stratum, Arm.reference), let shown = mix(viewer, stratum, Arm.subject) else {
                continue
            }
            totals.add(divergence(before, shown), row: Int(units[viewer]), column: 0)
            totals.addOne(row: Int(units[viewer]), column: 1)
        }
        return UnitValues(ratiosOf: totals, sample)
    }
}
