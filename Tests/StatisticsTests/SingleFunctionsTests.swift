// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Elementary functions in single precision", .tags(.oracle))
struct SingleFunctionsTests {
    /// Error in units of the last place of the true value.
    private static func units(_ value: Float, _ truth: Double) -> Double {
        ((Double(value) - truth) / Double(Float(truth).ulp)).magnitude
    }

    /// Numbers that fill a range evenly, in an order that meets all parts of it.
    private static func numbers(_ range: ClosedRange<Float>, count: Int = 200_000) -> [Float] {
        (0..<count).map { range.lowerBound + (range.upperBound - range.lowerBound) * Float($0) / Float(count - 1) }
    }

    @Test("the exponential is within four units, alone and in eight lanes")
    func exponential() {
        var worst = 0.0
        for x in Self.numbers(-87...88) + Self.numbers(-1...1) {
            worst = max(worst, Self.units(SingleFunctions.exp(x), ElementaryFunctions.exp(Double(x))))
            let lanes = SingleFunctions.exp(SIMD8(repeating: x))
            #expect(lanes == SIMD8(repeating: lanes[0]))
            worst = max(worst, Self.units(lanes[7], ElementaryFunctions.exp(Double(x))))
        }
        #expect(worst < 4, "\(worst)")
        #expect(SingleFunctions.exp(0) == 1 && SingleFunctions.exp(-1_000) == SingleFunctions.exp(-87))
        #expect(SingleFunctions.exp(1_000) == SingleFunctions.exp(88) && SingleFunctions.exp(88).isFinite)
    }

    @Test("the logarithm is within four units")
    func logarithm() {
        var (worst, x) = (0.0, Float.leastNormalMagnitude)
        while x < 1e38 {
            worst = max(worst, Self.units(SingleFunctions.log(x), ElementaryFunctions.log(Double(x))))
            x *= 1.000_37
        }
        for x in Self.numbers(0.25...4) where x != 1 {
            worst = max(worst, Self.units(SingleFunctions.log(x), ElementaryFunctions.log(Double(x))))
        }
        #expect(worst < 4, "\(worst)")
        #expect(SingleFunctions.log(1) == 0)
    }

    @Test("the logistic function is within four units, alone and in eight lanes")
    func logistic() {
        var worst = 0.0
        for x in Self.numbers(-80...80) + Self.numbers(-4...4) {
            let truth = 1 / (1 + ElementaryFunctions.exp(-Double(x)))
            worst = max(worst, Self.units(SingleFunctions.logistic(x), truth))
            worst = max(worst, Self.units(SingleFunctions.logistic(SIMD8(repeating: x))[3], truth))
        }
        #expect(worst < 4, "\(worst)")
    }

    @Test("the cosine is within two ten-millionths, exact where it is simple")
    func cosine() {
        var worst = 0.0
        for turns in Self.numbers(0...1).dropLast() {
            // cos 2πt = 1 − 2 sin² πt by the series of the sine, in double precision.
            let x = 2 * Double.pi * Double(turns)
            var (term, sum) = (1.0, 1.0)
            for k in 1...20 {
                term *= -x * x / Double((2 * k - 1) * 2 * k)
                sum += term
            }
            worst = max(worst, (Double(SingleFunctions.cosine(turns: turns)) - sum).magnitude)
        }
        #expect(worst < 2e-7, "\(worst)")
        #expect(SingleFunctions.cosine(turns: 0) == 1 && SingleFunctions.cosine(turns: 0.5) == -1)
    }

    @Test("normal numbers have the moments and the tails of the normal distribution", .tags(.simulation))
    func normal() {
        let (random, count) = (KeyedRandom(seed: 9), 1_000_000)
        var (moments, tails) = ([0.0, 0, 0, 0], [0, 0, 0])
        for draw in 0..<UInt32(count) {
            let words = random.words(.parametric, draw, 0)
            let x = Double(SingleFunctions.normal(Float((words.x >> 8) + 1) * 0x1p-24, Float(words.y >> 8) * 0x1p-24))
            for power in 0..<4 { moments[power] += [x, x * x, x * x * x, x * x * x * x][power] / Double(count) }
            for (index, bound) in [1.0, 2, 3].enumerated() where x.magnitude > bound { tails[index] += 1 }
        }
        // Four standard errors: 1, √2, √15, √96 by √n.
        #expect(moments[0].magnitude < 0.004 && (moments[1] - 1).magnitude < 0.0057)
        #expect(moments[2].magnitude < 0.0155 && (moments[3] - 3).magnitude < 0.0392)
        for (count, share) in zip(tails, [0.317_310_5, 0.045_500_3, 0.002_699_8]) {
            let error = (share * (1 - share) * 1e6).squareRoot()
            #expect((Double(count) - share * 1e6).magnitude < 4 * error, "\(count)")
        }
    }
}
