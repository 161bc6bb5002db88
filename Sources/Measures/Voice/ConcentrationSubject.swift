// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Concentration recomputed in each replicate: who the largest authors are is decided anew every time.
struct ConcentrationSubject: Resamplable {
    let exposure: SparseSums
    /// The column of each eligible author, group after group (arm after arm, part after part); −1 for one without any exposure.
    let eligible: [[Int32]]
    let armCount: Int
    let strata: [Int32]?
    let wanted: [ConcentrationFigure]
    let choices: ConcentrationFigure.Choices

    var clusterCount: Int { exposure.unitCount }
    /// For each part and figure the level of each arm, and the difference where there are two.
    var figureCount: Int { partCount * wanted.count * (armCount == 2 ? 3 : 1) }
    private var partCount: Int { eligible.count / armCount }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        let totals = exposure.weightedTotals(block)
        var levels = Array(repeating: SIMD16<Double>(), count: armCount * wanted.count)
        var next = 0
        for part in 0..<partCount {
            for arm in 0..<armCount {
                let authors = eligible[arm * partCount + part]
                var values = Array(repeating: 0.0, count: authors.count)
                for lane in 0..<block.used {
                    for (index, column) in authors.enumerated() {
                        values[index] = column < 0 ? 0 : totals[Int(column)][lane]
                    }
                    let computed = ConcentrationFigure.values(wanted, of: &values, choices)
                    for (figure, value) in computed.enumerated() { levels[arm * wanted.count + figure][lane] = value }
                }
            }
            for figure in wanted.indices {
                if armCount == 2 {
                    output[next] = levels[wanted.count + figure] - levels[figure]
                    output[next + 1] = levels[wanted.count + figure]
                    output[next + 2] = levels[figure]
                    next += 3
                } else {
                    output[next] = levels[figure]
                    next += 1
                }
            }
        }
    }
}
