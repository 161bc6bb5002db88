// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Draws from a Dirichlet distribution, each a function of its key.
struct KeyedSamplers {
    let random: KeyedRandom
    let purpose: KeyedRandom.Purpose

    /// Shares that sum to 1, with these shapes: gamma draws, normalised.
    ///
    /// In logarithms: a gamma draw of a small shape is often smaller than the smallest number.
    func dirichlet(_ shapes: [Double], key: Int) -> [Double] {
        let logs = shapes.enumerated().map { logGamma(shape: $1, key: UInt32(key), place: UInt32($0)) }
        let largest = logs.max() ?? 0
        let parts = logs.map { ElementaryFunctions.exp($0 - largest) }
        let sum = parts.reduce(0, +)
        return parts.map { $0 / sum }
    }

    /// The logarithm of a gamma draw: G(a) = G(a + 1) · U^(1/a).
    private func logGamma(shape: Double, key: UInt32, place: UInt32) -> Double {
        let boost = open(key, place, 0)
        return ElementaryFunctions.log(gamma(shape: shape + 1, key, place)) + ElementaryFunctions.log(boost) / shape
    }

    /// A gamma draw of a shape of at least 1 (Marsaglia and Tsang 2000).
    private func gamma(shape: Double, _ key: UInt32, _ place: UInt32) -> Double {
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        var attempt: UInt32 = 1
        while true {
            let x = NormalDistribution.quantile(open(key, place, attempt))
            let root = 1 + c * x
            let u = open(key, place, attempt + 1)
            attempt += 2
            guard root > 0 else { continue }
            let v = root * root * root
            if ElementaryFunctions.log(u) < 0.5 * x * x + d - d * v + d * ElementaryFunctions.log(v) { return d * v }
        }
    }

    /// A number strictly between 0 and 1.
    private func open(_ key: UInt32, _ place: UInt32, _ attempt: UInt32) -> Double {
        random.uniform(purpose, key, place, attempt) + 0x1p-54
    }
}
