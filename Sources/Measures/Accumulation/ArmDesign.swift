// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// How the resampling units lie in the two arms.
///
/// Where a unit has rows in both arms (a query under two sort orders), it is drawn with both: that is the pairing. Where every
/// unit is in one arm only (viewers who were assigned to an arm), units are drawn within their arm.
struct ArmDesign: Sendable {
    /// Whether some unit has rows in both arms.
    let isPaired: Bool
    /// The stratum of each unit, where units are drawn within their arm.
    let strata: [Int32]?

    init(_ sample: Sample) {
        guard let arm = sample.arm else {
            (isPaired, strata) = (false, nil)
            return
        }
        // Bit 0: has rows of the reference; bit 1: of the subject.
        var seen = Array(repeating: UInt8(0), count: sample.unit.names.count)
        for (code, arm) in zip(sample.unit.codes, arm) where code >= 0 && arm >= 0 {
            seen[Int(code)] |= 1 << UInt8(arm)
        }
        isPaired = seen.contains(3)
        strata = isPaired ? nil : seen.map { $0 == 2 ? 1 : 0 }
    }
}
