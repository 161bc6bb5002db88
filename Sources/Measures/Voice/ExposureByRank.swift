// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Which share of each place on a page goes to each part: what a report draws.
enum ExposureByRank {
    /// Places that are drawn.
    private static let deepest = 50

    /// Shares by slot: a curve an arm and part; parts beyond the eighth are left out.
    static func exhibit(_ sample: Sample, _ part: Partition) -> Exhibit {
        let slots = min(Int(sample.slot?.max() ?? 0), deepest)
        let arms = sample.arm == nil ? 1 : 2
        let width = part.partCount + 1
        var sums = ExactSums(rowCount: arms * slots, width: width)
        for row in 0..<sample.rows {
            let slot = Int(sample.slot?[row] ?? 0)
            let arm = Int(sample.arm?[row] ?? 0)
            guard 1...max(slots, 1) ~= slot, slots > 0, arm >= 0 else { continue }
            let count = sample.count?[row] ?? 1
            let place = arm * slots + slot - 1
            sums.add(count, row: place, column: 0)
            for member in part.range(ofRow: row) { sums.add(count, row: place, column: 1 + Int(part.members[member])) }
        }
        let names = arms == 1 ? [""] : [sample.armNames.reference, sample.armNames.subject]
        return .exposureByRank(
            curves: (0..<arms).flatMap { arm in
                part.partNames.enumerated().prefix(8).map { index, partName in
                    let points = (0..<slots).compactMap { slot -> Exhibit.Point? in
                        let whole = sums[arm * slots + slot, 0]
                        return whole > 0
                            ? Exhibit.Point(Double(slot + 1), sums[arm * slots + slot, 1 + index] / whole) : nil
                    }
                    return Exhibit.Curve(name: arms == 1 ? partName : "\(partName), \(names[arm])", points: points)
                }
            }
        )
    }
}
