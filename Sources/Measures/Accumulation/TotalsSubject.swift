// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Figures that are functions of totals over clusters: shares, ratios of shares, means of unit values.
struct TotalsSubject: Resamplable {
    /// Computes the figures of all lanes from their totals.
    typealias Formula = @Sendable (_ totals: [SIMD16<Double>], _ figures: inout [SIMD16<Double>]) -> Void

    let sums: ClusterSums
    let strata: [Int32]?
    let figureCount: Int
    let formula: Formula

    /// - Parameters:
    ///   - sums: One row a cluster.
    ///   - strata: The stratum of each cluster, or `nil`.
    ///   - figureCount: Figures that the formula fills.
    ///   - formula: From totals to figures.
    init(_ sums: ClusterSums, strata: [Int32]?, figureCount: Int, formula: @escaping Formula) {
        self.sums = sums
        self.strata = strata
        self.figureCount = figureCount
        self.formula = formula
    }

    var clusterCount: Int { sums.clusterCount }

    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>]) {
        formula(sums.weightedTotals(block), &output)
    }
}

extension SIMD16<Double> {
    /// Applies a function to every lane.
    func mapped(_ function: (Double) -> Double) -> Self {
        var result = self
        for lane in 0..<16 { result[lane] = function(self[lane]) }
        return result
    }

    /// The natural logarithm of every lane; NaN where there is none.
    ///
    /// Of 0 it is −∞ and of ∞ it is ∞: what one arm does not show at all lies further off than anything else, and must not
    /// drop out of an extreme as if it were unknown.
    var logarithms: Self {
        mapped { value in
            if value == 0 { return -.infinity }
            if value == .infinity { return .infinity }
            return value > 0 ? ElementaryFunctions.log(value) : .nan
        }
    }
}
