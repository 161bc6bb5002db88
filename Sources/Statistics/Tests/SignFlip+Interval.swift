// SPDX-License-Identifier: Apache-2.0

extension SignFlip {
    /// The exact interval of the centre of symmetry, by inversion of the sign-flip test.
    ///
    /// The 2^G − 1 means of the non-empty subsets of the differences cut the line into 2^G pieces that hold the centre with
    /// equal probability, whatever the symmetric distribution (Hartigan 1969). With k = ⌊2^G · α/2⌋ the interval runs from
    /// the k-th smallest to the k-th largest subset mean; a one-sided limit uses k = ⌊2^G · α⌋. Coverage is never below the
    /// confidence.
    ///
    /// - Parameters:
    ///   - differences: One a cluster.
    ///   - confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    /// - Returns: The interval, or `nil` where there are too few clusters for the confidence (2/2^G > 1 − confidence; at
    ///   95 % fewer than six), more than `mostEnumerated`, or a difference that is not finite.
    public static func interval(differences: [Double], confidence: Double) -> ConfidenceInterval? {
        precondition(confidence > 0 && confidence < 1)
        guard !differences.isEmpty, differences.count <= mostEnumerated, differences.allSatisfy(\.isFinite) else {
            return nil
        }
        let pieces = Double(1 << differences.count)
        let alpha = 1 - confidence
        let twoSided = Int(pieces * alpha / 2)
        let oneSided = Int(pieces * alpha)
        guard twoSided >= 1 else { return nil }
        let means = subsetMeans(differences)
        return ConfidenceInterval(
            lower: means[twoSided - 1],
            upper: means[means.count - twoSided],
            lowerLimit: means[oneSided - 1],
            upperLimit: means[means.count - oneSided]
        )
    }

    /// The means of all non-empty subsets, ascending.
    private static func subsetMeans(_ differences: [Double]) -> [Double] {
        var sums = Array(repeating: 0.0, count: 1 << differences.count)
        for subset in 1..<sums.count {
            // The subset without its lowest member is already summed.
            sums[subset] = sums[subset & (subset - 1)] + differences[subset.trailingZeroBitCount]
        }
        for subset in 1..<sums.count { sums[subset] /= Double(subset.nonzeroBitCount) }
        sums.removeFirst()
        sums.sort()
        return sums
    }
}
