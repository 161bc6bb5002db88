// SPDX-License-Identifier: Apache-2.0

/// A quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the
/// default of NumPy and R).
///
/// - Parameters:
///   - probability: From 0 to 1; values outside are clamped.
///   - sorted: Ascending, not empty, without NaN.
/// - Returns: The quantile.
public func quantile(_ probability: Double, ofSorted sorted: [Double]) -> Double {
    precondition(!sorted.isEmpty)
    let position = min(max(probability, 0), 1) * Double(sorted.count - 1)
    let lower = Int(position)
    let upper = min(lower + 1, sorted.count - 1)
    let fraction = position - Double(lower)
    let (low, high) = (sorted[lower], sorted[upper])
    // Equal neighbours may both be infinite, and an infinite lower one stays: neither may turn into NaN.
    return fraction == 0 || low == high || low == -.infinity ? low : low + fraction * (high - low)
}
