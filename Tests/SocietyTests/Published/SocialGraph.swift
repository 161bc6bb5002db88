// SPDX-License-Identifier: Apache-2.0
import Society
import Statistics

/// A weighted graph without directions, for opinions that settle: z = (I + L)⁻¹s.
struct SocialGraph {
    /// For every person, the neighbours and the weights of the links.
    let neighbours: [[(person: Int, weight: Double)]]

    init(weights: [[Double]]) {
        neighbours = weights.map { row in row.enumerated().compactMap { $1 != 0 ? (person: $0, weight: $1) : nil } }
    }

    /// Two blocks of n people; links of weight 1 with probability p inside and q across.
    init(blocksOf n: Int, inside p: Double, across q: Double, seed: UInt64) {
        let random = KeyedRandom(seed: seed)
        var links = Array(repeating: [(person: Int, weight: Double)](), count: 2 * n)
        for first in 0..<2 * n {
            for second in first + 1..<2 * n {
                let chance = first / n == second / n ? p : q
                let purpose = KeyedRandom.Purpose(rawValue: 810)
                guard random.uniform(purpose, UInt32(first), UInt32(second)) < chance else { continue }
                links[first].append((second, 1))
                links[second].append((first, 1))
            }
        }
        neighbours = links
    }

    /// Lz.
    func laplacian(_ z: [Double]) -> [Double] {
        neighbours.enumerated().map { person, links in
            links.reduce(0) { $0 + $1.weight * (z[person] - z[$1.person]) }
        }
    }

    /// (I + L)⁻¹s by conjugate gradients.
    func equilibrium(_ innate: [Double]) -> [Double] {
        var z = Array(repeating: 0.0, count: innate.count)
        var residual = innate
        var direction = innate
        var square = Self.product(residual, residual)
        var rounds = 0
        while square > 1e-28 * Self.product(innate, innate), rounds < 10 * innate.count {
            let image = zip(direction, laplacian(direction)).map { $0 + $1 }
            let step = square / Self.product(direction, image)
            for index in z.indices {
                z[index] += step * direction[index]
                residual[index] -= step * image[index]
            }
            let next = Self.product(residual, residual)
            for index in z.indices { direction[index] = residual[index] + next / square * direction[index] }
            square = next
            rounds += 1
        }
        return z
    }

    /// Where opinions settle if everybody is shown every neighbour's current opinion once a step.
    func settled(_ innate: [Double], steps: Int) -> [Double] {
        let largest = neighbours.map { $0.reduce(0) { $0 + $1.weight } }.max() ?? 0
        let rate = 1 / (1 + 2 * largest)
        let kernel = OpinionKernel(rule: .fj, pull: rate)
        var x = innate
        for _ in 0..<steps {
            x = x.indices.map { person in
                let moves = neighbours[person].reduce(0) {
                    $0 + kernel.move(opinion: x[person], stance: x[$1.person], weight: rate * $1.weight)
                }
                return kernel.settled(opinion: x[person], innate: innate[person], moves: moves)
            }
        }
        return x
    }

    /// P = Σ(z − z̄)².
    static func polarisation(_ z: [Double]) -> Double {
        let mean = z.reduce(0, +) / Double(z.count)
        return z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    /// D = zᵀLz.
    func disagreement(_ z: [Double]) -> Double { Self.product(z, laplacian(z)) }

    static func product(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
}
