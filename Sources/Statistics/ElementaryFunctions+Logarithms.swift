// SPDX-License-Identifier: Apache-2.0

extension ElementaryFunctions {
    /// The natural logarithm.
    ///
    /// - Parameter x: Any number.
    /// - Returns: ln x; −∞ for 0, NaN below 0 and for NaN.
    public static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x == .infinity ? x : .nan }
        let (power, fraction) = split(x)
        return logarithm(power: power, fraction: fraction, correction: 0)
    }

    /// The natural logarithm of 1 + x, without cancellation near 0.
    ///
    /// - Parameter x: Any number.
    /// - Returns: ln(1 + x); −∞ for −1, NaN below −1 and for NaN.
    public static func log1p(_ x: Double) -> Double {
        guard x > -1, x.isFinite else { return x == -1 ? -.infinity : x == .infinity ? x : .nan }
        guard x.magnitude >= 0x1p-54 else { return x }
        if x > -0.29, x < 0.41 { return logarithm(power: 0, fraction: x, correction: 0) }
        let sum = 1 + x
        // What the addition rounded away, to first order.
        let lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
        let (power, fraction) = split(sum)
        return logarithm(power: power, fraction: fraction, correction: lost / sum)
    }

    /// The logarithm to base 2; exact for powers of two.
    ///
    /// - Parameter x: Any number.
    /// - Returns: log₂ x; −∞ for 0, NaN below 0 and for NaN.
    public static func log2(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x == .infinity ? x : .nan }
        let (power, fraction) = split(x)
        let halfSquare = 0.5 * fraction * fraction
        // ln(1 + f) = high + low with 21 bits in high, so that its product with the high part of 1/ln 2 is exact.
        let high = Double(bitPattern: (fraction - halfSquare).bitPattern & 0xffff_ffff_0000_0000)
        let low = (fraction - high) - halfSquare + seriesPart(fraction, halfSquare)
        let reciprocalHigh = 0x1.7154_7652_0000_0p+0
        let reciprocalLow = 0x1.705f_c2ee_fa20_0p-33
        let main = high * reciprocalHigh
        let rest = (low + high) * reciprocalLow + low * reciprocalHigh
        let sum = Double(power) + main
        return sum + (((Double(power) - sum) + main) + rest)
    }

    /// A power of a number that is not negative: exp(y · ln x).
    ///
    /// - Parameters:
    ///   - x: The base, at least 0.
    ///   - y: The exponent.
    /// - Returns: xʸ within a relative error of (1 + |y · ln x|) · 2⁻⁵²; 1 for y = 0, NaN for a negative base.
    public static func pow(_ x: Double, _ y: Double) -> Double {
        guard y != 0, x != 1 else { return 1 }
        return exp(y * log(x))
    }

    /// x = 2^power · (1 + fraction) with 1 + fraction between √½ and √2.
    private static func split(_ x: Double) -> (power: Int, fraction: Double) {
        let normal = x < 0x1p-1022 ? x * 0x1p54 : x
        let bits = normal.bitPattern
        var power = Int(bits >> 52) - 1023 - (x < 0x1p-1022 ? 54 : 0)
        var mantissa = Double(bitPattern: bits & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
        if mantissa > 0x1.6a09_e667_f3bc_dp+0 {
            mantissa *= 0.5
            power += 1
        }
        return (power, mantissa - 1)
    }

    /// power · ln 2 + ln(1 + f) + correction, the small parts added first.
    private static func logarithm(power: Int, fraction: Double, correction: Double) -> Double {
        let halfSquare = 0.5 * fraction * fraction
        let small = seriesPart(fraction, halfSquare)
        guard power != 0 else { return fraction - (halfSquare - (small + correction)) }
        let exponent = Double(power)
        return exponent * ln2High - ((halfSquare - (small + (exponent * ln2Low + correction))) - fraction)
    }

    /// ln(1 + f) − f + f²/2 through s = f/(2 + f): ln(1 + f) = 2s + s·R with R = Σ 2/(2n + 1) · s²ⁿ, and 2s = f − s·f.
    ///
    /// |f| ≤ √2 − 1 makes s² ≤ 0.0295; eleven terms reach below 2⁻⁶⁰.
    private static func seriesPart(_ fraction: Double, _ halfSquare: Double) -> Double {
        let s = fraction / (2 + fraction)
        let square = s * s
        var sum = 2.0 / 23
        var odd = 21.0
        while odd >= 3 {
            sum = sum * square + 2 / odd
            odd -= 2
        }
        return s * (halfSquare + sum * square)
    }
}
