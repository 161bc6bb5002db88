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
            if high <= bound + tolerance { return .metWithComments }
            return low > bound + tolerance ? .notMet : .notDetermined
        case .atLeast:
            if low >= bound { return .met }
            if low >= bound - tolerance { return .metWithComments }
            return high < bound - tolerance ? .notMet : .notDetermined
        }
    }

    /// How far an estimate lies beyond bound and tolerance, in units of the tolerance (of the bound where there is no
    /// tolerance, and as it is where both are 0); 0 where it does not.
    public func severity(of estimate: Double) -> Double {
        let beyond =
            switch direction {
            case .atMost: estimate - (bound + tolerance)
            case .atLeast: (bound - tolerance) - estimate
            }
        guard beyond > 0 else { return 0 }
        if tolerance > 0 { return beyond / tolerance }
        return bound == 0 ? beyond : beyond / bound.magnitude
    }
}
