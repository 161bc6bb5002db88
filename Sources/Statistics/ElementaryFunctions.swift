// SPDX-License-Identifier: Apache-2.0

/// Exponential and logarithms that give the same bits on every machine.
///
/// The functions of the C library differ between platforms in the last bit, and a published figure must not. These use only
/// + − × ÷ and bit operations, in a fixed order; each is within one unit in the last place of the true value, except where its
/// documentation states another bound. `Double.squareRoot()` is exact by IEEE 754 and needs no replacement.
public enum ElementaryFunctions {
    /// ln 2 in two parts: the first has 42 significant bits, so that its product with an exponent is exact.
    static let ln2High = 0x1.62e4_2fef_a380_0p-1
    static let ln2Low = 0x1.ef35_793c_7673_0p-45
    private static let reciprocalLn2 = 0x1.7154_7652_b82f_ep+0

    /// e to the power x.
    ///
    /// - Parameter x: Any number.
    /// - Returns: eˣ; +∞ above 709.78, 0 below −745.13, NaN for NaN.
    public static func exp(_ x: Double) -> Double {
        guard x.isFinite else { return x == -.infinity ? 0 : x }
        guard x < 709.782712893384 else { return .infinity }
        guard x > -745.133219101942 else { return 0 }
        let (power, remainder, correction) = reduced(x)
        let tail = exponentialTail(remainder) + correction
        // 1 + r as an exact sum of two numbers: the rounding of the last addition is then the only large one.
        let sum = 1 + remainder
        return scaled(sum + (((1 - sum) + remainder) + tail), by: power)
    }

    /// e to the power x, less 1, without cancellation near 0.
    ///
    /// - Parameter x: Any number.
    /// - Returns: eˣ − 1; +∞ above 709.78, −1 for −∞, NaN for NaN.
    public static func expm1(_ x: Double) -> Double {
        guard x.magnitude >= 0x1p-54 else { return x }
        guard x.isFinite, x.magnitude < 40 else { return exp(x) - 1 }
        if x.magnitude < 0.7 { return x + exponentialTail(x, terms: 19) }
        let (power, remainder, correction) = reduced(x)
        let part = remainder + (exponentialTail(remainder) + correction)
        let scale = scaled(1, by: power)
        return (scale - 1) + scale * part
    }

    /// x = power · ln 2 + remainder + correction with |remainder| ≤ ln 2 / 2 (and a little).
    private static func reduced(_ x: Double) -> (power: Int, remainder: Double, correction: Double) {
        let power = (x * reciprocalLn2).rounded()
        let high = x - power * ln2High
        let low = power * ln2Low
        let remainder = high - low
        return (Int(power), remainder, (high - remainder) - low)
    }

    /// eˣ − 1 − x for small |x| by its series; fourteen terms reach below 2⁻⁵⁷ for |x| ≤ 0.35, nineteen for |x| ≤ 0.7.
    private static func exponentialTail(_ x: Double, terms: Int = 14) -> Double {
        var sum = inverseFactorials[terms]
        var index = terms - 1
        while index >= 2 {
            sum = sum * x + inverseFactorials[index]
            index -= 1
        }
        return sum * x * x
    }

    /// 1/n! for n up to 19; each is one correctly rounded division of integers below 2⁵³, later ones lose at most one bit.
    private static let inverseFactorials: InlineArray<20, Double> = {
        var table = InlineArray<20, Double>(repeating: 1)
        var factorial = 1.0
        for index in 1..<20 {
            factorial *= Double(index)
            table[index] = 1 / factorial
        }
        return table
    }()

    /// Multiplies by a power of two, rounding once where the result is subnormal.
    static func scaled(_ x: Double, by power: Int) -> Double {
        if power >= -1022, power <= 1023 { return x * powerOfTwo(power) }
        return power > 0
            ? x * powerOfTwo(1023) * powerOfTwo(power - 1023) : x * powerOfTwo(power + 1000) * powerOfTwo(-1000)
    }

    private static func powerOfTwo(_ power: Int) -> Double { Double(bitPattern: UInt64(power + 1023) << 52) }
}
