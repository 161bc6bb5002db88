// SPDX-License-Identifier: Apache-2.0

/// Exponential, logistic function and logarithm in single precision, fast enough for the inner loop of a simulation.
///
/// Like ``ElementaryFunctions`` they use only + − × ÷ and bit operations in a fixed order, so that they give the same bits on every
/// machine; each is within 4 units in the last place of the true value on its domain, the cosine within 2·10⁻⁷.
public enum SingleFunctions {
    /// e to the power x in eight lanes.
    ///
    /// - Parameter x: Any numbers; below −87 they are taken for −87, above 88 for 88.
    /// - Returns: Positive numbers.
    @inlinable
    public static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let bounded = x.clamped(lowerBound: SIMD8(repeating: -87), upperBound: SIMD8(repeating: 88))
        // Adding and taking away 1.5·2²³ rounds to a whole number without a call.
        let magic = SIMD8<Float>(repeating: 12_582_912)
        let shifted = bounded * 1.442_695_04 + magic
        let power = shifted - magic
        let rest = (bounded - power * 0.693_359_375) - power * -2.121_944_4e-4
        var sum = rest * 1.987_569_1e-4 + 1.398_199_9e-3
        sum = sum * rest + 8.333_452e-3
        sum = sum * rest + 4.166_579_6e-2
        sum = sum * rest + 1.666_666_5e-1
        sum = sum * rest + 0.5
        sum = sum * rest * rest + rest + 1
        // The last bits of the shifted number are the power. Both types are 32 bytes, and every pattern is a valid number.
        let exponent = unsafe unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000 &+ 127
        return sum * (unsafe unsafeBitCast(exponent &<< 23, to: SIMD8<Float>.self))
    }

    /// The logistic function 1 / (1 + e⁻ˣ) in eight lanes.
    ///
    /// - Parameter x: Any numbers.
    /// - Returns: From 0 to 1.
    @inlinable
    public static func logistic(_ x: SIMD8<Float>) -> SIMD8<Float> { 1 / (1 + exp(-x)) }

    /// e to the power x.
    ///
    /// - Parameter x: Any number; below −87 it is taken for −87, above 88 for 88.
    /// - Returns: A positive number.
    @inlinable
    public static func exp(_ x: Float) -> Float {
        let bounded = min(max(x, -87), 88)
        let power = (bounded * 1.442_695_04 + 12_582_912) - 12_582_912
        let rest = (bounded - power * 0.693_359_375) - power * -2.121_944_4e-4
        var sum = rest * 1.987_569_1e-4 + 1.398_199_9e-3
        sum = sum * rest + 8.333_452e-3
        sum = sum * rest + 4.166_579_6e-2
        sum = sum * rest + 1.666_666_5e-1
        sum = sum * rest + 0.5
        sum = sum * rest * rest + rest + 1
        return sum * Float(bitPattern: UInt32(bitPattern: Int32(power) &+ 127) &<< 23)
    }

    /// The logistic function 1 / (1 + e⁻ˣ).
    ///
    /// - Parameter x: Any number.
    /// - Returns: From 0 to 1.
    @inlinable
    public static func logistic(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

    /// The natural logarithm.
    ///
    /// - Parameter x: A normal number above 0.
    /// - Returns: ln x.
    @inlinable
    public static func log(_ x: Float) -> Float {
        var power = Int32(bitPattern: x.bitPattern >> 23) &- 127
        var fraction = Float(bitPattern: x.bitPattern & 0x007F_FFFF | 0x3F80_0000)
        if fraction > 1.414_213_6 {
            fraction *= 0.5
            power &+= 1
        }
        let f = fraction - 1
        let s = f / (2 + f)
        let z = s * s
        // 2·artanh(s) by its series.
        let series = s * (2 + z * (0.666_666_7 + z * (0.4 + z * (0.285_714_3 + z * 0.222_222_2))))
        return Float(power) * 0.693_147_2 + series
    }

    /// A standard normal number from two uniform ones (Box and Muller).
    ///
    /// - Parameters:
    ///   - first: In (0, 1].
    ///   - second: In [0, 1).
    /// - Returns: A number with mean 0 and variance 1.
    @inlinable
    public static func normal(_ first: Float, _ second: Float) -> Float {
        (-2 * log(first)).squareRoot() * cosine(turns: second)
    }

    /// The cosine of a number of turns, cos 2πt.
    ///
    /// - Parameter turns: In [0, 1).
    /// - Returns: From −1 to 1.
    @inlinable
    public static func cosine(turns: Float) -> Float {
        // Folded into a quarter turn around 0, where a short series is exact enough.
        let half = turns < 0.5 ? turns : 1 - turns
        let isFar = half > 0.25
        let quarter = (isFar ? 0.5 - half : half) * 6.283_185_5
        let z = quarter * quarter
        let tail = 2.480_158_8e-5 - z * (2.755_732e-7 - z * 2.087_675_7e-9)
        let series =
            1 - z * (0.5 - z * (0.041_666_668 - z * (0.001_388_889 - z * tail)))
        return isFar ? -series : series
    }
}
