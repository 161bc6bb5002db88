// SPDX-License-Identifier: Apache-2.0
import Evidence
import Statistics
import TestSupport
import Testing

@testable import Measures

@Suite("Intervals by the jackknife and Student's t") struct StudentTests {
    private static let student = Inference(seed: 3, method: .student)

    /// One row a unit and arm.
    private static func sample(subject: [Double], reference: [Double], isPaired: Bool = true) -> Sample {
        let names =
            subject.indices.map { "w\($0)" } + reference.indices.map { isPaired ? "w\($0)" : "x\($0)" }
        var sample = TestSamples.sample(unit: names, name: "world")
        sample.arm = subject.map { _ in Arm.subject } + reference.map { _ in Arm.reference }
        sample.score = subject + reference
        return sample
    }

    private static func normal(_ random: KeyedRandom, _ index: Int, _ purpose: UInt32) -> Double {
        (0..<12).reduce(-6) { sum, draw in
            sum + random.uniform(.init(rawValue: 500 + purpose), UInt32(index), UInt32(draw))
        }
    }

    @Test("of a mean over units it is the t interval", .tags(.byHand))
    func mean() async throws {
        // Differences 1 … 8: mean 4.5, SD √6, SE √6/√8 = 0.8660254; t₇ = 2.3646243 at 97.5 %, 1.8945786 at 95 %.
        let sample = Self.sample(subject: (1...8).map { Double($0) + 10 }, reference: Array(repeating: 10, count: 8))
        let reading = try await PreferenceShift(Parameters()).read(sample, Self.student)
        let figure = try #require(reading["shift/difference"])
        let found = try #require(figure.uncertainty)
        #expect(figure.value == 4.5)
        #expect(abs(found.upper - (4.5 + 2.364_624_252 * 0.866_025_404)) < 1e-8)
        #expect(abs(found.lower - (4.5 - 2.364_624_252 * 0.866_025_404)) < 1e-8)
        #expect(abs(found.upperLimit - (4.5 + 1.894_578_605 * 0.866_025_404)) < 1e-8)
        #expect(abs(found.lowerLimit - (4.5 - 1.894_578_605 * 0.866_025_404)) < 1e-8)
        #expect(found.method == "jackknife, Student's t, 8 units" && found.alternative == nil)
        #expect(figure.note == nil && reading.exhibits.isEmpty)
        // All differences have the same sign: 2 of 2⁸ patterns of signs reach the mean.
        #expect(figure.pValue == 2.0 / 256)
    }

    @Test("of two independent groups it is the interval of Welch", .tags(.byHand))
    func welch() async throws {
        let (one, other) = ((1...8).map { Double($0) }, (1...10).map { Double($0 * $0) })
        let reading = try await PreferenceShift(Parameters()).read(
            Self.sample(subject: one, reference: other, isPaired: false),
            Self.student
        )
        let figure = try #require(reading["shift/difference"])
        let (a, b) = (Moments(one), Moments(other))
        let (v, w) = (a.variance / 8, b.variance / 10)
        let freedom = (v + w) * (v + w) / (v * v / 7 + w * w / 9)
        let reach = StudentDistribution(degreesOfFreedom: freedom).quantile(0.975) * (v + w).squareRoot()
        let found = try #require(figure.uncertainty)
        #expect(abs(try #require(figure.value) - (a.mean - b.mean)) < 1e-12)
        #expect(abs(found.upper - (a.mean - b.mean + reach)) < 1e-9)
        #expect(found.method == "jackknife within 2 strata, Student's t, 18 units")
        // The mean of one arm knows nothing of the other.
        let own = try #require(reading["shift/subject"]?.uncertainty)
        #expect(abs(own.upper - (a.mean + 2.364_624_252 * v.squareRoot())) < 1e-8)
    }

    @Test("a ratio and its inverse have inverse intervals")
    func ratio() async throws {
        let sample = Self.sample(subject: [3, 5, 4, 6, 2, 7, 5, 4], reference: [2, 2, 3, 1, 2, 4, 3, 2])
        var turned = sample
        turned.arm = sample.arm?.map { 1 - $0 }
        let one = try #require(try await NewcomerReach(Parameters()).read(sample, Self.student)["ratio"]?.uncertainty)
        let two = try #require(try await NewcomerReach(Parameters()).read(turned, Self.student)["ratio"]?.uncertainty)
        #expect(abs(one.lower * two.upper - 1) < 1e-12 && abs(one.upperLimit * two.lowerLimit - 1) < 1e-12)
    }

