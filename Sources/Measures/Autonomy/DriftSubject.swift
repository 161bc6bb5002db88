// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How far and to which side opinions moved, for each unit and arm.
struct DriftSums: Accumulator {
    /// One row a unit; for each arm Σ count, Σ |score|, then for each issue Σ count and Σ score.
    private(set) var table: ExactSums
    /// The issues; one without a name where there are none.
    let issues: [String]
    private let width: Int

    init(for sample: Sample) {
        issues = sample.stratum?.names.list ?? [""]
        width = 2 + 2 * issues.count
        table = ExactSums(rowCount: sample.unit.names.count, width: 2 * width)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let scores = sample.score, let arms = sample.arm else { return }
        for row in rows {
            let (unit, issue) = (Int(sample.unit.codes[row]), Int(sample.stratum?.codes[row] ?? 0))
            guard unit >= 0, arms[row] >= 0, issue >= 0, !scores[row].isNaN else { continue }
            let count = sample.count?[row] ?? 1
            let first = Int(arms[row]) * width
            table.add(count, row: unit, column: first)
            table.add(scores[row].magnitude * count, row: unit, column: first + 1)
            table.add(count, row: unit, column: first + 2 + 2 * issue)
            table.add(scores[row] * count, row: unit, column: first + 3 + 2 * issue)
        }
    }

    mutating func merge(_ other: DriftSums) { table.merge(other.table) }

    func rows(arm: Int) -> Double { table.totals[arm * width] }
}

/// Differences of means over units, and the largest of them.
struct DriftSubject: Resamplable {
    /// One row a unit; for the distance and then each issue, in each arm: 1 and the mean over the rows of the unit, or 0 and 0.
    private let sums: ClusterSums
    private let issues: Int
    let strata: [Int32]?
    /// The value that is the largest on the data: 0 the distance, then each issue's lean and its negative.
    private let largest: Int

    init(_ table: ExactSums, _ design: ArmDesign, issues: Int) {
        let width = 2 + 2 * issues
        var sums = ClusterSums(clusterCount: table.rowCount, width: 4 * (1 + issues))
        for unit in 0..<table.rowCount {
            for value in 0...issues {
                let means = (0..<2).map {
                    table[unit, $0 * width + 2 * value + 1] / table[unit, $0 * width + 2 * value]
                }
                // Arms are compared within units, where any unit has both.
                if design.isPaired, !means.allSatisfy(\.isFinite) { continue }
                for (arm, mean) in means.enumerated() where mean.isFinite {
                    sums[unit, 4 * value + 2 * arm] = 1
                    sums[unit, 4 * value + 2 * arm + 1] = mean
                }
            }
        }
        self.sums = sums
        self.issues = issues
        strata = design.strata
        largest = Self.largest(sums, issues)
    }

    var clusterCount: Int { sums.clusterCount }
    /// The largest, its component, three of the distance, one an issue.
    var figureCount: Int { 5 + issues }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = sums.weightedTotals(block)
        output[3] = totals[3] / totals[2]
        output[4] = totals[1] / totals[0]
        output[2] = output[3] - output[4]
        var excess = output[2]
        for issue in 0..<issues {
            let lean = Self.difference(totals, 1 + issue)
            output[5 + issue] = lean
            for lane in 0..<16 where !(excess[lane] >= lean[lane].magnitude) && !lean[lane].isNaN {
                excess[lane] = lean[lane].magnitude
            }
        }
        output[0] = excess
        let lean = output[5 + max(0, (largest - 1) / 2)]
        output[1] = largest == 0 ? output[2] : largest.isMultiple(of: 2) ? -lean : lean
    }

    private static func difference(_ totals: [SIMD16<Double>], _ value: Int) -> SIMD16<Double> {
        totals[4 * value + 3] / totals[4 * value + 2] - totals[4 * value + 1] / totals[4 * value]
    }

    /// Which value is the largest; of those that are, the one that comes first unit by unit, each turned so that it is positive.
    private static func largest(_ sums: ClusterSums, _ issues: Int) -> Int {
        let totals = sums.totals().map { SIMD16<Double>(repeating: $0) }
        let leans = (0..<issues).map { difference(totals, 1 + $0)[0] }
        let values = [difference(totals, 0)[0]] + leans.flatMap { [$0, -$0] }
        var turned = ClusterSums(clusterCount: sums.clusterCount, width: values.count)
        for unit in 0..<sums.clusterCount {
            for value in 0...issues {
                let difference = sums[unit, 4 * value + 3] - sums[unit, 4 * value + 1]
                turned[unit, value == 0 ? 0 : 2 * value - 1] = difference
                if value > 0 { turned[unit, 2 * value] = -difference }
            }
        }
        return Ties.first(Ties.places(of: values, largest: true), turned) { [$0] } ?? 0
    }

    /// What is computed, in the order of the figures.
    func quantities(_ names: [String]) -> [Inference.Quantity] {
        let unit = "standard deviations of opinion"
        return [
            .init(
                "excess",
                unit: unit,
                extreme: .init(
                    .largest,
                    component: 1,
                    comparisons: 1 + 2 * issues,
                    candidates: [.init(plus: 2)] + Inference.Extreme.Candidate.bothSigns(5..<5 + issues)
                ),
                range: 0...Double.infinity
            ), .component,
            .init("distance/difference", unit: unit),
            .init("distance/subject", unit: unit, range: 0...Double.infinity),
            .init("distance/reference", unit: unit, range: 0...Double.infinity),
        ] + names.map { .init($0.isEmpty ? "lean/difference" : "lean/\($0)/difference", unit: unit) }
    }

    /// What was left out, and which value the largest is.
    func notes(_ sample: Sample, _ names: [String]) -> [String] {
        var notes: [String] = []
        let compared = (0..<clusterCount).count { sums[$0, 0] + sums[$0, 2] > 0 }
        if compared < clusterCount {
            notes.append(
                "\(clusterCount - compared) of \(clusterCount) units (\(sample.unitName)) have one arm only and are left out"
            )
        }
        if strata != nil {
            notes.append("no \(sample.unitName) is in both arms: two independent groups are compared")
        }
        if largest == 0 {
            notes.append("the excess is how much further opinions move")
        } else {
            let name = names[(largest - 1) / 2]
            notes.append("the excess is how much more opinions move to one side" + (name.isEmpty ? "" : ", on \(name)"))
        }
        return notes
    }
}
