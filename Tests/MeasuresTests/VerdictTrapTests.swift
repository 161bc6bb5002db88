// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@testable import Measures

/// What must never read as parity, and what must never pass in silence.
@Suite("Figures that could mislead a verdict", .tags(.byHand))
struct VerdictTrapTests {
    /// Twenty units with four rows in each arm; `names` gives what a row shows.
    private static func sample(_ names: (_ unit: Int, _ arm: Int, _ place: Int) -> String?) -> Sample {
        let rows = (0..<20 * 8).map { ($0 / 8, $0 / 4 % 2, $0 % 4) }
        var sample = TestSamples.sample(unit: rows.map { "u\($0.0)" }, name: "viewer")
        sample.viewer = sample.unit
        sample.arm = rows.map { Int8($0.1) }
        sample.part = Partition(name: "part", Categorical(rows.map { names($0.0, $0.1, $0.2) }))
        return sample
    }

    @Test("a part that the subject does not show at all is the furthest of all, and certainly beyond a bound")
    func silencedPart() async throws {
        // The reference shows p, q and r; the subject never r, and p and q as often as before.
        let sample = Self.sample { unit, arm, place in
            place < 3 ? ["p", "q", arm == 0 ? "r" : nil][place] : unit % 2 == 0 ? "p" : "q"
        }
        let reading = try await Amplification(Parameters()).read(sample, TestSamples.inference)
        for key in ["largestRatio", "spread"] {
            let figure = try #require(reading[key])
            #expect(try #require(figure.value) > 5, "\(key)")
            #expect(try #require(figure.uncertainty).lowerLimit > 1.4, "\(key)")
        }
        #expect(reading["ratio/r"]?.value == 0)
        #expect(abs(try #require(reading["ratio/p"]?.value) - 1) < 1e-12)
        #expect(reading.notes.contains { $0.hasPrefix("r is not shown at all under subject") })
    }

    @Test("one part alone has no spread")
    func onePart() async throws {
        let sample = Self.sample { _, _, place in place == 0 ? nil : "p" }
        let reading = try await Amplification(Parameters()).read(sample, TestSamples.inference)
        let spread = try #require(reading["spread"])
        #expect(spread.value == nil && spread.uncertainty == nil && spread.note != nil)
    }

    @Test("readers who meet nobody else any more are the least of all ratios")
    func noEncounters() async throws {
        var sample = Self.sample { unit, arm, place in
            let (own, other) = unit % 2 == 0 ? ("p", "q") : ("q", "p")
            return place == 0 && (arm == 0 || own == "q") ? other : own
        }
        sample.readerPart = Partition(
            name: "part",
            Categorical((0..<sample.rows).map { $0 / 8 % 2 == 0 ? "p" : "q" })
        )
        let reading = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        let least = try #require(reading["leastRatio"])
        // As if one reader of the part met only others: the most it can be.
        #expect(try #require(least.value) > 0 && (try #require(least.value)) < 0.6)
        #expect(try #require(least.uncertainty).upperLimit < 0.8)
        #expect(reading["ratio/p"]?.value == 0)
        #expect(abs(try #require(reading["ratio/q"]?.value) - 1) < 1e-12)
    }

    @Test("an arm without viewers or exposure has no amplification, rather than parity")
    func emptyArm() async throws {
        var sample = Self.sample { _, _, _ in "p" }
        sample.author = Categorical((0..<sample.rows).map { "a\($0 % 4)" })
        for arm in [Arm.reference, Arm.subject] {
            sample.arm = Array(repeating: arm, count: sample.rows)
            let readings = [
                try await Amplification(Parameters()).read(sample, TestSamples.inference),
                try await ReachAmplification(Parameters()).read(sample, TestSamples.inference),
                try await AuthorAmplification(Parameters()).read(sample, TestSamples.inference),
            ]
            for (reading, key) in zip(readings, ["largestRatio", "largest", "typical"]) {
                let figure = try #require(reading[key])
                #expect(figure.value == nil && figure.uncertainty == nil, "\(key)")
            }
            #expect(readings[2]["largestGap"]?.value == nil && readings[2]["spread"]?.value == nil)
        }
    }

