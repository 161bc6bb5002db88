// SPDX-License-Identifier: Apache-2.0

/// The beta distribution on (0, 1), accurate in relative terms in both tails.
public struct BetaDistribution: Sendable, Equatable {
    /// The exponent of x plus 1, above 0.
    public let a: Double
    /// The exponent of 1 − x plus 1, above 0.
    public let b: Double

    /// A distribution with density xᵃ⁻¹ (1 − x)ᵇ⁻¹ / B(a, b).
    ///
    /// - Parameters:
    ///   - a: Above 0 and finite.
    ///   - b: Above 0 and finite.
    public init(a: Double, b: Double) {
        precondition(a > 0 && b > 0 && a.isFinite && b.isFinite)
        self.a = a
        self.b = b
    }

    /// The probability of a value at or below x: the regularised incomplete beta function I(x; a, b).
    public func cumulative(_ x: Double) -> Double { tails(x, 1 - x).lower }

    /// The probability of a value above x.
    public func survival(_ x: Double) -> Double { tails(x, 1 - x).upper }

    /// Both tails at x, given with its complement, so that neither end of the range loses digits.
    func tails(_ x: Double, _ y: Double) -> (lower: Double, upper: Double) {
        guard !x.isNaN else { return (x, x) }
        guard x > 0 else { return (0, 1) }
        guard y > 0 else { return (1, 0) }
        if a * y >= b * x {
            let lower = Self.fraction(x, y, a, b)
            return (lower, 1 - lower)
        }
        let upper = Self.fraction(y, x, b, a)
        return (1 - upper, upper)
    }

    /// I(x; a, b) for x at or below the mean, by the continued fraction 8.17.22 of the NIST handbook in its even form
    /// (Didonato and Morris 1992), evaluated forward (Lentz).
    private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
        let drift = a * y - b * x
        var value = a / (a + 1) * (drift + 1)
        var (c, d) = (value, 0.0)
        var m = 1.0
        while m < 1_000_000 {
            let even = a + 2 * m - 1
            let numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * (x / even) * (x / even)
            let denominator = m + m * (b - m) * x / even + (a + m) * (drift + 1 + m * (1 + y)) / (even + 2)
            d = 1 / (denominator + numerator * d)
            c = denominator + numerator / c
            let factor = c * d
            value *= factor
            if (factor - 1).magnitude <= 0x1p-52 { break }
            m += 1
        }
        return min(1, StirlingSeries.betaPower(x: x, y: y, a: a, b: b) / value)
    }
}
