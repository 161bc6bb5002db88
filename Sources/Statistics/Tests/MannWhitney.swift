// SPDX-License-Identifier: Apache-2.0

/// The rank-sum test of Mann and Whitney (1947) for two independent groups of clusters.
public enum MannWhitney {
    /// The largest group for which the exact distribution of U is used; it also needs that no two values are equal.
    public static let mostExact = 20

    /// What the test gave.
    public struct Result: Sendable, Equatable {
        /// U of the first group: the pairs in which its value is larger, ties counted half; from 0 to n₁ · n₂.
        public let statistic: Double
        /// U / (n₁ · n₂): the probability that a value of the first group exceeds one of the second, ties counted half.
        public let probabilityOfSuperiority: Double
        /// The two-sided p-value and whether it is exact.
        public let test: TestResult
    }

    /// The two-sided test that neither group tends to larger values.
    ///
    /// Without ties and with both groups of at most `mostExact` values the p-value is exact. Else it is the normal
    /// approximation with correction for ties and for continuity.
    ///
    /// - Parameters:
    ///   - first: One value a cluster of the first group.
    ///   - second: One value a cluster of the second group.
    /// - Returns: The result, or `nil` where a group is empty or a value is NaN.
    public static func test(_ first: [Double], _ second: [Double]) -> Result? {
        guard !first.isEmpty, !second.isEmpty, !first.contains(where: \.isNaN), !second.contains(where: \.isNaN) else {
            return nil
        }
        let pairs = Double(first.count) * Double(second.count)
        let (rankSum, tieTerm) = ranks(first, second)
        let u = rankSum - Double(first.count) * Double(first.count + 1) / 2
        let larger = max(u, pairs - u)
        let isExact = tieTerm == 0 && max(first.count, second.count) <= mostExact
        let p =
            isExact
            ? exact(larger, first.count, second.count) : approximate(larger, first.count, second.count, tieTerm)
        return Result(
            statistic: u,
            probabilityOfSuperiority: u / pairs,
            test: TestResult(pValue: p, isExact: isExact, draws: 0)
        )
    }

    /// The sum of the ranks of the first group, ties at their mean rank, and Σ(t³ − t) over groups of t equal values.
    private static func ranks(_ first: [Double], _ second: [Double]) -> (sum: Double, tieTerm: Double) {
        let pooled = (first.map { (value: $0, isFirst: true) } + second.map { (value: $0, isFirst: false) })
            .sorted { $0.value < $1.value }
        var (sum, tieTerm, start) = (0.0, 0.0, 0)
        while start < pooled.count {
            var end = start
            var members = 0
            while end < pooled.count, pooled[end].value == pooled[start].value {
                if pooled[end].isFirst { members += 1 }
                end += 1
            }
            let ties = Double(end - start)
            sum += Double(members) * (Double(start + end + 1) / 2)
            tieTerm += ties * ties * ties - ties
            start = end
        }
        return (sum, tieTerm)
    }

    /// 2 P(U ≥ u), at most 1, by counting the arrangements that give each U.
    private static func exact(_ u: Double, _ n: Int, _ m: Int) -> Double {
        // ways[i][s]: choices of i of the first j ranks with rank sum excess s; all below 2⁵³, so exact.
        let most = n * m
        var ways = Array(repeating: Array(repeating: 0.0, count: most + 1), count: n + 1)
        ways[0][0] = 1
        for rank in 1...(n + m) {
            for size in stride(from: min(n, rank), through: 1, by: -1) {
                // The size-th chosen rank exceeds its lowest place by rank − size.
                let excess = rank - size
                guard excess <= m else { continue }
                for sum in stride(from: most, through: excess, by: -1) {
                    ways[size][sum] += ways[size - 1][sum - excess]
                }
            }
        }
        let total = ways[n].reduce(0, +)
        let tail = ways[n][Int(u)...].reduce(0, +)
        return min(1, 2 * tail / total)
    }

    private static func approximate(_ u: Double, _ n: Int, _ m: Int, _ tieTerm: Double) -> Double {
        let pairs = Double(n) * Double(m)
        let total = Double(n + m)
        let variance = pairs / 12 * ((total + 1) - tieTerm / (total * (total - 1)))
        guard variance > 0 else { return 1 }
        return min(1, 2 * NormalDistribution.survival((u - pairs / 2 - 0.5) / variance.squareRoot()))
    }
}
