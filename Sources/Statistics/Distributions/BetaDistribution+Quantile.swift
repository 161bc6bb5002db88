// SPDX-License-Identifier: Apache-2.0

extension BetaDistribution {
    /// The value x with probability p at or below it.
    ///
    /// - Parameter p: A probability.
    /// - Returns: The quantile; 0 and 1 for 0 and 1, NaN outside.
    public func quantile(_ p: Double) -> Double {
        guard p >= 0, p <= 1 else { return .nan }
        return Self.logistic(logOdds(lower: p, upper: 1 - p))
    }

    /// ln(x/(1 − x)) of the quantile with the given tails, whose sum is 1.
    ///
    /// Newton steps on the logarithm of the smaller tail as a function of the log odds: that function is concave, so the
    /// steps never cross the root twice; bisection catches a tail that underflows.
    func logOdds(lower: Double, upper: Double) -> Double {
        if lower == 0 { return -.infinity }
        if upper == 0 { return .infinity }
        let isLower = lower <= upper
        let target = ElementaryFunctions.log(min(lower, upper))
        var (low, high) = (-745.0, 745.0)
        var u = start(min(lower, upper), isLower)
        for _ in 0..<200 {
            let (x, y) = (Self.logistic(u), Self.logistic(-u))
            let both = tails(x, y)
            let tail = isLower ? both.lower : both.upper
            let gap = ElementaryFunctions.log(tail) - target
            if (gap > 0) == isLower { high = u } else { low = u }
            let slope = StirlingSeries.betaPower(x: x, y: y, a: a, b: b) / tail
            var next = isLower ? u - gap / slope : u + gap / slope
            if !(next > low && next < high) { next = 0.5 * (low + high) }
            let step = (next - u).magnitude
            u = next
            if step <= 0x1p-51 * max(1, u.magnitude) { break }
        }
        return u
    }

    /// A first guess from the normal approximation of the log odds.
    private func start(_ tail: Double, _ isLower: Bool) -> Double {
        let z = NormalDistribution.quantile(tail) * (1 / a + 1 / b).squareRoot()
        return min(max(ElementaryFunctions.log(a / b) + (isLower ? z : -z), -700), 700)
    }

    private static func logistic(_ u: Double) -> Double { 1 / (1 + ElementaryFunctions.exp(-u)) }
}
