// SPDX-License-Identifier: Apache-2.0

/// Student's t distribution.
public struct StudentDistribution: Sendable, Equatable {
    /// Degrees of freedom, above 0.
    public let degreesOfFreedom: Double

    /// A distribution with the given degrees of freedom.
    ///
    /// - Parameter degreesOfFreedom: Above 0 and finite.
    public init(degreesOfFreedom: Double) {
        precondition(degreesOfFreedom > 0 && degreesOfFreedom.isFinite)
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability of a value at or below t.
    public func cumulative(_ t: Double) -> Double { survival(-t) }

    /// The probability of a value above t: half of I(ν/(ν + t²); ν/2, ½) for t ≥ 0.
    public func survival(_ t: Double) -> Double {
        guard !t.isNaN else { return t }
        let square = t * t
        guard square.isFinite else { return t < 0 ? 1 : 0 }
        let total = degreesOfFreedom + square
        let half = 0.5 * beta.tails(degreesOfFreedom / total, square / total).lower
        return t < 0 ? 1 - half : half
    }

    /// The value that is exceeded with probability 1 − p.
    ///
    /// - Parameter p: A probability.
    /// - Returns: The quantile; −∞ and +∞ for 0 and 1, NaN outside.
    public func quantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        guard p != 0.5 else { return 0 }
        let tail = 2 * min(p, 1 - p)
        // t² = ν · y/x with ln(x/y) the log odds of the beta quantile.
        let odds = beta.logOdds(lower: tail, upper: 1 - tail)
        let t = degreesOfFreedom.squareRoot() * ElementaryFunctions.exp(-0.5 * odds)
        return p < 0.5 ? -t : t
    }

    private var beta: BetaDistribution { BetaDistribution(a: 0.5 * degreesOfFreedom, b: 0.5) }
}
