// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Sign flip", .tags(.oracle, .simulation))
struct SignFlipTests {
    private let random = KeyedRandom(seed: 21)

    @Test("the exact p-value agrees with SciPy")
    func oracle() throws {
        for one in try Oracle.load().tests.signFlip {
            let result = try #require(SignFlip.test(differences: one.differences, draws: 10, random: random))
            #expect(result.isExact && result.draws == 1 << one.differences.count)
            #expect(relativeError(result.pValue, one.p) < 1e-12, "\(one.differences)")
        }
    }

    @Test("rounding does not decide a tie")
    func ties() {
        // 0.1 + 0.2 − 0.3 is not 0 in binary: every pattern with |sum| of 0.6 ties with the observed one.
        let differences = [0.1, 0.2, 0.3]
        #expect(SignFlip.test(differences: differences, draws: 1, random: random)?.pValue == 0.25)
        #expect(SignFlip.test(differences: [0.1, 0.2, -0.3], draws: 1, random: random)?.pValue == 1)
        #expect(SignFlip.test(differences: [0, 0, 0], draws: 1, random: random)?.pValue == 1)
    }

    @Test("without differences, or with one that is not finite, there is no result")
    func none() {
        #expect(SignFlip.test(differences: [], draws: 9, random: random) == nil)
        #expect(SignFlip.test(differences: [1, .nan], draws: 9, random: random) == nil)
        #expect(SignFlip.test(differences: [1e308, 1e308], draws: 9, random: random) == nil)
    }

    @Test("scale and sign do not matter")
    func invariance() {
        let differences = (0..<12 as Range<UInt32>).map { random.uniform(.parametric, $0, 0) - 0.3 }
        let p = SignFlip.test(differences: differences, draws: 1, random: random)
        #expect(SignFlip.test(differences: differences.map { -1e-9 * $0 }, draws: 1, random: random) == p)
        #expect(SignFlip.test(differences: differences.map { 1e200 * $0 }, draws: 1, random: random) == p)
    }

    @Test("sampled flips come near the exact p-value, and never give 0")
    func sampled() throws {
        // The last difference is 0, so the exact p-value of 21 clusters is that of the first 20.
        let twenty = (0..<20 as Range<UInt32>).map { random.uniform(.parametric, $0, 1) - 0.37 }
        let exact = try #require(SignFlip.test(differences: twenty, draws: 1, random: random))
        let sampled = try #require(SignFlip.test(differences: twenty + [0], draws: 20_000, random: random))
        #expect(exact.isExact && !sampled.isExact && sampled.draws == 20_000)
        let error = (exact.pValue * (1 - exact.pValue) / 20_000).squareRoot()
        #expect((sampled.pValue - exact.pValue).magnitude < 4 * error)
        #expect(sampled == SignFlip.test(differences: twenty + [0], draws: 20_000, random: random))
        let certain = SignFlip.test(differences: Array(repeating: 1, count: 200), draws: 99, random: random)
        #expect(certain?.pValue == 0.01)
    }

    @Test("the interval is the set of centres that the exact test does not reject")
    func inversion() throws {
        for seed in 0..<6 as Range<UInt32> {
            let differences = (0..<8 as Range<UInt32>).map { random.uniform(.parametric, seed, $0, 2) - 0.4 }
            let interval = try #require(SignFlip.interval(differences: differences, confidence: 0.95))
            func p(_ centre: Double) -> Double {
                SignFlip.test(differences: differences.map { $0 - centre }, draws: 1, random: random)?.pValue ?? .nan
            }
            let step = 1e-7
            #expect(p(interval.lower + step) > 0.05 && p(interval.upper - step) > 0.05)
            #expect(p(interval.lower - step) <= 0.05 && p(interval.upper + step) <= 0.05)
            // One-sided at 95 % is two-sided at 90 %.
            #expect(p(interval.lowerLimit + step) > 0.1 && p(interval.upperLimit - step) > 0.1)
            #expect(p(interval.lowerLimit - step) <= 0.1 && p(interval.upperLimit + step) <= 0.1)
        }
    }

    @Test("six clusters are the fewest for 95 %, and give the whole range")
    func fewest() throws {
        let differences: [Double] = [3, -1, 4, 1, -5, 9]
        #expect(SignFlip.interval(differences: Array(differences.dropLast()), confidence: 0.95) == nil)
        let interval = try #require(SignFlip.interval(differences: differences, confidence: 0.95))
        #expect(interval.lower == -5 && interval.upper == 9)
        // ⌊64 · 0.05⌋ = 3: the third smallest and largest subset means.
        #expect(interval.lowerLimit == -2 && interval.upperLimit == 6)
        #expect(SignFlip.interval(differences: Array(repeating: 1, count: 21), confidence: 0.95) == nil)
        #expect(SignFlip.interval(differences: [], confidence: 0.95) == nil)
    }

    @Test("coverage is at least nominal for symmetric differences", arguments: [6, 7, 10])
    func coverage(clusters: Int) throws {
        let runs = 4_000
        var (inside, above, below) = (0, 0, 0)
        for run in 0..<runs as Range<Int> {
            // Symmetric about 2 with a heavy tail and a scale that differs between clusters.
            let differences = (0..<clusters).map { cluster -> Double in
                let u = random.uniform(.parametric, UInt32(run), UInt32(cluster), UInt32(clusters)) - 0.5
                return 2 + Double(cluster + 1) * u / (0.2501 - u * u)
            }
            let interval = try #require(SignFlip.interval(differences: differences, confidence: 0.95))
            if interval.lower <= 2 && 2 <= interval.upper { inside += 1 }
            if interval.lowerLimit <= 2 { above += 1 }
            if interval.upperLimit >= 2 { below += 1 }
        }
        // The exact coverage is 1 − 2⌊2^G · 0.025⌋/2^G and 1 − ⌊2^G · 0.05⌋/2^G, both at least 95 %.
        let patterns = Double(1 << clusters)
        let twoSided = 1 - 2 * (patterns * 0.025).rounded(.down) / patterns
        let oneSided = 1 - (patterns * 0.05).rounded(.down) / patterns
        #expect(twoSided >= 0.95 && oneSided >= 0.95)
        for (hits, expected) in [(inside, twoSided), (above, oneSided), (below, oneSided)] {
            let error = (expected * (1 - expected) / Double(runs)).squareRoot()
            #expect((Double(hits) / Double(runs) - expected).magnitude < 4 * error)
        }
    }
}
