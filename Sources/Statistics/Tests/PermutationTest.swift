// SPDX-License-Identifier: Apache-2.0

/// The permutation test of the difference of the means of two independent groups of clusters.
///
/// Under the null hypothesis the clusters were assigned to the groups at random; then every split of all clusters into groups
/// of these sizes is equally likely.
public enum PermutationTest {
    /// The largest number of splits that are enumerated.
    public static let mostEnumerated = 200_000

    /// The two-sided test that the means of two groups do not differ.
    ///
    /// Up to `mostEnumerated` splits the p-value is exact: the share of splits, the observed one included. Above, it is
    /// (1 + hits)/(1 + draws).
    ///
    /// - Parameters:
    ///   - first: One value a cluster of the first group.
    ///   - second: One value a cluster of the second group.
    ///   - draws: Splits to draw where not all are enumerated, at least 1.
    ///   - random: The random numbers, used with the purpose `permutation`.
    /// - Returns: The result, or `nil` where a group is empty or a value, or their sum, is not finite.
    public static func test(
        _ first: [Double],
        _ second: [Double],
        draws: Int,
        random: KeyedRandom
    ) -> TestResult? {
        precondition(draws > 0)
        let pooled = first + second
        let scale = pooled.reduce(0) { $0 + $1.magnitude }
        guard !first.isEmpty, !second.isEmpty, scale.isFinite else { return nil }
        let smaller = first.count <= second.count ? first : second
        let centre = pooled.reduce(0, +) / Double(pooled.count)
        // With both sizes fixed, the difference of the means is proportional to the centred sum of the smaller group.
        let centred = pooled.map { $0 - centre }
        let observed = smaller.reduce(0) { $0 + ($1 - centre) }
        let threshold = observed.magnitude - SignFlip.tieTolerance * scale
        if let splits = splits(of: pooled.count, choosing: smaller.count) {
            let hits = enumeratedHits(centred, choosing: smaller.count, threshold)
            return TestResult(pValue: Double(hits) / Double(splits), isExact: true, draws: splits)
        }
        let hits = sampledHits(centred, choosing: smaller.count, threshold, draws, random)
        return TestResult(pValue: Double(1 + hits) / Double(1 + draws), isExact: false, draws: draws)
    }

    /// The number of ways to choose `size` of `count`, or `nil` above `mostEnumerated`.
    static func splits(of count: Int, choosing size: Int) -> Int? {
        var ways = 1
        for step in 0..<size {
            // size ≤ count / 2, so the ways grow with every step.
            ways = ways * (count - step) / (step + 1)
            if ways > mostEnumerated { return nil }
        }
        return ways
    }

    private static func enumeratedHits(_ values: [Double], choosing size: Int, _ threshold: Double) -> Int {
        var chosen = Array(0..<size)
        var hits = 0
        while true {
            let sum = chosen.reduce(0) { $0 + values[$1] }
            if sum.magnitude >= threshold { hits += 1 }
            // The next choice in lexicographic order: raise the last place that can be raised.
            guard let place = chosen.indices.last(where: { chosen[$0] < values.count - size + $0 }) else { return hits }
            chosen[place] += 1
            for later in place..<size where later > place { chosen[later] = chosen[later - 1] + 1 }
        }
    }

    private static func sampledHits(
        _ values: [Double],
        choosing size: Int,
        _ threshold: Double,
        _ draws: Int,
        _ random: KeyedRandom
    ) -> Int {
        var hits = 0
        for draw in 0..<draws {
            // A partial shuffle of a fresh copy, so that a draw depends on its key alone.
            var shuffled = values
            var sum = 0.0
            var words = SIMD4<UInt32>()
            for place in 0..<size {
                if place & 3 == 0 { words = random.words(.permutation, UInt32(draw), UInt32(place >> 2)) }
                let remaining = UInt64(values.count - place)
                let other = place + Int((UInt64(words[place & 3]) &* remaining) >> 32)
                shuffled.swapAt(place, other)
                sum += shuffled[place]
            }
            if sum.magnitude >= threshold { hits += 1 }
        }
        return hits
    }
}
