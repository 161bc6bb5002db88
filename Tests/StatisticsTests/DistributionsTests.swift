// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Distributions", .tags(.oracle))
struct DistributionsTests {
    @Test("the normal distribution is accurate in both tails")
    func normal() throws {
        let oracle = try Oracle.load().normal
        for row in oracle.cumulative {
            #expect(relativeError(NormalDistribution.cumulative(row[0]), row[1]) < 1e-12, "at \(row[0])")
            #expect(NormalDistribution.survival(-row[0]) == NormalDistribution.cumulative(row[0]))
        }
        for row in oracle.quantile {
            #expect((NormalDistribution.quantile(row[0]) - row[1]).magnitude < 1e-12 * max(1, row[1].magnitude))
        }
        #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(-0.1).isNaN && NormalDistribution.quantile(.nan).isNaN)
    }

    @Test("the beta distribution is accurate in both tails")
    func beta() throws {
        let oracle = try Oracle.load().beta
        #expect(oracle.tails.count > 80 && oracle.quantile.count > 80)
        for row in oracle.tails {
            let beta = BetaDistribution(a: row[0], b: row[1])
            #expect(relativeError(beta.cumulative(row[2]), row[3]) < 1e-12, "below \(row)")
            #expect(relativeError(beta.survival(row[2]), row[4]) < 1e-12, "above \(row)")
        }
        for row in oracle.quantile {
            let quantile = BetaDistribution(a: row[0], b: row[1]).quantile(row[2])
            // A small shape makes the quantile a high power of the probability, whose last bit then counts 1/a times.
            #expect(relativeError(quantile, row[3]) < 1e-12 * max(1, 0.01 / min(row[0], row[1])), "\(row)")
        }
        let beta = BetaDistribution(a: 2, b: 3)
        #expect(beta.quantile(0) == 0 && beta.quantile(1) == 1 && beta.quantile(2).isNaN)
        #expect(beta.cumulative(-1) == 0 && beta.cumulative(2) == 1 && beta.cumulative(.nan).isNaN)
    }

    @Test("Student's distribution agrees with its integral")
    func student() throws {
        let oracle = try Oracle.load().student
        for row in oracle.cumulative {
            let value = StudentDistribution(degreesOfFreedom: row[0]).cumulative(row[1])
            #expect(relativeError(value, row[2]) < 1e-12, "\(row)")
        }
        for row in oracle.quantile {
            let value = StudentDistribution(degreesOfFreedom: row[0]).quantile(row[1])
            #expect(relativeError(value, row[2]) < 1e-12, "\(row)")
        }
        #expect(StudentDistribution(degreesOfFreedom: 3).quantile(0.5) == 0)
        #expect(StudentDistribution(degreesOfFreedom: 3).survival(.infinity) == 0)
    }

    @Test("the binomial distribution agrees with its sum")
    func binomial() throws {
        for row in try Oracle.load().binomial {
            let binomial = BinomialDistribution(trials: Int(row[0]), probability: row[1])
            #expect(relativeError(binomial.mass(Int(row[2])), row[3]) < 1e-12, "\(row)")
            #expect(relativeError(binomial.cumulative(Int(row[2])), row[4]) < 1e-12, "\(row)")
        }
    }

    @Test(
        "a binomial count takes each value for its share of uniform numbers",
        arguments: [0, 0.001, 0.3, 0.5, 0.97, 1]
    )
    func binomialCounts(probability: Double) {
        for trials in [0, 1, 2, 7, 60] {
            let binomial = BinomialDistribution(trials: trials, probability: probability)
            var counts = Array(repeating: 0, count: trials + 1)
            // A regular grid: the share of each count is its probability to within the width of the grid on each side.
            let grid = 20_000
            for step in 0..<grid { counts[binomial.count(at: (Double(step) + 0.5) / Double(grid))] += 1 }
            for (count, seen) in counts.enumerated() {
                let share = Double(seen) / Double(grid)
                #expect((share - binomial.mass(count)).magnitude <= 1.01 / Double(grid), "\(count) of \(trials)")
            }
        }
    }

    @Test("many trials are drawn with the right mean and spread")
    func manyTrials() {
        let binomial = BinomialDistribution(trials: 1_000_000, probability: 0.2)
        let random = KeyedRandom(seed: 3)
        let counts = (0..<4_000 as Range<UInt32>).map { Double(binomial.count(at: random.uniform(.parametric, $0, 0))) }
        let mean = counts.reduce(0, +) / 4_000
        let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3_999
        #expect((mean - 200_000).magnitude < 4 * 400 / 4_000.0.squareRoot())
        #expect((variance / 160_000 - 1).magnitude < 0.1)
    }
}
