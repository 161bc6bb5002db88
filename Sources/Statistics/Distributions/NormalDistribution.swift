// SPDX-License-Identifier: Apache-2.0

/// The standard normal distribution, accurate in relative terms in both tails.
public enum NormalDistribution {
    private static let reciprocalRoot = 0x1.9884_533d_4365_1p-2

    /// The density at x: exp(−x²/2) / √(2π).
    public static func density(_ x: Double) -> Double {
        guard x.magnitude < 40 else { return x.isNaN ? x : 0 }
        // x² as an exact square and a rest: the rounding of x² would be multiplied by x²/2 in the result.
        let head = Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
        return ElementaryFunctions.exp(-0.5 * head * head) * ElementaryFunctions.exp(-0.5 * (x - head) * (x + head))
            * reciprocalRoot
    }

    /// The probability of a value at or below x.
    public static func cumulative(_ x: Double) -> Double { survival(-x) }

    /// The probability of a value above x.
    ///
    /// Near 0 by the series ½ − φ(x) · Σ x²ⁿ⁺¹/(2n + 1)!!, in the tail by the continued fraction φ(x)/(x + 1/(x + 2/(x + …))).
    public static func survival(_ x: Double) -> Double {
        guard !x.isNaN else { return x }
        guard x.magnitude < 40 else { return x < 0 ? 1 : 0 }
        if x < -1.5 { return 1 - tail(-x) }
        if x > 1.5 { return tail(x) }
        var term = x
        var sum = x
        var odd = 3.0
        while term.magnitude > 0x1p-60 * sum.magnitude {
            term *= x * x / odd
            sum += term
            odd += 2
        }
        return 0.5 - density(x) * sum
    }

    /// The value that is exceeded with probability 1 − p.
    ///
    /// - Parameter p: A probability.
    /// - Returns: The quantile; −∞ and +∞ for 0 and 1, NaN outside.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
    }

    private static func tail(_ x: Double) -> Double {
        // The number of levels that the fraction needs falls with x²; these give 2⁻⁵⁵ from 1.5 on.
        var level = (160 / (x * x)).rounded() + 30
        var fraction = x
        while level >= 1 {
            fraction = x + level / fraction
            level -= 1
        }
        return density(x) / fraction
    }

    /// The x with survival q ≤ ½: a rational start (Abramowitz and Stegun 26.2.22), then Halley steps on the survival.
    private static func upperQuantile(_ q: Double) -> Double {
        let root = (-2 * ElementaryFunctions.log(q)).squareRoot()
        var x = root - (2.30753 + 0.27061 * root) / (1 + root * (0.99229 + 0.04481 * root))
        for _ in 0..<4 {
            let density = density(x)
            guard density > 0 else { return x }
            let step = (survival(x) - q) / density
            x += step / (1 + 0.5 * x * step)
        }
        return x
    }
}
