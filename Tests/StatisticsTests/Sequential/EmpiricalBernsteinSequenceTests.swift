// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@Suite("A confidence sequence for bounded means")
struct EmpiricalBernsteinSequenceTests {
    private static let purpose = KeyedRandom.Purpose(rawValue: 901)

    @Test("two values by hand", .tags(.byHand))
    func twoValues() throws {
        var sequence = EmpiricalBernsteinSequence(confidence: 0.95)
        #expect(sequence.centre == nil && sequence.halfWidth == .infinity)
        #expect(sequence.interval == ConfidenceInterval(lower: 0, upper: 1, lowerLimit: 0, upperLimit: 1))
        sequence.absorb(1)
        sequence.absorb(0)
        // λ₁ = λ₂ = ¾; μ̂₀ = ½, μ̂₁ = ¾: (ln 40 + (¼ + 9/16) · (ln 4 − ¾)) / 1½.
        #expect(sequence.centre == 0.5)
        #expect((sequence.halfWidth - (3.6888794541139363 + 0.8125 * 0.6362943611198906) / 1.5).magnitude < 1e-14)
        #expect(sequence.interval.lower == 0 && sequence.interval.upper == 1)
    }

    @Test(
        "it is as wide as published, however little the values vary",
        arguments: [(8, 0.61), (64, 0.077), (256, 0.019)]
    )
    func width(count: Int, expected: Double) {
        let random = KeyedRandom(seed: 3)
        var sequence = EmpiricalBernsteinSequence(confidence: 0.95)
        for index in 0..<UInt32(count) {
            let z = NormalDistribution.quantile(random.uniform(Self.purpose, index, 0) + 0x1p-54)
            sequence.absorb(0.5 + 0.0003 * z)
        }
        #expect((sequence.halfWidth - expected).magnitude < 0.03 * expected, "\(sequence.halfWidth)")
    }

    @Test(
        "it misses at some moment of a run in at most α of the runs",
        .tags(.simulation),
        arguments: [0.5, 0.1, 0.02]
    )
    func coverage(mean: Double) {
        let random = KeyedRandom(seed: 17)
        let runs: UInt32 = 2_000
        var misses = 0
        var lowerMisses = 0
        for run in 0..<runs {
            var sequence = EmpiricalBernsteinSequence(confidence: 0.95)
            var (missed, missedBelow) = (false, false)
            for index in 0..<300 as Range<UInt32> {
                sequence.absorb(random.uniform(Self.purpose, run, index, 1) < mean ? 1 : 0)
                let interval = sequence.interval
                missed = missed || interval.lower > mean || interval.upper < mean
                missedBelow = missedBelow || interval.lowerLimit > mean
            }
            misses += missed ? 1 : 0
            lowerMisses += missedBelow ? 1 : 0
        }
        // Computed elsewhere: at most 1.4 %.
        #expect(Double(misses) / Double(runs) <= 0.05, "\(misses)")
        #expect(Double(lowerMisses) / Double(runs) <= 0.05, "\(lowerMisses)")
    }

    @Test("it closes in on the mean")
    func consistency() {
        let random = KeyedRandom(seed: 5)
        var sequence = EmpiricalBernsteinSequence(confidence: 0.95)
        var widths: [Double] = []
        for index in 0..<20_000 as Range<UInt32> {
            sequence.absorb(random.uniform(Self.purpose, index, 2))
            if index % 5_000 == 4_999 { widths.append(sequence.halfWidth) }
        }
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
        #expect(sequence.halfWidth < 0.02 && sequence.interval.lower < 0.5 && sequence.interval.upper > 0.5)
    }
}
