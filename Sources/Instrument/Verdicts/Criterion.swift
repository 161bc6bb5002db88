// SPDX-License-Identifier: Apache-2.0

/// The numbers of a clause, and the one rule that turns limits into a verdict.
public struct Criterion: Sendable, Equatable {
    /// On which side of the bound a space has to stay.
    public enum Direction: String, Sendable, CaseIterable {
        case atMost = "at-most"
        case atLeast = "at-least"
    }

    /// On which side of the bound the figure has to stay.
    public var direction: Direction
    /// The value that is asked for, in the unit of the measure.
    public var bound: Double
    /// How far beyond the bound is commented on instead of refused; 0 or more, in the unit of the measure.
    public var tolerance: Double

    /// States a criterion.
    ///
    /// - Parameters:
    ///   - direction: On which side of the bound the figure has to stay.
    ///   - bound: The value that is asked for.
    ///   - tolerance: How far beyond it is commented on; 0 or more.
    public init(_ direction: Direction, bound: Double, tolerance: Double = 0) {
        self.direction = direction
        self.bound = bound
        self.tolerance = tolerance
    }

    /// Where "does not comply" begins: the bound and, beyond it, the tolerance.
    ///
    /// It is rounded to twelve digits, so that 1.25 and 0.15 make 1.4.
    public var limit: Double {
        guard tolerance > 0 else { return bound }
        let limit = Self.rounded(direction == .atMost ? bound + tolerance : bound - tolerance)
        let most = Double.greatestFiniteMagnitude
        return direction == .atMost ? min(max(limit, bound), most) : max(min(limit, bound), -most)
    }

    /// A criterion given by its bound and its limit.
    public init(_ direction: Direction, bound: Double, limit: Double) {
        // The difference is no more precise than what it is of.
        let size = max(bound.magnitude, limit.magnitude)
        let tolerance = Self.rounded((limit - bound).magnitude, like: size, below: 1e14)
        self.init(direction, bound: bound, tolerance: Self.rounded(tolerance))
    }

    /// Without the digits that binary fractions leave behind a decimal sum.
    private static func rounded(_ value: Double) -> Double { rounded(value, like: value.magnitude, below: 1e11) }

    /// A value to the places that a number of some size has where it is written with so many digits.
    private static func rounded(_ value: Double, like size: Double, below most: Double) -> Double {
        // Powers of ten are exact up to 1e22.
        guard most / 1e21..<most ~= size else { return value }
        var scale = 1.0
        while size * scale < most { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    /// The verdict rule: total and deterministic, the same for every clause.
    ///
    /// It reads one-sided limits, not the estimate: a space is found beyond the tolerance only where even the limit on its own
    /// side is beyond it. Missing or undefined evidence never decides.
    ///
    /// - Parameters:
    ///   - lower: The one-sided lower limit; `nil` where there is none.
    ///   - upper: The one-sided upper limit; `nil` where there is none.
    /// - Returns: Every verdict but `notApplicable`, which is no matter of numbers.
    public func verdict(lower: Double?, upper: Double?) -> Verdict {
        let low = lower.flatMap { $0.isNaN ? nil : $0 } ?? -Double.infinity
        let high = upper.flatMap { $0.isNaN ? nil : $0 } ?? Double.infinity
        // Limits in the wrong order are no evidence.
        guard low <= high else { return .notDetermined }
        switch direction {
        case .atMost:
            if high <= bound { return .met }
            if high <= limit { return .metWithComments }
            return low > limit ? .notMet : .notDetermined
        case .atLeast:
            if low >= bound { return .met }
            if low >= limit { return .metWithComments }
            return high < limit ? .notMet : .notDetermined
        }
    }

    /// The verdict on evidence by betting (an e-value): refuted from the bound on; kept where the planned number of looks was
    /// reached below it; open before that.
    ///
    /// - Parameters:
    ///   - eValue: The evidence against the duty; 1 at the start. It may grow beyond all numbers, and NaN decides nothing.
    ///   - isPlanComplete: Whether the planned number of pairs was reached.
    /// - Returns: `notMet`, `met` or `notDetermined`.
    public func verdict(eValue: Double, isPlanComplete: Bool) -> Verdict {
        if eValue.isNaN { return .notDetermined }
        if eValue >= bound { return .notMet }
        return isPlanComplete ? .met : .notDetermined
    }

    /// How far an estimate lies beyond bound and tolerance, in units of the tolerance (of the bound where there is no
    /// tolerance, and as it is where both are 0); 0 where it does not.
    public func severity(of estimate: Double) -> Double {
        let beyond =
            switch direction {
            case .atMost: estimate - limit
            case .atLeast: limit - estimate
            }
        guard beyond > 0 else { return 0 }
        if tolerance > 0 { return beyond / tolerance }
        return bound == 0 ? beyond : beyond / bound.magnitude
    }
}
