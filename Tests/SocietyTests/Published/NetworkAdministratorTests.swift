// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

/// The paper lets an administrator re-weight links so that people meet less that they disagree with.
///
/// Which re-weightings it allows in detail is an assumption here: degrees kept, no weight below 0, ‖W′ − W‖ ≤ ε‖W‖. So only the
/// direction is asserted.
@Suite("A network administrator (Chitra and Musco 2020)", .tags(.published))
struct NetworkAdministratorTests {
    private let people = 40

    @Test("whoever hides disagreement raises polarisation, the more so the more may be changed")
    func administrator() {
        let random = KeyedRandom(seed: 12)
        let purpose = KeyedRandom.Purpose(rawValue: 812)
        let innate = (0..<people).map { 2 * random.uniform(purpose, UInt32($0), .max) - 1 }
        let weights = (0..<people).map { first in
            (0..<people).map { second in
                let (low, high) = (UInt32(min(first, second)), UInt32(max(first, second)))
                return first != second && random.uniform(purpose, low, high) < 0.3 ? 1.0 : 0
            }
        }
        let original = SocialGraph(weights: weights)
        var last = SocialGraph.polarisation(original.equilibrium(innate))
        for reach in [0.1, 0.2, 0.3] {
            let changed = reweighted(weights, innate, reach: reach)
            // The constraints hold.
            #expect(distance(changed, weights) <= reach * distance(weights, zero) + 1e-6)
            for (row, original) in zip(changed, weights) {
                #expect((row.reduce(0, +) - original.reduce(0, +)).magnitude < 1e-3)
                #expect(row.allSatisfy { $0 > -1e-3 })
            }
            let graph = SocialGraph(weights: changed)
            let z = graph.equilibrium(innate)
            // The administrator reaches what it wants: at the opinions that people come to hold, its links show less disagreement than
            // the old ones would. That it grows again because opinions move apart is the point.
            #expect(graph.disagreement(z) < 0.95 * original.disagreement(z))
            let polarisation = SocialGraph.polarisation(z)
            #expect(polarisation > 1.1 * last, "\(reach): \(polarisation), before \(last)")
            last = polarisation
        }
    }

    private var zero: [[Double]] { Array(repeating: Array(repeating: 0, count: people), count: people) }

    private func distance(_ first: [[Double]], _ second: [[Double]]) -> Double {
        zip(first, second).reduce(0) { sum, rows in
            sum + zip(rows.0, rows.1).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }.squareRoot()
    }

    /// In turns: people settle; the administrator follows the gradient (z_i − z_j)² down and goes back into the constraints.
    private func reweighted(_ start: [[Double]], _ innate: [Double], reach: Double) -> [[Double]] {
        let allowed = reach * distance(start, zero)
        var weights = start
        for _ in 0..<60 {
            let z = SocialGraph(weights: weights).equilibrium(innate)
            for first in 0..<people {
                for second in 0..<people {
                    let difference = z[first] - z[second]
                    weights[first][second] -= 0.5 * difference * difference
                }
            }
            project(&weights, onto: start, allowed: allowed)
        }
        return weights
    }

    /// Onto one constraint after another, until all hold nearly.
    private func project(_ weights: inout [[Double]], onto start: [[Double]], allowed: Double) {
        let count = Double(people)
        for _ in 0..<60 {
            for first in 0..<people {
                for second in 0..<people {
                    weights[first][second] = first == second ? 0 : max(0, weights[first][second])
                }
            }
            // The nearest symmetric matrix with the degrees of the start adds u_i + u_j off the diagonal.
            let missing = zip(start, weights).map { $0.reduce(0, +) - $1.reduce(0, +) }
            let total = missing.reduce(0, +) / (2 * count - 2)
            let shifts = missing.map { ($0 - total) / (count - 2) }
            for first in 0..<people {
                for second in 0..<people where first != second {
                    weights[first][second] += shifts[first] + shifts[second]
                }
            }
            let far = distance(weights, start)
            guard far > allowed else { continue }
            for first in 0..<people {
                for second in 0..<people {
                    let original = start[first][second]
                    weights[first][second] = original + (weights[first][second] - original) * allowed / far
                }
            }
        }
    }
}
