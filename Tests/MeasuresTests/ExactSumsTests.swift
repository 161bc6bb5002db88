// SPDX-License-Identifier: Apache-2.0
import Measures
import Statistics
import TestSupport
import Testing

@Suite("Sums that do not depend on order", .tags(.law))
struct ExactSumsTests {
    private func terms(_ seed: UInt64, _ count: Int) -> [Double] {
        let random = KeyedRandom(seed: seed)
        return (0..<count).map { index in
            let size = random.uniform(.bootstrap, UInt32(index), 1)
            let scale = [1e-12, 1e-3, 1, 1e6, 1e12][Int(size * 5)]
            return (random.uniform(.bootstrap, UInt32(index), 2) - 0.5) * scale
        }
    }

    @Test("any order and any split of the terms gives the same bits, where plain addition does not")
    func order() {
        var plainDiffers = false
        for seed in 0..<50 as Range<UInt64> {
            let terms = terms(seed, 300)
            var forward = ExactSums(rowCount: 1, width: 1)
            for term in terms { forward.add(term, row: 0, column: 0) }
            var backward = ExactSums(rowCount: 1, width: 1)
            for term in terms.reversed() { backward.add(term, row: 0, column: 0) }
            var (first, second) = (ExactSums(rowCount: 1, width: 1), ExactSums(rowCount: 1, width: 1))
            for term in terms[..<117] { first.add(term, row: 0, column: 0) }
            for term in terms[117...] { second.add(term, row: 0, column: 0) }
            second.merge(first)
            #expect(forward == backward && forward == second, "seed \(seed)")
            if terms.reduce(0, +) != terms.reversed().reduce(0, +) { plainDiffers = true }
        }
        #expect(plainDiffers, "the terms are too tame to show anything")
    }

    @Test(
        "whole numbers and binary fractions are exact",
        arguments: [0, 1, -1, 0.5, -0.75, 1_234_567_890_123, 0x1p-64, -0x1p-40, 3.141592653589793]
    )
    func exact(_ value: Double) {
        var sums = ExactSums(rowCount: 2, width: 2)
        sums.add(value, row: 1, column: 1)
        #expect(sums[1, 1] == value)
        #expect(sums.totals == [0, value])
        sums.add(-value, row: 1, column: 1)
        #expect(sums[1, 1] == 0)
    }

    @Test("what lies below 2^-64 is rounded, not lost to a wrong shift")
    func tiny() {
        var sums = ExactSums(rowCount: 1, width: 1)
        sums.add(0x1.8p-64, row: 0, column: 0)
        #expect(sums[0, 0] == 0x1p-63)
        sums.add(1e-300, row: 0, column: 0)
        #expect(sums[0, 0] == 0x1p-63)
    }
}
