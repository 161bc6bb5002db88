// SPDX-License-Identifier: Apache-2.0

/// One weight of X's ranking, as published, and what stands for its prediction in a society.
///
/// Each multiplies a predicted probability, not a count. Base rates differ by orders of magnitude, so the ratio of two weights is
/// no equivalence of two acts.
public struct XWeight: Sendable, Equatable {
    /// The prediction that stands for that of the source.
    public enum Prediction: Sendable, Equatable {
        /// That it is opened.
        case click
        /// That it is liked.
        case like
        /// That it is answered.
        case reply
        /// That it is shared.
        case share
        /// That it is hidden or turned down.
        case hide
        /// That the viewer does not linger.
        case noLinger
        /// That the viewer follows the author.
        case follow
        /// Seconds spent; no probability, so it stays out of the sums of weights.
        case dwell
    }

    /// The name in the source.
    public let name: String
    /// The number in the source.
    public let weight: Double
    /// What stands for the prediction; `nil` where a society has nothing like it, which counts as 0.
    public let prediction: Prediction?
    /// File and state of the source.
    public let source: String

    static func table(_ source: String, _ rows: [(String, Double, Prediction?)]) -> [XWeight] {
        rows.map { XWeight(name: $0.0, weight: $0.1, prediction: $0.2, source: source) }
    }
}
