// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Elementary functions", .tags(.oracle))
struct ElementaryFunctionsTests {
    private static let functions: [(name: String, function: @Sendable (Double) -> Double)] = [
        ("exp", ElementaryFunctions.exp), ("expm1", ElementaryFunctions.expm1), ("log", ElementaryFunctions.log),
        ("log1p", ElementaryFunctions.log1p), ("log2", ElementaryFunctions.log2),
    ]

    @Test("every function is within one unit in the last place", arguments: functions.indices)
    func accuracy(index: Int) throws {
        let (name, function) = Self.functions[index]
        let rows = try #require(try Oracle.load().elementary[name])
        #expect(rows.count > 200)
        for row in rows {
            let error = ((function(row[0]) - row[1]) - row[2]) / row[1].ulp
            #expect(error.magnitude < 1, "\(name)(\(row[0])): \(error) units")
        }
    }

    @Test("the ends of the range")
    func ends() {
        typealias E = ElementaryFunctions
        #expect(E.exp(0) == 1 && E.exp(-.infinity) == 0 && E.exp(.infinity) == .infinity && E.exp(.nan).isNaN)
        #expect(E.exp(709.79) == .infinity && E.exp(709.78) < .infinity && E.exp(-746) == 0 && E.exp(-745) > 0)
        #expect(E.expm1(0) == 0 && E.expm1(-800) == -1 && E.expm1(-.infinity) == -1 && E.expm1(800) == .infinity)
        #expect(E.log(1) == 0 && E.log(0) == -.infinity && E.log(-1).isNaN && E.log(.infinity) == .infinity)
        #expect(E.log1p(-1) == -.infinity && E.log1p(-2).isNaN && E.log1p(.infinity) == .infinity && E.log1p(0) == 0)
        #expect(E.log(.nan).isNaN && E.log1p(.nan).isNaN && E.log2(.nan).isNaN)
        #expect(E.pow(0, 2) == 0 && E.pow(0, 0) == 1 && E.pow(-1, 0.5).isNaN && E.pow(1, 9) == 1)
    }

    @Test("the logarithm to base 2 is exact for powers of two")
    func powersOfTwo() {
        for power in -1074...1023 {
            let x = Double(sign: .plus, exponent: power, significand: 1)
            #expect(ElementaryFunctions.log2(x) == Double(power))
        }
    }

    @Test("the functions give these bits on every machine")
    func bits() {
        // A digest of many values: another order of operations or a fused multiply-add would change it.
        var digest: UInt64 = 0
        for (_, function) in Self.functions {
            for step in 1...2_000 {
                digest = (digest ^ function(Double(step) * 0.0137).bitPattern) &* 0x0000_0100_0000_01B3
            }
        }
        #expect(digest == 1_125_185_412_350_082_866)
    }

    @Test("a power is the exponential of the multiplied logarithm")
    func power() {
        #expect(relativeError(ElementaryFunctions.pow(2.5, 3.5), 24.705294220065465) < 4e-16)
        #expect(relativeError(ElementaryFunctions.pow(0.9, 100), 2.656139888758748e-5) < 4e-15)
    }
}
