// SPDX-License-Identifier: Apache-2.0
import Society
import Statistics
import TestSupport
import Testing

@Suite("Friedkin–Johnsen opinions (Chitra and Musco 2020)", .tags(.published))
struct FriedkinJohnsenTests {
    private func blocks(_ n: Int) -> [Double] { (0..<2 * n).map { $0 < n ? 1 : -1 } }

    @Test("the fixed point of the kernel is the solution of the linear system, exactly")
    func fixedPoint() {
        let random = KeyedRandom(seed: 3)
        let graph = SocialGraph(blocksOf: 100, inside: 0.3, across: 0.02, seed: 1)
        let draws = (0..<200).map { 2 * random.uniform(KeyedRandom.Purpose(rawValue: 811), UInt32($0), 0) - 1 }
        for innate in [blocks(100), draws] {
            let solved = graph.equilibrium(innate)
            let settled = graph.settled(innate, steps: 4_000)
            let error = zip(solved, settled).map { ($0 - $1).magnitude }.max() ?? 1
            #expect(error < 1e-10, "\(error)")

            // P + D = s̃ᵀ(I + L)⁻¹s̃, with s centred.
            let mean = innate.reduce(0, +) / 200
            let centred = innate.map { $0 - mean }
            let total = SocialGraph.polarisation(settled) + graph.disagreement(settled)
            #expect((total - SocialGraph.product(centred, graph.equilibrium(centred))).magnitude < 1e-8 * total)
        }
    }

    @Test(
        "two blocks, expected graph: polarisation is 2n/(1 + 2nq)², disagreement 2nq times that, whatever p",
        arguments: [
            (500, 0.1, 0.01, 8.264463, 82.644628), (500, 0.05, 0.005, 27.777778, 138.888889), (100, 0.3, 0.02, 8, 32),
        ]
    )
    func expected(n: Int, p: Double, q: Double, polarisation: Double, disagreement: Double) {
        let weights = (0..<2 * n).map { first in
            (0..<2 * n).map { first == $0 ? 0 : first / n == $0 / n ? p : q }
        }
        let graph = SocialGraph(weights: weights)
        let z = graph.equilibrium(blocks(n))
        #expect((SocialGraph.polarisation(z) - polarisation).magnitude < 1e-6)
        #expect((graph.disagreement(z) - disagreement).magnitude < 1e-6)
        let settled = n == 100 ? graph.settled(blocks(n), steps: 600) : z
        #expect((SocialGraph.polarisation(settled) - polarisation).magnitude < 1e-6)
    }

    /// n, p, q, then polarisation and disagreement as mean and standard deviation of five sampled graphs.
    struct Sampled: Sendable {
        let n: Int
        let p: Double
        let q: Double
        let polarisation: (mean: Double, spread: Double)
        let disagreement: (mean: Double, spread: Double)
    }

    @Test(
        "two blocks, sampled graphs lie a little above",
        .tags(.simulation),
        arguments: [
            Sampled(n: 500, p: 0.1, q: 0.01, polarisation: (8.84, 0.34), disagreement: (84.9, 1.5)),
            Sampled(n: 500, p: 0.05, q: 0.005, polarisation: (31.5, 2.2), disagreement: (144.8, 3.9)),
            Sampled(n: 100, p: 0.3, q: 0.02, polarisation: (8.94, 1.22), disagreement: (33.1, 1.6)),
        ]
    )
    func sampled(reference: Sampled) {
        var (polarisations, disagreements) = ([Double](), [Double]())
        for seed in 0..<5 as Range<UInt64> {
            let (p, q) = (reference.p, reference.q)
            let graph = SocialGraph(blocksOf: reference.n, inside: p, across: q, seed: seed)
            let z = graph.equilibrium(blocks(reference.n))
            polarisations.append(SocialGraph.polarisation(z))
            disagreements.append(graph.disagreement(z))
        }
        for (runs, published) in [(polarisations, reference.polarisation), (disagreements, reference.disagreement)] {
            let agreement = Agreement(runs, reference: published.mean, error: published.spread / 5.0.squareRoot())
            #expect(agreement.holds, "\(agreement)")
        }
    }
}
