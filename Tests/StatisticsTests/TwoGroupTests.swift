// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Tests of two groups", .tags(.oracle))
struct TwoGroupTests {
    private let random = KeyedRandom(seed: 4)

    @Test("the exact permutation p-value agrees with SciPy, in either order")
    func permutation() throws {
        for one in try Oracle.load().tests.permutation {
            let result = try #require(PermutationTest.test(one.first, one.second, draws: 5, random: random))
            #expect(result.isExact)
            #expect(relativeError(result.pValue, one.p) < 1e-12, "\(one.first) \(one.second)")
            #expect(PermutationTest.test(one.second, one.first, draws: 5, random: random) == result)
        }
    }

    @Test("a far value does not hide a tie")
    func offset() {
        let first = [0.1, 0.2].map { $0 + 1_000 }
        let second = [0.3, 0.4, 0.5].map { $0 + 1_000 }
        let result = PermutationTest.test(first, second, draws: 1, random: random)
        #expect(result == TestResult(pValue: 0.2, isExact: true, draws: 10))
    }

    @Test("many splits are sampled, near the normal approximation")
    func sampled() throws {
        let first = (0..<60 as Range<UInt32>).map { random.uniform(.parametric, $0, 0) }
        let second = (0..<70 as Range<UInt32>).map { random.uniform(.parametric, $0, 1) + 0.08 }
        let result = try #require(PermutationTest.test(first, second, draws: 20_000, random: random))
        #expect(!result.isExact && result.draws == 20_000)
        let pooled = first + second
        let mean = pooled.reduce(0, +) / 130
        let variance = pooled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 129
        let difference = first.reduce(0, +) / 60 - second.reduce(0, +) / 70
        let z = difference.magnitude / (variance * (1.0 / 60 + 1.0 / 70)).squareRoot()
        #expect((result.pValue - 2 * NormalDistribution.survival(z)).magnitude < 0.01)
        #expect(result == PermutationTest.test(first, second, draws: 20_000, random: random))
    }

    @Test("every cluster is drawn into a group equally often")
    func sampledShares() throws {
        // The one value that differs decides a hit: it falls into the group of nine with probability 9/23.
        let zeros = Array(repeating: 0.0, count: 14)
        for place in [0, 4, 8] {
            var second = Array(repeating: 0.0, count: 9)
            second[place] = 1
            let result = try #require(PermutationTest.test(zeros, second, draws: 40_000, random: random))
            #expect(!result.isExact && (result.pValue - 9.0 / 23).magnitude < 0.0098, "place \(place)")
        }
    }

    @Test("the size of the sampled test is nominal on heavy tails")
    func size() throws {
        var rejected = 0
        let runs: UInt32 = 600
        for run in 0..<runs {
            let values = (0..<50 as Range<UInt32>).map {
                ElementaryFunctions.exp(NormalDistribution.quantile(random.uniform(.parametric, run, $0, 3)))
            }
            let result = try #require(
                PermutationTest.test(
                    Array(values[..<25]),
                    Array(values[25...]),
                    draws: 199,
                    random: KeyedRandom(seed: UInt64(run))
                )
            )
            if result.pValue <= 0.05 { rejected += 1 }
        }
        // Four standard errors of a binomial share of 5 % in 600 runs.
        #expect((Double(rejected) / Double(runs) - 0.05).magnitude < 0.036)
    }

    @Test("an empty group or a value that is not finite gives no result")
    func none() {
        #expect(PermutationTest.test([], [1], draws: 1, random: random) == nil)
        #expect(PermutationTest.test([1], [.infinity], draws: 1, random: random) == nil)
        #expect(MannWhitney.test([], [1]) == nil && MannWhitney.test([.nan], [1]) == nil)
    }

    @Test("Mann and Whitney's test agrees with SciPy, exact and approximate")
    func mannWhitney() throws {
        for one in try Oracle.load().tests.mannWhitney {
            let result = try #require(MannWhitney.test(one.first, one.second))
            #expect(result.statistic == one.u && result.test.isExact == one.exact)
            #expect(relativeError(result.test.pValue, one.p) < 1e-12)
            let mirrored = try #require(MannWhitney.test(one.second, one.first))
            #expect(mirrored.test == result.test)
            #expect((mirrored.probabilityOfSuperiority + result.probabilityOfSuperiority - 1).magnitude < 1e-15)
        }
    }

    @Test("groups that are all equal do not differ")
    func allEqual() {
        #expect(MannWhitney.test([2, 2, 2], [2, 2])?.test.pValue == 1)
        #expect(MannWhitney.test([2, 2, 2], [2, 2])?.probabilityOfSuperiority == 0.5)
        #expect(PermutationTest.test([2, 2, 2], [2, 2], draws: 1, random: random)?.pValue == 1)
    }

    @Test("two one-sided tests agree with statsmodels")
    func equivalence() throws {
        for one in try Oracle.load().tests.equivalence {
            let result = try #require(Equivalence.twoOneSided(differences: one.differences, margin: one.margin))
            #expect(relativeError(result.pValue, one.p) < 1e-10)
            #expect((result.lower - one.lower).magnitude < 1e-12 && (result.upper - one.upper).magnitude < 1e-12)
            let isInside = -one.margin <= result.lower && result.upper <= one.margin
            #expect((result.pValue <= 0.05) == isInside)
        }
    }

    @Test("differences without spread are inside the margin or are not")
    func noSpread() {
        #expect(Equivalence.twoOneSided(differences: [0.1, 0.1, 0.1], margin: 0.2)?.pValue == 0)
        #expect(Equivalence.twoOneSided(differences: [0.25, 0.25], margin: 0.2)?.pValue == 1)
        #expect(Equivalence.twoOneSided(differences: [0.1], margin: 0.2) == nil)
    }
}
