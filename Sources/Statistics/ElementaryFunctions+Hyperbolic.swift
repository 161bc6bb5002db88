// SPDX-License-Identifier: Apache-2.0

extension ElementaryFunctions {
    /// The hyperbolic tangent, within two units in the last place.
    ///
    /// - Parameter x: Any number.
    /// - Returns: tanh x, from −1 to 1; NaN for NaN.
    public static func tanh(_ x: Double) -> Double {
        guard x.magnitude < 20 else { return x.isNaN ? x : x < 0 ? -1 : 1 }
        let grown = expm1(2 * x.magnitude)
        // The second form rises wherever the exponential does; the first keeps its digits near 0.
        let value = x.magnitude < 1 ? grown / (grown + 2) : 1 - 2 / (grown + 2)
        return x.sign == .minus ? -value : value
    }

    /// The logistic function 1 / (1 + e⁻ˣ), within two units in the last place.
    ///
    /// - Parameter x: Any number.
    /// - Returns: σ(x), from 0 to 1; NaN for NaN.
    public static func logistic(_ x: Double) -> Double {
        // So far out the denominator is 1 to all digits, and e⁻ˣ would soon be infinite.
        x < -700 ? exp(x) : 1 / (1 + exp(-x))
    }
}
