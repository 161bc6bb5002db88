// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// How much an impression held a viewer, compared with what impressions hold people as a rule.
///
/// Silent readers leave nothing but time, and most people are silent most of the time. The share d² / (d² + d̄²) with the geometric mean d̄ is
/// σ(2 ln d − 2 ln d̄): a log-linear law of dwell becomes a linear one of log-odds, which is what the model fits.
struct Attention: Sendable {
    private var logMean = 0.0
    private var seen = 0.0

    /// From 0 to 1, a half for the usual dwell; where no time was logged, whether the viewer lingered.
    mutating func share(_ impression: Feedback) -> Float {
        guard impression.dwell > 0, impression.dwell.isFinite else {
            return impression.actions.contains(.linger) ? 1 : 0
        }
        let logarithm = ElementaryFunctions.log(Double(impression.dwell))
        seen = min(seen + 1, 10_000)
        logMean += (logarithm - logMean) / seen
        return Float(ElementaryFunctions.logistic(2 * (logarithm - logMean)))
    }
}
