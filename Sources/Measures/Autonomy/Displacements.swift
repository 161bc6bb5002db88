// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How displacements are distributed in each arm, for the eye.
enum Displacements {
    /// Bins on either side of 0.
    private static let half = 16

    /// The share of rows in bins of equal width, the outer ones with all that lies beyond; `nil` where nothing moved.
    ///
    /// The bins reach about four times as far as rows are off on the average (root mean square).
    static func exhibit(_ sample: Sample, _ scores: [Double]) -> Exhibit? {
        guard let arms = sample.arm else { return nil }
        let rows = scores.indices.filter { !scores[$0].isNaN && arms[$0] >= 0 && sample.unit.codes[$0] >= 0 }
        var total = ExactSums(rowCount: 1, width: 2)
        for row in rows {
            let count = sample.count?[row] ?? 1
            total.add(min(scores[row] * scores[row], 1e6) * count, row: 0, column: 0)
            total.add(count, row: 0, column: 1)
        }
        let width = round(4 * (total[0, 0] / total[0, 1]).squareRoot() / Double(half))
        guard width > 0, width.isFinite else { return nil }
        var bins = ExactSums(rowCount: 2, width: 2 * half)
        for row in rows {
            let bin = min(max((scores[row] / width).rounded(.down), Double(-half)), Double(half - 1))
            bins.add(sample.count?[row] ?? 1, row: Int(arms[row]), column: Int(bin) + half)
        }
        let names = [sample.armNames.reference, sample.armNames.subject]
        return .distribution(
            unit: "standard deviations of opinion",
            curves: [1, 0].map { arm in
                let whole = (0..<2 * half).reduce(0.0) { $0 + bins[arm, $1] }
                let points = (0..<2 * half).map { bin in
                    Exhibit.Point((Double(bin - half) + 0.5) * width, whole > 0 ? bins[arm, bin] / whole : 0)
                }
                return Exhibit.Curve(name: names[arm], points: points)
            }
        )
    }

    /// The next number above of 1, 2 or 5 times a power of ten.
    private static func round(_ width: Double) -> Double {
        guard width > 1e-12, width.isFinite else { return .nan }
        var power = 1e-12
        while power * 10 < width { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= width } ?? width
    }
}
