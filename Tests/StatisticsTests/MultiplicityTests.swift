// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Multiplicity", .tags(.oracle, .published))
struct MultiplicityTests {
    /// The p and q columns of the engagement-against-chronological table of arXiv 2305.16941 (Milli and others), in its order.
    private static let published: [(p: Double, q: Double)] = [
        (0.0002, 0.0005), (0.0002, 0.0005), (0.0002, 0.0005), (0.5093, 0.1349), (0.0002, 0.0005), (0.0020, 0.0017),
        (0.0002, 0.0005), (0.0002, 0.0005), (0.0002, 0.0005), (0.0044, 0.0032), (0.0364, 0.0148), (0.2256, 0.0656),
        (0.0004, 0.0005), (0.9409, 0.2319), (0.9961, 0.2370), (0.7733, 0.1921), (0.0002, 0.0005), (0.0002, 0.0005),
        (0.0018, 0.0016), (0.0002, 0.0005), (0.0960, 0.0331), (0.0002, 0.0005), (0.0018, 0.0016), (0.0002, 0.0005),
        (0.0188, 0.0080), (0.0048, 0.0032),
    ]

    @Test("the 26 published q-values follow from the 26 printed p-values")
    func publishedTable() {
        let sharpened = Multiplicity.twoStageSharpened(Self.published.map(\.p))
        #expect(sharpened == Self.published.map(\.q))
        // Their order does not matter.
        let reversed = Multiplicity.twoStageSharpened(Self.published.reversed().map(\.p))
        #expect(reversed == Self.published.reversed().map(\.q))
    }

    @Test("Holm's example")
    func holm() {
        let adjusted = Multiplicity.holm([0.01, 0.04, 0.03, 0.005])
        for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
            #expect(relativeError(value, expected) < 1e-15)
        }
    }

    @Test("the adjustments agree with statsmodels")
    func oracle() throws {
        for family in try Oracle.load().multiplicity {
            for (value, expected) in zip(Multiplicity.holm(family.p), family.holm) {
                #expect(relativeError(value, expected) < 1e-14)
            }
            for (value, expected) in zip(Multiplicity.benjaminiHochberg(family.p), family.benjaminiHochberg) {
                #expect(relativeError(value, expected) < 1e-14)
            }
            let sharpened = Multiplicity.twoStageSharpened(family.p)
            for stage in family.twoStage { #expect(sharpened.map { $0 <= stage.level } == stage.rejected) }
        }
    }

    @Test("one rejection among 25 e-values at 5 % takes 500, ten equal ones take 50 each")
    func eValues() {
        let one = Multiplicity.eBenjaminiHochberg([500] + Array(repeating: 1, count: 24))
        #expect(one[0] == 0.05 && one.dropFirst().allSatisfy { $0 == 1 })
        #expect(Multiplicity.eBenjaminiHochberg([499] + Array(repeating: 1, count: 24))[0] > 0.05)
        let ten = Multiplicity.eBenjaminiHochberg(Array(repeating: 50, count: 10) + Array(repeating: 0, count: 15))
        #expect(ten.prefix(10).allSatisfy { $0 == 0.05 } && ten.suffix(15).allSatisfy { $0 == 1 })
        #expect(Multiplicity.eBenjaminiHochberg([.infinity, 0]) == [0, 1])
        #expect(Multiplicity.eBenjaminiHochberg([]).isEmpty)
    }

    @Test("adjusted e-values reject just what e-BH rejects, in any order", arguments: 0..<200)
    func eValueRejections(seed: Int) {
        let random = KeyedRandom(seed: UInt64(seed))
        let values = (0..<12).map { index in
            let uniform = random.uniform(.parametric, UInt32(index), 0)
            return uniform < 0.2 ? 0 : 1 / (1.0001 - uniform) / (uniform < 0.5 ? 1 : 0.05)
        }
        let adjusted = Multiplicity.eBenjaminiHochberg(values)
        for alpha in [0.01, 0.05, 0.2, 0.5] {
            // The definition: the largest k whose k-th largest value reaches M/(k·α).
            let sorted = values.sorted(by: >)
            let count = (1...12).last { sorted[$0 - 1] >= 12 / (Double($0) * alpha) } ?? 0
            let rejected = values.map { value in count > 0 && value >= sorted[count - 1] }
            #expect(adjusted.map { $0 <= alpha } == rejected)
        }
    }

    @Test("a family may be empty, of one, or without any rejection")
    func smallFamilies() {
        #expect(Multiplicity.holm([]).isEmpty && Multiplicity.benjaminiHochberg([]).isEmpty)
        #expect(Multiplicity.twoStageSharpened([]).isEmpty)
        #expect(Multiplicity.holm([0.2]) == [0.2] && Multiplicity.benjaminiHochberg([0.2]) == [0.2])
        #expect(Multiplicity.twoStageSharpened([1, 1]) == [1, 1])
        #expect(Multiplicity.twoStageSharpened([0, 0]) == [0, 0])
    }

    @Test("a smaller p-value never gets a larger adjusted value")
    func monotone() {
        let random = KeyedRandom(seed: 12)
        for seed in 0..<50 as Range<UInt32> {
            let p = (0..<30 as Range<UInt32>).map { random.uniform(.permutation, seed, $0) }.sorted()
            for adjusted in [
                Multiplicity.holm(p), Multiplicity.benjaminiHochberg(p), Multiplicity.twoStageSharpened(p),
            ] {
                #expect(zip(adjusted, adjusted.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
            }
        }
    }
}
