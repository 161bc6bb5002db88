// SPDX-License-Identifier: Apache-2.0

/// The parts of which exact binomial and beta densities are made without cancellation (Loader 2000, "Fast and accurate
/// computation of binomial probabilities").
enum StirlingSeries {
    /// ln Γ(z + 1) less Stirling's (z + ½) ln z − z + ½ ln 2π, for z > 0.
    static func error(_ z: Double) -> Double {
        var z = z
        var lift = 0.0
        while z < 16 {
            // error(z) = error(z + 1) + (z + ½) ln(1 + 1/z) − 1
            lift += (z + 0.5) * ElementaryFunctions.log1p(1 / z) - 1
            z += 1
        }
        let square = 1 / (z * z)
        var sum = 1.0 / 156
        for coefficient in [-691.0 / 360_360, 1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260, -1.0 / 360, 1.0 / 12] {
            sum = sum * square + coefficient
        }
        return lift + sum / z
    }

    /// The deviance x ln(x/m) + m − x ≥ 0 of a count x > 0 with mean m > 0.
    static func deviance(_ x: Double, mean: Double) -> Double {
        let v = (x - mean) / (x + mean)
        guard v.magnitude < 0.5 else {
            let ratio = x / mean
            let logarithm =
                ratio.isFinite && ratio > 0
                ? ElementaryFunctions.log(ratio) : ElementaryFunctions.log(x) - ElementaryFunctions.log(mean)
            return x * logarithm + mean - x
        }
        // ln(x/m) = 2 (v + v³/3 + …): the leading terms are added in closed form, so nothing cancels.
        let square = v * v
        var sum = (x - mean) * v
        var power = 2 * x * v
        var odd = 3.0
        while true {
            power *= square
            let next = sum + power / odd
            if next == sum { return sum }
            sum = next
            odd += 2
        }
    }

    /// xᵃ yᵇ / B(a, b) with y = 1 − x, which is density · x · y of the beta distribution.
    static func betaPower(x: Double, y: Double, a: Double, b: Double) -> Double {
        guard x > 0, y > 0 else { return 0 }
        let n = a + b
        let exponent = error(n) - error(a) - error(b) - deviance(a, mean: n * x) - deviance(b, mean: n * y)
        // The binomial term √(n/(2π a b)) · e^exponent times a · b / n.
        return ElementaryFunctions.exp(exponent) * (a / n * b).squareRoot() * 0x1.9884_533d_4365_1p-2
    }
}
