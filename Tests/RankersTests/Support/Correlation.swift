// SPDX-License-Identifier: Apache-2.0

/// Pearson's correlation.
func correlation(_ one: [Double], _ other: [Double]) -> Double {
    let count = Double(one.count)
    let (a, b) = (one.reduce(0, +) / count, other.reduce(0, +) / count)
    var (product, first, second) = (0.0, 0.0, 0.0)
    for (x, y) in zip(one, other) {
        product += (x - a) * (y - b)
        first += (x - a) * (x - a)
        second += (y - b) * (y - b)
    }
    return product / (first * second).squareRoot()
}
