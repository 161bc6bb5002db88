// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Which of several figures that are just as extreme serves as the component of an ``Inference/Extreme``.
///
/// Their intervals differ, and a verdict may hang on them: what decides is what was counted, never the order of names. The one with the
/// smallest counts comes first, whose interval is mostly the widest; then unit by unit. Those that are alike in every unit
/// have the same draws, so that either will do.
enum Ties {
    /// The places at which a value is the extreme one; values that are no numbers are left out.
    static func places(of values: [Double], largest: Bool) -> [Int] {
        let known = values.indices.filter { values[$0].isFinite }
        let extreme = largest ? known.map { values[$0] }.max() : known.map { values[$0] }.min()
        return known.filter { values[$0] == extreme }
    }

    /// The candidate whose counts come first.
    ///
    /// - Parameters:
    ///   - candidates: Places that are tied.
    ///   - sums: What was counted in each unit.
    ///   - columns: The columns that belong to a candidate, as many for each of them.
    /// - Returns: `nil` of no candidate.
    static func first(_ candidates: [Int], _ sums: ClusterSums, columns: (Int) -> [Int]) -> Int? {
        guard var first = candidates.first, candidates.count > 1 else { return candidates.first }
        let totals = sums.totals()
        for candidate in candidates.dropFirst() where precedes(columns(candidate), columns(first), sums, totals) {
            first = candidate
        }
        return first
    }

    private static func precedes(_ left: [Int], _ right: [Int], _ sums: ClusterSums, _ totals: [Double]) -> Bool {
        for (one, other) in zip(left, right) where totals[one] != totals[other] { return totals[one] < totals[other] }
        for unit in 0..<sums.clusterCount {
            for (one, other) in zip(left, right) where sums[unit, one] != sums[unit, other] {
                return sums[unit, one] < sums[unit, other]
            }
        }
        return false
    }
}
