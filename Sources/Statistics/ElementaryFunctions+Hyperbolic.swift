// SPDX-License-Identifier: Apache-2.0

extension ElementaryFunctions {
    /// The hyperbolic tangent, within two units in the last place.
    ///
    /// - Parameter x: Any number.
    /// - Returns: tanh x, from −1 to 1; NaN for NaN.
    public static func tanh(_ x: Double) -> Double {
        guard x.magnitude < 20 else { return x.isNaN ? x : x < 0 ? -1 : 1 }
        let grown = expm1(2 * x.magnitude)
        let value = grown / (grown + 2)
        return x < 0 ? -value : value
    }

    /// The logistic function 1 / (1 + e⁻ˣ), within two units in the last place.
    ///
    /// - Parameter x: Any number.
    /// - Returns: σ(x), from 0 to 1; NaN for NaN.
    public static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
