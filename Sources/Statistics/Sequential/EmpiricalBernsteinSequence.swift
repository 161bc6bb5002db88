// SPDX-License-Identifier: Apache-2.0

/// A confidence sequence for the mean of values in [0, 1]: its interval holds at every moment at once, so that one may look after
/// every value and stop whenever one likes.
///
/// The predictable plug-in empirical Bernstein sequence of Waudby-Smith and Ramdas (2024). Before value t comes, from the values
/// before it,
///
///     λₜ = min(√(2 · ln(2/α) / (σ̂²ₜ₋₁ · t · ln(1 + t))), ¾)
///
/// with μ̂ₜ = (½ + ΣX)/(t + 1) and σ̂²ₜ = (¼ + Σ(Xᵢ − μ̂ᵢ)²)/(t + 1). The centre is ΣλᵢXᵢ/Σλᵢ, the half-width
///
///     (ln(2/α) + Σ(Xᵢ − μ̂ᵢ₋₁)² · (−ln(1 − λᵢ) − λᵢ)) / Σλᵢ
///
/// The price of looking at any time is width: about 0.61 after 8 values, 0.077 after 64 and 0.019 after 256, however little the
/// values vary. It decides nothing about small differences between few worlds; ``PlannedLooks`` does. It is for long runs of many
/// cheap worlds.
public struct EmpiricalBernsteinSequence: Sendable, Equatable {
    /// 1 − α.
    public let confidence: Double
    /// How many values came.
    public private(set) var count = 0

    private var sum = 0.0
    private var squares = 0.0
    private var weights = 0.0
    private var weighted = 0.0
    private var penalty = 0.0

    /// Begins without values.
    ///
    /// - Parameter confidence: Two-sided for the interval, one-sided for the limits; inside (0, 1).
    public init(confidence: Double) {
        precondition(confidence > 0 && confidence < 1)
        self.confidence = confidence
    }

    /// Takes one more value.
    ///
    /// - Parameter value: In [0, 1]: a measure with known bounds is scaled to them first.
    public mutating func absorb(_ value: Double) {
        precondition(value >= 0 && value <= 1)
        let meanBefore = (0.5 + sum) / Double(count + 1)
        let varianceBefore = (0.25 + squares) / Double(count + 1)
        count += 1
        let moment = Double(count)
        let growth = varianceBefore * moment * ElementaryFunctions.log1p(moment)
        let weight = min((2 * price(sides: 2) / growth).squareRoot(), 0.75)
        let surprise = value - meanBefore
        weights += weight
        weighted += weight * value
        penalty += surprise * surprise * (-ElementaryFunctions.log1p(-weight) - weight)
        sum += value
        let deviation = value - (0.5 + sum) / Double(count + 1)
        squares += deviation * deviation
    }

    /// The weighted mean of the values; `nil` without values.
    public var centre: Double? { count > 0 ? weighted / weights : nil }

    /// Half the width of the interval before it is cut to [0, 1]; infinite without values.
    public var halfWidth: Double { reach(sides: 2) }

    /// What can be said now; without values, anything between 0 and 1.
    ///
    /// The one-sided limits pay ln(1/α) instead of ln(2/α) and hold at every moment too.
    public var interval: ConfidenceInterval {
        guard let centre else { return ConfidenceInterval(lower: 0, upper: 1, lowerLimit: 0, upperLimit: 1) }
        let twoSided = reach(sides: 2)
        let oneSided = reach(sides: 1)
        return ConfidenceInterval(
            lower: max(0, centre - twoSided),
            upper: min(1, centre + twoSided),
            lowerLimit: max(0, centre - oneSided),
            upperLimit: min(1, centre + oneSided)
        )
    }

    private func price(sides: Double) -> Double { ElementaryFunctions.log(sides / (1 - confidence)) }

    private func reach(sides: Double) -> Double {
        count > 0 ? (price(sides: sides) + penalty) / weights : .infinity
    }
}
