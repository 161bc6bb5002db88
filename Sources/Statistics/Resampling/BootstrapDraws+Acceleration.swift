// SPDX-License-Identifier: Apache-2.0

extension BootstrapDraws {
    /// z₀ = Φ⁻¹ of the share of draws below the point, draws equal to it counted half.
    ///
    /// Equal means within 10⁻¹² of the scale: a replicate reaches the same figure through other weights, which round differently.
    static func biasCorrection(of theta: Double, among sorted: [Double]) -> Double {
        let scale = sorted.reduce(theta.magnitude) { $1.isFinite ? max($0, $1.magnitude) : $0 }
        let tolerance = 1e-12 * scale
        var halves = 0
        for draw in sorted {
            if draw < theta - tolerance { halves += 2 } else if draw <= theta + tolerance { halves += 1 } else { break }
        }
        return NormalDistribution.quantile(Double(halves) / Double(2 * sorted.count))
    }

    /// Φ(z₀ + (z₀ + z)/(1 − â(z₀ + z))); where the denominator is not positive, the end that it runs to.
    static func accelerated(_ probability: Double, bias: Double, acceleration: Double) -> Double {
        let shifted = bias + NormalDistribution.quantile(probability)
        let denominator = 1 - acceleration * shifted
        guard denominator > 0 else { return shifted > 0 ? 1 : 0 }
        return NormalDistribution.cumulative(bias + shifted / denominator)
    }

    /// â = Σ lⱼ³ / (6 (Σ lⱼ²)^{3/2}) of the influence lⱼ of each cluster; 0 where it is not defined.
    ///
    /// Without strata lⱼ = θ̄ − θ₍ⱼ₎. With strata the mean is that of the stratum h and lⱼ = (1 − 1/n_h)(θ̄_h − θ₍ⱼ₎)
    /// (Davison and Hinkley 1997, §5.3 with jackknife influence): the draws vary within strata only.
    func acceleration(of figure: Int) -> Double {
        let values = leaveOneOut[figure]
        guard values.allSatisfy(\.isFinite) else { return 0 }
        let strata = strata ?? Array(repeating: 0, count: values.count)
        var cubes = 0.0
        var squares = 0.0
        for members in ResamplingScheme.members(ofStrata: strata) {
            let size = Double(members.count)
            let mean = members.reduce(0) { $0 + values[Int($1)] } / size
            let scale = members.reduce(0) { max($0, values[Int($1)].magnitude) }
            for cluster in members {
                let influence = (1 - 1 / size) * (mean - values[Int(cluster)])
                // Rounding of equal values is not skewness.
                guard influence.magnitude > 1e-13 * scale else { continue }
                squares += influence * influence
                cubes += influence * influence * influence
            }
        }
        let acceleration = cubes / (6 * squares * squares.squareRoot())
        return acceleration.isFinite ? acceleration : 0
    }
}
