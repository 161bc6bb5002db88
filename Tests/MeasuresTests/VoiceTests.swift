// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@testable import Measures

@Suite("Measures of voice, by hand", .tags(.byHand))
struct VoiceTests {
    private let close = 1e-12

    @Test("amplification is a ratio of shares, its parts those of both arms")
    func amplification() async throws {
        // Reference: 3 of part p, 1 of q. Subject: 1 of p, 3 of q.
        var sample = TestSamples.sample(unit: Array(repeating: "u", count: 8))
        sample.arm = [0, 0, 0, 0, 1, 1, 1, 1]
        sample.part = Partition(name: "part", Categorical(["p", "p", "p", "q", "p", "q", "q", "q"]))
        let reading = try await Amplification(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["ratio/p"]?.value) - 1.0 / 3) < close)
        #expect(abs(try #require(reading["ratio/q"]?.value) - 3) < close)
        #expect(abs(try #require(reading["largestRatio"]?.value) - 3) < close)
        #expect(abs(try #require(reading["spread"]?.value) - 9) < close)
        #expect(reading["share/p/reference"]?.value == 0.75)
        #expect(reading["ratio/p"]?.uncertainty == nil, "one unit gives no interval")
    }

    @Test("an item of two parts counts in both, one of none in the whole only")
    func overlap() async throws {
        var sample = TestSamples.sample(unit: ["u", "u", "u", "u"])
        sample.part = Partition(
            name: "part",
            partNames: ["p", "q"],
            entities: [0, 1, 2, -1],
            memberships: [[0], [0, 1], []]
        )
        let reading = try await Amplification(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["share/p"]?.value == 0.5 && reading["share/q"]?.value == 0.25)
    }

    @Test("units that weigh alike are averaged, whatever they hold")
    func unitAverage() async throws {
        var sample = TestSamples.sample(unit: ["u", "v", "v", "v", "v"])
        sample.part = Partition(name: "part", Categorical(["p", "q", "q", "q", "p"]))
        let pooled = try await Amplification(Parameters()).read(sample, TestSamples.inference)
        let alike = try await Amplification(Parameters(["average": .text("units")])).read(sample, TestSamples.inference)
        #expect(pooled["share/p"]?.value == 0.4)
        #expect(alike["share/p"]?.value == 0.625)
    }

    @Test("79 viewers against 9, four to one, are 116.2162 %")
    func reachAmplification() async throws {
        // 400 viewers in the subject's arm, 100 in the reference; the part reaches 79 and 9 of them, one of them twice.
        let viewers = (0..<500).map { "v\($0)" }
        let arms = (0..<500).map { Int8($0 < 400 ? 1 : 0) }
        let isReached = (0..<500).map { $0 < 79 || (400..<409).contains($0) }
        var sample = TestSamples.sample(unit: viewers + ["v0"], name: "viewer")
        sample.viewer = Categorical(viewers + ["v0"])
        sample.arm = arms + [1]
        sample.part = Partition(name: "part", Categorical(isReached.map { $0 ? "t" : nil } + ["t"]))
        let reading = try await ReachAmplification(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["amplification/t"]?.value) - (80.0 / 37 - 1)) < close)
        #expect(reading["reach/t/subject"]?.value == 79.0 / 400)
    }

    @Test("single authors: one is doubled, one halved, the typical one unchanged")
    func authorAmplification() async throws {
        var sample = TestSamples.sample(unit: Array(repeating: "u", count: 12))
        sample.author = Categorical(["a", "a", "b", "b", "b", "b", "a", "a", "a", "a", "b", "b"])
        sample.arm = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
        let reading = try await AuthorAmplification(Parameters()).read(sample, TestSamples.inference)
        // a: (4 + 1)/(2 + 1), b: (2 + 1)/(4 + 1).
        #expect(abs(try #require(reading["typical"]?.value) - 1) < close)
        #expect(try #require(reading["spread"]?.value) > 2)
    }

    private func page(_ labels: [Double], _ parameters: [String: Parameters.Value]) async throws -> Double? {
        var sample = TestSamples.sample(unit: labels.map { _ in "query" })
        sample.page = Categorical(labels.map { _ in "page" })
        sample.slot = labels.indices.map { Int32($0 + 1) }
        sample.score = labels
        return try await RankWeightedScore(Parameters(parameters)).read(sample, TestSamples.inference)["score"]?.value
    }

    @Test("SERP-MS of (1, 0, −1) is one third")
    func serpMS() async throws {
        #expect(abs(try #require(try await page([1, 0, -1], [:])) - 1.0 / 3) < close)
        // Ten places: 1·10 + 0·9 − 1·8 over 55.
        #expect(abs(try #require(try await page([1, 0, -1], ["pageSize": .number(10)])) - 2.0 / 55) < close)
        #expect(try await page([1, 0, -1], ["weight": .text("none")]) == 0)
        // γ = ½: (1 − ¼) / (1 + ½ + ¼).
        let geometric = try #require(
            try await page([1, 0, -1], ["weight": .text("geometric"), "gamma": .number(0.5)])
        )
        #expect(abs(geometric - 0.75 / 1.75) < close)
        let log2 = try #require(try await page([1, 0, -1], ["weight": .text("log2")]))
        #expect(abs(log2 - 0.5 / (1 + 0.6309297535714575 + 0.5)) < close)
    }

    @Test("an empty slot never counts: a row without a score changes nothing")
    func padding() async throws {
        #expect(
            try await page([1, 0, -1], ["weight": .text("log2")])
                == (try await page([1, 0, -1, .nan], ["weight": .text("log2")]))
        )
    }

    @Test("Glass's Δ: differences over the spread of the reference, by hand")
    func referenceEffect() async throws {
        // Reference means 1, 2, 3 (SD 1); subject means 2, 2, 5: differences 1, 0, 2.
        var sample = TestSamples.sample(unit: ["a", "b", "c", "a", "b", "c"], name: "viewer")
        sample.arm = [0, 0, 0, 1, 1, 1]
        sample.score = [1, 2, 3, 2, 2, 5]
        let reading = try await ReferenceEffect(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["effect/difference"]?.value) - 1) < close)
        #expect(abs(try #require(reading["score/difference"]?.value) - 1) < close)
        #expect(reading["sd"]?.value == 1)
        #expect(reading["score/difference"]?.pValue == nil, "three units give no p-value")
        sample.score = [1, 1, 1, 2, 2, 5]
        #expect(
            try await ReferenceEffect(Parameters()).read(sample, TestSamples.inference)["effect/difference"]?.value
                == nil
        )
    }

    @Test("sessions weigh alike within a viewer, viewers weigh alike")
    func sessions() async throws {
        // Viewer a, subject: session 1 scores (0, 0, 0), session 2 scores (1): mean ½, not ¼.
        var sample = TestSamples.sample(unit: ["a", "a", "a", "a", "a", "b", "b"], name: "viewer")
        sample.page = Categorical(["s1", "s1", "s1", "s2", "s3", "s4", "s5"])
        sample.arm = [1, 1, 1, 1, 0, 1, 0]
        sample.score = [0, 0, 0, 1, 0, 1, 1]
        let reading = try await ReferenceEffect(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["score/difference"]?.value) - 0.25) < close)
    }

    private func shown(_ parameters: [String: Parameters.Value] = [:]) async throws -> Reading {
        var sample = TestSamples.sample(unit: ["v", "v", "w", "w"], name: "viewer")
        sample.viewer = sample.unit
        sample.item = Categorical(["i1", "i2", "i1", "i1"])
        sample.slot = [1, 2, 1, 2]
        sample.candidates = Candidates(item: Categorical(["i1", "i2", "i3", "i4"]))
        return try await Coverage(Parameters(parameters)).read(sample, TestSamples.inference)
    }

    @Test("coverage: two of four items shown; one viewer saw two, one one")
    func coverage() async throws {
        let reading = try await shown()
        #expect(reading["shown"]?.value == 0.5 && reading["perViewer"]?.value == 1.5)
        #expect(abs(try #require(reading["oneIn"]?.value) - 4 / 1.5) < close)
        #expect(
            reading["outreach/0"]?.value == 2 && reading["outreach/1"]?.value == 1 && reading["outreach/2"]?.value == 1
        )
    }

    @Test("coverage never falls with depth, and changes where depth cuts")
    func depth() async throws {
        let one = try #require(try await shown(["depth": .number(1)])["shown"]?.value)
        let two = try #require(try await shown(["depth": .number(2)])["shown"]?.value)
        #expect(one == 0.25 && two == 0.5)
    }

    @Test("newest first: two sessions of one viewer, replayed by hand")
    func newestFirst() async throws {
        // Posts at 0, 10, 20, 30 s; session 1 at 15 s shows one item, session 2 at 1,000 s shows two (one of them twice).
        var sample = TestSamples.sample(unit: Array(repeating: "v", count: 4), name: "viewer")
        sample.viewer = sample.unit
        sample.item = Categorical(["p0", "p0", "p1", "p1"])
        sample.time = [15, 1_000, 1_010, 1_020]
        var candidates = Candidates(item: Categorical(["p0", "p1", "p2", "p3"]))
        candidates.time = [0, 10, 20, 30]
        sample.candidates = candidates
        let reading = try await NewestFirst(Parameters()).read(sample, TestSamples.inference)
        // Newest first: session 1 has p1 (the newest at 15 s); session 2 has p3 and p2.
        #expect(reading["items/v/feed"]?.value == 2 && reading["items/v/newestFirst"]?.value == 3)
        #expect(reading["sessions/v"]?.value == 2)
        #expect(reading["reach/feed"]?.value == 0.5 && reading["reach/newestFirst"]?.value == 0.75)
        #expect(abs(try #require(reading["ratio"]?.value) - 2.0 / 3) < close)
    }

    @Test("delivery: three of four to one part, with Wilson's interval per market and none over two markets")
    func delivery() async throws {
        var sample = TestSamples.sample(unit: ["x", "x", "y", "y"], name: "country")
        sample.item = Categorical(["job", "job", "job", "other"])
        sample.readerPart = Partition(name: "part", Categorical(["f", "m", "f", "m"]))
        sample.stratum = Categorical(["x", "x", "y", "y"])
        sample.count = [30, 10, 5, 40]
        let reading = try await DeliveryDisparity(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["share/f/job/x"]?.value == 0.75)
        #expect(reading["share/f/job"]?.value == 35.0 / 45)
        // All items: 35 of 85 to f.
        #expect(abs(try #require(reading["disparity/f/job"]?.value) - (35.0 / 45 - 35.0 / 85)) < close)
        #expect(abs(try #require(reading["share/f/job/x"]?.uncertainty?.lower) - 0.5981) < 5e-4)
        #expect(reading["share/f/job"]?.uncertainty == nil)
    }

    @Test("disparity over groups: the published vectors")
    func groupDisparity() async throws {
        let (successes, trials) = ([6, 11, 25, 50], [10, 20, 40, 80])
        var sample = TestSamples.sample(unit: (0..<8).map { "g\($0 / 2)" }, name: "group")
        sample.part = Partition(name: "group", sample.unit)
        sample.score = (0..<8).map { $0 % 2 == 0 ? 1 : 0 }
        sample.count = zip(successes, trials).flatMap { [Double($0), Double($1 - $0)] }
        let reading = try await GroupDisparity(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["uncorrected"]?.value) - 0.00125) < 5e-11)
        #expect(reading["variance"]?.value == 0, "−0.0100410156 is floored at 0")
    }

    @Test("disparity over groups: the pooled jobs")
    func jobs() async throws {
        let counts = [
            (17_906, 2_423), (11_092, 2_853), (7_314, 5_600), (10_511, 9_169), (7_266, 7_484), (1_474, 12_979),
        ]
        var sample = TestSamples.sample(unit: (0..<12).map { "g\($0 / 2)" }, name: "job")
        sample.part = Partition(name: "job", sample.unit)
        sample.score = (0..<12).map { $0 % 2 == 0 ? 1 : 0 }
        sample.count = counts.flatMap { [Double($0.0), Double($0.1)] }
        let reading = try await GroupDisparity(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["uncorrected"]?.value) - 0.074669276398) < 5e-13)
        #expect(abs(try #require(reading["variance"]?.value) - 0.074657313400) < 5e-13)
    }
}
