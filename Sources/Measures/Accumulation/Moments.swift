// SPDX-License-Identifier: Apache-2.0

/// Number, mean and spread of some values.
struct Moments: Sendable, Equatable {
    let count: Int
    /// NaN where there are no values.
    let mean: Double
    /// With denominator n − 1; NaN for fewer than two values.
    let variance: Double

    init(_ values: some Collection<Double>) {
        count = values.count
        var sum = 0.0
        for value in values { sum += value }
        let mean = sum / Double(values.count)
        var squares = 0.0
        for value in values { squares += (value - mean) * (value - mean) }
        self.mean = mean
        variance = values.count < 2 ? .nan : squares / Double(values.count - 1)
    }

    var standardDeviation: Double { variance.squareRoot() }
}
