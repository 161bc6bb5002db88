// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Authors whose reach falls far behind that of comparable authors.
struct FlaggedAuthors {
    /// Fewer comparable authors than this are compared with all.
    private static let leastMatched = 20

    /// Places of the flagged authors in the list given, the furthest behind first.
    let places: [Int]

    /// Compares every author with those that have about as many followers.
    ///
    /// - Parameters:
    ///   - differences: ln(q_R / q_C) of each author.
    ///   - followers: Followers with a session; authors within a factor of two are comparable.
    ///   - lowest: Only authors at or below this quantile of the comparable ones can be flagged.
    ///   - level: The false discovery rate.
    init(_ differences: [Double], followers: [Int], quantile lowest: Double, level: Double) {
        var groups = Dictionary(grouping: differences.indices) { Int.bitWidth - followers[$0].leadingZeroBitCount }
        let small = groups.filter { $0.value.count < Self.leastMatched }
        groups = groups.filter { $0.value.count >= Self.leastMatched }
        var pValues = Array(repeating: 1.0, count: differences.count)
        var isLow = Array(repeating: false, count: differences.count)
        func compare(_ places: [Int], with matched: [Int]) {
            let sorted = matched.map { differences[$0] }.sorted()
            let median = Statistics.quantile(0.5, ofSorted: sorted)
            let deviations = sorted.map { ($0 - median).magnitude }.sorted()
            // The median absolute deviation of a normal distribution is 1/1.4826 of its standard deviation.
            let spread = 1.482_602_218_505_602 * Statistics.quantile(0.5, ofSorted: deviations)
            let bound = Statistics.quantile(lowest, ofSorted: sorted)
            for place in places {
                if spread > 0 { pValues[place] = NormalDistribution.cumulative((differences[place] - median) / spread) }
                isLow[place] = differences[place] <= bound
            }
        }
        for places in groups.values { compare(places, with: places) }
        for places in small.values { compare(places, with: Array(differences.indices)) }
        let qValues = Multiplicity.benjaminiHochberg(pValues)
        places = differences.indices.filter { isLow[$0] && qValues[$0] <= level }
            .sorted { (differences[$0], $0) < (differences[$1], $1) }
    }
}
