// SPDX-License-Identifier: Apache-2.0

extension BootstrapDraws {
    /// Which bootstrap interval.
    public enum IntervalKind: Sendable {
        /// Quantiles of the draws.
        case percentile
        /// The quantiles reflected at the point: [2θ̂ − Q(1 − α/2), 2θ̂ − Q(α/2)].
        case basic
        /// Bias-corrected and accelerated (Efron 1987): quantiles at shifted probabilities; needs the leave-one-out values.
        case bca
    }

    /// The interval of one figure.
    ///
    /// A two-sided interval of confidence 1 − α takes its ends at α/2 and 1 − α/2, a one-sided limit of the same confidence
    /// at α or 1 − α.
    ///
    /// `bca` falls back where its corrections are not defined. Draws that are all equal, or a point outside all draws (an
    /// infinite bias correction): the percentile interval. Leave-one-out values that are all equal or not all finite:
    /// acceleration 0.
    ///
    /// - Parameters:
    ///   - figure: Its index.
    ///   - kind: Which interval.
    ///   - confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    /// - Returns: The interval, or `nil` where the point is undefined or more than 5 % of the draws are.
    public func interval(of figure: Int, kind: IntervalKind, confidence: Double) -> ConfidenceInterval? {
        precondition(confidence > 0 && confidence < 1)
        let theta = point[figure]
        let sorted = draws[figure].filter { !$0.isNaN }.sorted()
        guard theta.isFinite, !sorted.isEmpty, Double(sorted.count) >= 0.95 * Double(draws[figure].count) else {
            return nil
        }
        let alpha = 1 - confidence
        var probabilities = [alpha / 2, 1 - alpha / 2, alpha, 1 - alpha]
        if kind == .bca {
            precondition(!leaveOneOut.isEmpty, "an accelerated interval needs the leave-one-out values")
            let bias = Self.biasCorrection(of: theta, among: sorted)
            let acceleration = acceleration(of: figure)
            if bias.isFinite {
                probabilities = probabilities.map { Self.accelerated($0, bias: bias, acceleration: acceleration) }
            }
        }
        let ends = probabilities.map { quantile($0, ofSorted: sorted) }
        guard kind == .basic else {
            return ConfidenceInterval(lower: ends[0], upper: ends[1], lowerLimit: ends[2], upperLimit: ends[3])
        }
        return ConfidenceInterval(
            lower: 2 * theta - ends[1],
            upper: 2 * theta - ends[0],
            lowerLimit: 2 * theta - ends[3],
            upperLimit: 2 * theta - ends[2]
        )
    }
}
