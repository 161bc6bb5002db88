// SPDX-License-Identifier: Apache-2.0
import Society
import Statistics
import TestSupport
import Testing

@Suite("Long-term satisfaction (RecSim)", .tags(.published))
struct LongTermSatisfactionTests {
    /// Mean engagement at a satisfaction: ln e ~ N(q · (5c + 4(1 − c)), 1).
    private func engagement(_ level: Double, clickbait: Double) -> Double {
        ElementaryFunctions.exp(level * (5 * clickbait + 4 * (1 - clickbait)) + 0.5)
    }

    @Test(
        "satisfaction and engagement settle where the closed form says",
        arguments: [
            (0.01, 1.0, 0.4917, 19.27), (0.01, 0.0, 0.5083, 12.60), (0.3, 1.0, 0.2689, 6.33), (0.3, 0.0, 0.7311, 30.70),
        ]
    )
    func settled(sensitivity: Double, clickbait: Double, level: Double, expected: Double) {
        let satisfaction = Satisfaction(sensitivity: sensitivity)
        let found = satisfaction.level(satisfaction.settledExposure(clickbait: clickbait))
        #expect((found - level).magnitude < 5e-5, "\(found)")
        #expect((engagement(found, clickbait: clickbait) - expected).magnitude < 5e-3)

        var exposure = 0.0
        for _ in 0..<120 { exposure = satisfaction.exposure(after: exposure, clickbait: clickbait) }
        #expect((exposure - satisfaction.settledExposure(clickbait: clickbait)).magnitude < 1e-12)
    }

    @Test("with noise the recursion settles around it, with the variance of an autoregression", .tags(.simulation))
    func noise() {
        let random = KeyedRandom(seed: 11)
        let satisfaction = Satisfaction()
        var (exposure, sum, squares) = (satisfaction.settledExposure(clickbait: 0.2), 0.0, 0.0)
        let steps = 100_000
        for step in 0..<UInt32(steps) {
            let draw = random.uniform(KeyedRandom.Purpose(rawValue: 801), step, 0) + 0x1p-54
            exposure = satisfaction.exposure(after: exposure, clickbait: 0.2, noise: NormalDistribution.quantile(draw))
            sum += exposure - 2
            squares += (exposure - 2) * (exposure - 2)
        }
        #expect((sum / Double(steps)).magnitude < 3 * 0.05 / 0.3 / Double(steps).squareRoot())
        let variance = 0.05 * 0.05 / (1 - 0.7 * 0.7)
        #expect((squares / Double(steps) / variance - 1).magnitude < 0.03)
    }

    @Test("whether clickbait or quality earns more turns on how strongly satisfaction answers")
    func orderFlips() {
        func settled(_ sensitivity: Double, _ clickbait: Double) -> Double {
            let satisfaction = Satisfaction(sensitivity: sensitivity)
            let level = satisfaction.level(satisfaction.settledExposure(clickbait: clickbait))
            return engagement(level, clickbait: clickbait)
        }
        #expect(settled(0.01, 1) > settled(0.01, 0))
        #expect(settled(0.3, 1) < settled(0.3, 0))
    }
}
