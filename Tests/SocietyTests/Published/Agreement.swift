// SPDX-License-Identifier: Apache-2.0

/// Whether runs agree with a figure that was computed elsewhere from other runs: their difference is at most three of its standard
/// errors, or the stated tolerance where that is larger.
struct Agreement: CustomStringConvertible {
    let mean: Double
    let standardError: Double
    let difference: Double
    let allowed: Double

    /// - Parameters:
    ///   - runs: One figure a run.
    ///   - reference: The mean of the other runs.
    ///   - error: The standard error of that mean.
    ///   - tolerance: What is allowed in any case.
    init(_ runs: [Double], reference: Double, error: Double, tolerance: Double = 0) {
        let count = Double(runs.count)
        mean = runs.reduce(0, +) / count
        let squares = runs.reduce(0) { [mean] in $0 + ($1 - mean) * ($1 - mean) }
        standardError = (squares / (count - 1) / count).squareRoot()
        difference = mean - reference
        allowed = max(3 * (standardError * standardError + error * error).squareRoot(), tolerance)
    }

    var holds: Bool { difference.magnitude <= allowed }

    var description: String { "\(mean) ± \(standardError), off by \(difference) of \(allowed)" }
}
