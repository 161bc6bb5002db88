// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("Keyed random numbers", .tags(.published))
struct KeyedRandomTests {
    @Test("Philox gives the known answers of Random123")
    func knownAnswers() {
        #expect(
            KeyedRandom.philox(counter: .zero, key: .zero)
                == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
        )
        #expect(
            KeyedRandom.philox(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
                == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
        )
        #expect(
            KeyedRandom.philox(
                counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
                key: SIMD2(0xa409_3822, 0x299f_31d0)
            )
                == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
        )
    }

    @Test("a uniform draw lies in [0, 1) and depends on every part of its key")
    func uniform() {
        let random = KeyedRandom(seed: 7)
        var seen = Set<Double>()
        for index in 0..<1_000 as Range<UInt32> {
            let draw = random.uniform(.bootstrap, index, 0)
            #expect((0..<1).contains(draw))
            seen.insert(draw)
            seen.insert(random.uniform(.signFlip, index, 0))
            seen.insert(random.uniform(.bootstrap, 5_000, index + 1))
            seen.insert(random.uniform(.bootstrap, 5_000, 0, index + 1))
        }
        #expect(seen.count == 4_000)
    }
}