    @Test("a page whose rows lie in both arms is refused, not counted for one of them")
    func mixedPage() async throws {
        var sample = Self.sample { _, _, _ in "p" }
        sample.page = Categorical((0..<sample.rows).map { "u\($0 / 8)" })
        sample.slot = (0..<sample.rows).map { Int32($0 % 8 + 1) }
        sample.score = (0..<sample.rows).map { Double($0 % 5) }
        await #expect(throws: MeasureError.self) {
            try await RankWeightedScore(Parameters()).read(sample, TestSamples.inference)
        }
        await #expect(throws: MeasureError.self) {
            try await ReferenceEffect(Parameters()).read(sample, TestSamples.inference)
        }
    }

    @Test("a row that stands for several impressions has no place on a page of fixed size")
    func countsOnFixedPages() async throws {
        let measure = try RankWeightedScore(Parameters(["pageSize": .number(4)]))
        var sample = Self.sample { _, _, _ in "p" }
        sample.page = Categorical((0..<sample.rows).map { "\($0 / 4)" })
        sample.slot = (0..<sample.rows).map { Int32($0 % 4 + 1) }
        sample.score = (0..<sample.rows).map { _ in 1 }
        #expect(try await measure.read(sample, TestSamples.inference)["score/subject"]?.value == 1)
        // Counted twice, a page of ones would score 2.
        sample.count = Array(repeating: 2, count: sample.rows)
        await #expect(throws: MeasureError.self) { try await measure.read(sample, TestSamples.inference) }
    }

    @Test("what one viewer is shown in two arms are two lists")
    func listsOfArms() async throws {
        // In each arm all viewers see the same four items, and none of those of the other arm.
        var sample = Self.sample { _, _, _ in "p" }
        sample.part = nil
        sample.item = Categorical((0..<sample.rows).map { "i\($0 % 8)" })
        // The last viewer has rows of the subject's arm only.
        sample.viewer = Categorical((0..<sample.rows).map { $0 >= 19 * 8 && $0 < 19 * 8 + 4 ? nil : "u\($0 / 8)" })
        let reading = try await Personalisation(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["similarity/others"]?.value == 1)
    }

    @Test("a reader of several parts is refused where pairs lie within one part or across")
    func readersOfSeveralParts() async throws {
        var sample = Self.sample { _, _, _ in "p" }
        sample.item = Categorical((0..<sample.rows).map { "i\($0 % 8)" })
        sample.readerPart = Partition(
            name: "part",
            partNames: ["p", "q"],
            entities: (0..<Int32(sample.rows)).map { $0 / 8 % 3 },
            memberships: [[0], [1], [1, 0]]
        )
        await #expect(throws: MeasureError.self) {
            try await Personalisation(Parameters()).read(sample, TestSamples.inference)
        }
        // Three entities of one part each, the last two in the same part: no pair may be taken for another.
        sample.readerPart = Partition(
            name: "part",
            partNames: ["p", "q"],
            entities: (0..<Int32(sample.rows)).map { $0 / 8 % 3 },
            memberships: [[0], [1], [1]]
        )
        let reading = try await Personalisation(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["similarity/within/q"]?.value == 1)
    }

    @Test("newest-first gives its headline an interval where viewers are many, and says why where they are few")
    func newestFirst() async throws {
        let sample = TestSamples.random(4)
        let ratio = try #require(try await NewestFirst(Parameters()).read(sample, TestSamples.inference)["ratio"])
        let (value, interval) = (try #require(ratio.value), try #require(ratio.uncertainty))
        #expect(interval.lower < value && value < interval.upper)
    }

    @Test("where units hold several rows, nothing says that groups differ by more than chance", arguments: [1, 4, 40])
    func clusteredGroups(_ rowsOfUnit: Int) async throws {
        // Two groups of 80 rows, 20 and 60 of them successes.
        var sample = TestSamples.sample(unit: (0..<160).map { "u\($0 / rowsOfUnit)" }, name: "viewer")
        sample.part = Partition(name: "group", Categorical((0..<160).map { $0 < 80 ? "p" : "q" }))
        sample.score = (0..<160).map { $0 < 20 || $0 >= 100 ? 1 : 0 }
        let figure = try #require(
            try await GroupDisparity(Parameters()).read(sample, TestSamples.inference)["variance"]
        )
        guard rowsOfUnit < 40 else {
            #expect(figure.uncertainty == nil && figure.note?.contains("4 independent units") == true)
            return
        }
        let found = try #require(figure.uncertainty)
        #expect((found.lowerLimit > 0) == (rowsOfUnit == 1) && (figure.note == nil) == (rowsOfUnit == 1))
    }

    @Test("every figure without a value says why", arguments: MeasureCatalogue.all.map { $0.card.name })
    func reasons(_ name: String) async throws {
        let type = try #require(MeasureCatalogue.named(name))
        let parameters =
            switch name {
            case "session-growth": Parameters(["first": .text("network"), "last": .text("ranked")])
            case "control-response": Parameters(["placebo": .text("network")])
            default: Parameters()
            }
        // So few rows that some part lacks an arm, a stage or a reader.
        for seed in 0..<12 as Range<UInt64> {
            var sample = TestSamples.random(seed, rows: 14)
            if name == "reach-parity", let author = sample.author { sample.unit = author }
            guard let reading = try? await type.init(parameters).read(sample, TestSamples.inference) else { continue }
            for figure in reading.figures where figure.value == nil {
                #expect(figure.note != nil, "\(figure.key), seed \(seed)")
                #expect(figure.uncertainty == nil && figure.pValue == nil, "\(figure.key), seed \(seed)")
            }
        }
    }
}
