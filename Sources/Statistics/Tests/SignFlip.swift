// SPDX-License-Identifier: Apache-2.0

/// The sign-flip test of a mean of cluster differences.
///
/// Under the null hypothesis each difference is symmetric about 0, as when the two arms of a cluster are exchangeable; then
/// every pattern of signs is equally likely. The statistic is |mean|, hits are the patterns that reach it.
public enum SignFlip {
    /// The largest number of clusters for which all 2^G patterns are enumerated.
    public static let mostEnumerated = 20
    /// Two sums that differ by less than this share of Σ|d| are ties; rounding must not decide a hit.
    static let tieTolerance = 1e-11

    /// The two-sided test that the mean difference is 0.
    ///
    /// Up to `mostEnumerated` clusters the p-value is exact: the share of patterns, the identity included. Above, it is
    /// (1 + hits)/(1 + draws).
    ///
    /// - Parameters:
    ///   - differences: One a cluster.
    ///   - draws: Patterns to draw above `mostEnumerated` clusters, at least 1.
    ///   - random: The random numbers, used with the purpose `signFlip`.
    /// - Returns: The result, or `nil` without differences or where one, or their sum, is not finite.
    public static func test(differences: [Double], draws: Int, random: KeyedRandom) -> TestResult? {
        precondition(draws > 0)
        let scale = differences.reduce(0) { $0 + $1.magnitude }
        guard !differences.isEmpty, scale.isFinite else { return nil }
        let threshold = differences.reduce(0, +).magnitude - tieTolerance * scale
        if differences.count <= mostEnumerated {
            let patterns = 1 << differences.count
            return TestResult(
                pValue: Double(enumeratedHits(differences, threshold)) / Double(patterns),
                isExact: true,
                draws: patterns
            )
        }
        let hits = sampledHits(differences, threshold, draws, random)
        return TestResult(pValue: Double(1 + hits) / Double(1 + draws), isExact: false, draws: draws)
    }

    /// Counts patterns through the sums of two halves: no running sum, so no drift.
    private static func enumeratedHits(_ differences: [Double], _ threshold: Double) -> Int {
        let half = differences.count / 2
        let first = signedSums(differences[..<half])
        let second = signedSums(differences[half...])
        var hits = 0
        for left in first {
            for right in second where (left + right).magnitude >= threshold { hits += 1 }
        }
        return hits
    }

    private static func signedSums(_ differences: ArraySlice<Double>) -> [Double] {
        differences.reduce([0]) { sums, difference in sums.map { $0 + difference } + sums.map { $0 - difference } }
    }

    private static func sampledHits(
        _ differences: [Double],
        _ threshold: Double,
        _ draws: Int,
        _ random: KeyedRandom
    ) -> Int {
        var hits = 0
        for draw in 0..<draws {
            var sum = 0.0
            var words = SIMD4<UInt32>()
            for (index, difference) in differences.enumerated() {
                if index & 127 == 0 { words = random.words(.signFlip, UInt32(draw), UInt32(index >> 7)) }
                let isFlipped = words[(index >> 5) & 3] >> UInt32(index & 31) & 1 == 1
                sum += isFlipped ? -difference : difference
            }
            if sum.magnitude >= threshold { hits += 1 }
        }
        return hits
    }
}
