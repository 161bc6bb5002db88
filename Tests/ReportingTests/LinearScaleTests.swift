// SPDX-License-Identifier: Apache-2.0
import Measures
import Testing

@testable import Reporting

@Suite struct LinearScaleTests {
    @Test("ticks are round, lie on the axis, and are not too many")
    func ticks() {
        for seed in 0..<400 {
            let random = KeyedSequence(seed)
            let width = random.power(-9, 9)
            let low = (random.unit(1) - 0.5) * width * 40
            let scale = LinearScale(low...(low + width), from: 0, to: 300)
            let ticks = scale.ticks(atMost: 5)
            #expect(ticks.count <= 6, "seed \(seed)")
            #expect(ticks.count >= 2, "seed \(seed): \(scale.domain)")
            for tick in ticks {
                #expect((-1e-6...300.000_001).contains(scale.place(tick)), "seed \(seed): \(tick)")
            }
        }
    }

    @Test("a domain without width is widened around its value")
    func widens() {
        #expect(LinearScale(3...3, from: 0, to: 1).place(3) == 0.5)
        #expect(LinearScale(0...0, from: 0, to: 1).place(0) == 0.5)
    }

    @Test("labels of an axis never touch")
    func labels() {
        for seed in 0..<200 {
            let random = KeyedSequence(seed)
            let low = (random.unit(1) - 0.5) * random.power(0, 12)
            let scale = LinearScale(low...(low + random.power(-6, 6)), from: 14, to: 346)
            let ticks = Axis(scale: scale, style: NumberStyle(decimals: 0)).ticks()
            for (one, next) in zip(ticks, ticks.dropFirst()) {
                let gap = scale.place(next.value) - scale.place(one.value)
                let needed = (Drawing.width(of: one.label) + Drawing.width(of: next.label)) / 2
                #expect(gap > needed, "seed \(seed): \(one.label) and \(next.label)")
            }
        }
    }
}

/// Plain numbers for laws: the same for the same seed.
struct KeyedSequence {
    private let seed: UInt64

    init(_ seed: Int) { self.seed = UInt64(seed) }

    func unit(_ index: Int) -> Double {
        var word = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(index) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((word ^ (word >> 31)) >> 11) / 9_007_199_254_740_992
    }

    /// A power of ten between two exponents.
    func power(_ low: Int, _ high: Int) -> Double {
        let exponent = low + Int(unit(7) * Double(high - low + 1))
        return (0..<exponent.magnitude).reduce(1 + unit(8)) { value, _ in exponent < 0 ? value / 10 : value * 10 }
    }
}