    @Test("seven units have no such interval; means take the exact one of the sign-flip test")
    func few() async throws {
        let values = [3, 5, 4, 6, 2, 7, 5.0]
        let sample = Self.sample(subject: values, reference: values.map { $0 - 1 })
        let ratio = try #require(try await NewcomerReach(Parameters()).read(sample, Self.student)["ratio"])
        #expect(ratio.uncertainty == nil && ratio.note == "7 independent units: an interval needs at least 8")
        let shift = try #require(try await PreferenceShift(Parameters()).read(sample, Self.student)["shift/difference"])
        #expect(shift.uncertainty?.method.hasPrefix("sign flips inverted, exact") == true)
    }

    @Test("nothing is drawn: neither seed nor number of draws changes an interval, nor do threads")
    func noDraws() async throws {
        let sample = TestSamples.random(4)
        for type in [Amplification.self, Encounter.self, Concentration.self] as [any Measure.Type] {
            let measure = try type.init(Parameters())
            let one = try await measure.read(sample, Inference(replicates: 100, seed: 1, method: .student, threads: 1))
            let two = try await measure.read(
                sample,
                Inference(replicates: 9_000, seed: 8, method: .student, threads: 3)
            )
            #expect(one.figures.map(\.uncertainty) == two.figures.map(\.uncertainty), "\(type.card.name)")
            #expect(one.figures.contains { $0.uncertainty != nil }, "\(type.card.name)")
        }
    }

    @Test(
        "with few worlds a ratio of totals is covered about as often as it says",
        .tags(.simulation),
        arguments: [8, 16]
    )
    func coverage(_ worlds: Int) async throws {
        let runs = 1_500
        var (covered, above, below) = (0, 0, 0)
        for run in 0..<runs {
            let random = KeyedRandom(seed: UInt64(70_000 + run))
            var (subject, reference): ([Double], [Double]) = ([], [])
            for world in 0..<worlds {
                // A world that is livelier is so in both arms; the true ratio is 1.5.
                let lively = 100 + 20 * Self.normal(random, world, 0)
                subject.append(max(0, 1.5 * lively + 12 * Self.normal(random, world, 1)))
                reference.append(max(0, lively + 8 * Self.normal(random, world, 2)))
            }
            let sample = Self.sample(subject: subject, reference: reference)
            let reading = try await NewcomerReach(Parameters()).read(sample, Self.student)
            let found = try #require(reading["ratio"]?.uncertainty)
            if found.lower <= 1.5, 1.5 <= found.upper { covered += 1 }
            if found.lowerLimit > 1.5 { above += 1 }
            if found.upperLimit < 1.5 { below += 1 }
        }
        #expect(Double(covered) >= 0.93 * Double(runs), "\(covered) of \(runs)")
        #expect(Double(max(above, below)) <= 0.07 * Double(runs), "\(above) and \(below) of \(runs)")
    }

    @Test(
        "the largest of equal figures lies beyond 0 in at most one run of twenty, and its upper limit holds the true one"
    )
    func extreme() async throws {
        var (beyond, missed) = (0, 0)
        let runs = 600
        for run in 0..<runs {
            let random = KeyedRandom(seed: UInt64(90_000 + run))
            var names: [String] = []
            var (arms, scores, issues): ([Int8], [Double], [String]) = ([], [], [])
            for world in 0..<12 {
                for issue in 0..<4 {
                    for arm in 0..<2 {
                        names.append("w\(world)")
                        arms.append(Int8(arm))
                        issues.append("i\(issue)")
                        // The first issue leans by 0.3 under the subject in every second run, and much more uncertainly than the others.
                        let lean = arm == 1 && issue == 0 && run % 2 == 1 ? 0.3 : 0
                        let noise = issue == 0 ? 0.6 : 0.1
                        scores.append(lean + noise * Self.normal(random, world * 8 + issue * 2 + arm, 3))
                    }
                }
            }
            var sample = TestSamples.sample(unit: names, name: "world")
            (sample.arm, sample.score, sample.stratum) = (arms, scores, Categorical(issues))
            let found = try #require(
                try await ExcessDrift(Parameters()).read(sample, Self.student)["excess"]?.uncertainty
            )
            if run % 2 == 0, found.lowerLimit > 0 { beyond += 1 }
            if run % 2 == 1, found.upperLimit < 0.3 { missed += 1 }
        }
        #expect(beyond <= 22, "\(beyond) of \(runs / 2)")
        #expect(missed <= 22, "\(missed) of \(runs / 2)")
    }
}
