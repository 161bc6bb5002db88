// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@testable import Measures

@Suite("Measures of encounter, association, exit and autonomy, by hand", .tags(.byHand))
struct EncounterTests {
    private let close = 1e-12

    private func partition(_ names: [String?]) -> Partition { Partition(name: "part", Categorical(names)) }

    @Test("a silent reader counts as much as an active one")
    func silentReader() async throws {
        // Reader x (part p) sees one item, of q; reader y (part p) sees four, all of p. Authors: two of p, two of q.
        var sample = TestSamples.sample(unit: ["x", "y", "y", "y", "y"], name: "viewer")
        sample.viewer = sample.unit
        sample.part = partition(["q", "p", "p", "p", "p"])
        sample.readerPart = partition(["p", "p", "p", "p", "p"])
        sample.author = Categorical(["a", "b", "c", "b", "c"])
        let reading = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        // M_pq = (1 + 0)/2; π_p = 2/3.
        #expect(abs(try #require(reading["encounter/p"]?.value) - 0.5 / (1.0 / 3)) < close)
    }

    @Test("proportionate mixing is 1, separation is 0")
    func mixing() async throws {
        var sample = TestSamples.sample(unit: (0..<4).map { "v\($0 / 2)" }, name: "viewer")
        sample.viewer = sample.unit
        sample.readerPart = partition(["p", "p", "q", "q"])
        sample.author = Categorical(["a", "b", "a", "b"])
        sample.part = partition(["p", "q", "p", "q"])
        var reading = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["encounter/p"]?.value == 1 && reading["least"]?.value == 1)
        sample.author = Categorical(["a", "a", "b", "b"])
        sample.part = partition(["p", "p", "q", "q"])
        reading = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["encounter/p"]?.value == 0 && reading["encounter/q"]?.value == 0)
    }

    @Test("proportionate mixing is 1 where groups overlap, too: who belongs to several is shared out")
    func overlappingMixing() async throws {
        // One reader meets each of three authors once: of p, of q, and of both.
        var sample = TestSamples.sample(unit: ["v", "v", "v"], name: "viewer")
        sample.viewer = sample.unit
        sample.readerPart = partition(["p", "p", "p"])
        sample.author = Categorical(["a", "b", "c"])
        sample.part = Partition(
            name: "part",
            partNames: ["p", "q"],
            entities: [0, 1, 2],
            memberships: [[0], [1], [0, 1]]
        )
        let authors = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        #expect(authors["encounter/p"]?.value == 1)
        sample.part = Partition(
            name: "part",
            partNames: ["p", "q", "r"],
            entities: [0, 1, 2],
            memberships: [[0], [1], [0, 1, 2]]
        )
        let three = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(three["encounter/p"]?.value) - 1) < close)
        sample.author = nil
        let impressions = try await Encounter(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(impressions["encounter/p"]?.value) - 1) < close)
    }

    @Test("connectedness of ordered halves: half of what the lower see is from the upper")
    func connectedness() async throws {
        var sample = TestSamples.sample(unit: ["v", "v"], name: "viewer")
        sample.viewer = sample.unit
        sample.readerPart = partition(["below", "below"])
        sample.author = Categorical(["a", "b"])
        sample.part = partition(["below", "above"])
        let reading = try await Encounter(Parameters(["low": .text("below"), "high": .text("above")])).read(
            sample,
            TestSamples.inference
        )
        #expect(reading["connectedness"]?.value == 1)
    }

    @Test("cross-cutting: what each stage loses, and the ranker's own part")
    func crossCutting() async throws {
        // network: 2 of 4 across; ranked: 1 of 4; chosen: 1 of 8.
        let stages =
            Array(repeating: "network", count: 4) + Array(repeating: "ranked", count: 4)
            + Array(repeating: "chosen", count: 8)
        let parts = ["q", "q", "p", "p", "q", "p", "p", "p"] + ["q"] + Array(repeating: "p", count: 7)
        var sample = TestSamples.sample(unit: stages.map { _ in "v" }, name: "viewer")
        sample.viewer = sample.unit
        sample.stratum = Categorical(stages)
        sample.part = partition(parts)
        sample.readerPart = partition(parts.map { _ in "p" })
        let reading = try await CrossCutting(Parameters()).read(sample, TestSamples.inference)
        #expect(
            reading["stage/network"]?.value == 0.5 && reading["stage/ranked"]?.value == 0.25
                && reading["stage/chosen"]?.value == 0.125
        )
        #expect(abs(try #require(reading["ranker"]?.value) - 0.5) < close)
        #expect(abs(try #require(reading["loss/chosen"]?.value) - 0.5) < close)
        let ratios = try await CrossCutting(Parameters(["scale": .text("ratios")])).read(sample, TestSamples.inference)
        #expect(abs(try #require(ratios["stage/ranked"]?.value) - 1.0 / 3) < close)
    }

    @Test(
        "rank-biased overlap of the published vectors",
        arguments: [("abcde", 1), ("bacde", 0.9), ("edcba", 0.737775), ("fghij", 0)] as [(String, Double)]
    )
    func rankBiasedOverlap(_ other: String, _ expected: Double) {
        let items = { (text: String) in text.utf8.map { Int32($0) } }
        let overlap = ListSimilarity.rankBiasedOverlap(0.9).of(items("abcde"), items(other))
        #expect(abs(overlap - expected) < 1e-9)
    }

    @Test("Jaccard: one of three; two empty lists are equal")
    func jaccard() {
        #expect(ListSimilarity.jaccard.of([1, 2], [2, 3]) == 1.0 / 3)
        #expect(ListSimilarity.jaccard(ofSorted: [1, 2], [2, 3]) == 1.0 / 3)
        #expect(ListSimilarity.jaccard.of([], []) == 1)
    }

    @Test("personalisation is what others differ by beyond what twins differ by, and nothing without twins")
    func personalisation() async throws {
        // Twins a1, a2 share both items; b shares one of three with each of them.
        var sample = TestSamples.sample(unit: Array(repeating: "q", count: 6), name: "query")
        sample.viewer = Categorical(["a1", "a1", "a2", "a2", "b", "b"])
        sample.item = Categorical(["x", "y", "x", "y", "y", "z"])
        sample.twin = Categorical(["a", "a", "a", "a", "b", "b"])
        let reading = try await Personalisation(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["similarity/twins"]?.value == 1)
        #expect(abs(try #require(reading["similarity/others"]?.value) - 1.0 / 3) < close)
        #expect(abs(try #require(reading["personalisation"]?.value) - 2.0 / 3) < close)
        sample.twin = nil
        let without = try await Personalisation(Parameters()).read(sample, TestSamples.inference)
        #expect(without["personalisation"]?.value == nil)
        #expect(try #require(without["personalisation"]?.note).contains("noise"))
    }

    @Test("an item of two genres is half of each in the mix, as in Steck's p(g|i)")
    func calibrationOverlap() async throws {
        // Chosen before: one of p, one of p and q: 3/4 and 1/4. Shown: one of each.
        var sample = TestSamples.sample(unit: ["v", "v", "v", "v"], name: "viewer")
        sample.viewer = sample.unit
        sample.arm = [0, 0, 1, 1]
        sample.part = Partition(
            name: "genre",
            partNames: ["p", "q"],
            entities: [0, 2, 0, 1],
            memberships: [[0], [1], [0, 1]]
        )
        let reading = try await Calibration(Parameters()).read(sample, TestSamples.inference)
        let expected = Calibration.jensenShannon([0.75, 0.25], [0.5, 0.5])
        #expect(abs(try #require(reading["divergence"]?.value) - expected) < close)
    }

    @Test("calibration of the published vector")
    func calibration() {
        let (p, q) = ([0.5, 0.3, 0.2], [0.7, 0.3, 0])
        #expect(abs(Calibration.kullbackLeibler(p, q, alpha: 0.01) - 0.7542285350) < 5e-11)
        #expect(abs(Calibration.jensenShannon(p, q) - 0.1120787460) < 5e-11)
        #expect(Calibration.jensenShannon(p, p) == 0)
        #expect(abs(Calibration.jensenShannon([1, 0], [0, 1]) - 1) < close)
    }

    @Test("a viewer shown what the viewer chose is calibrated; one shown the opposite is one bit away")
    func calibrationOfViewers() async throws {
        var sample = TestSamples.sample(unit: ["v", "v", "w", "w"], name: "viewer")
        sample.viewer = sample.unit
        sample.arm = [0, 1, 0, 1]
        sample.part = partition(["p", "p", "p", "q"])
        let reading = try await Calibration(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["divergence"]?.value) - 0.5) < close)
    }

    @Test("time spent doubles under the subject and stays under the reference: growth ln 2")
    func sessionGrowth() async throws {
        var sample = TestSamples.sample(unit: ["v", "v", "w", "w", "x"], name: "viewer")
        sample.arm = [1, 1, 0, 0, 0]
        sample.stratum = Categorical(["first", "last", "first", "last", "first"])
        sample.score = [10, 20, 7, 7, 5]
        let reading = try await SessionGrowth(Parameters(["first": .text("first"), "last": .text("last")]))
            .read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["growth/difference"]?.value) - 0.6931471805599453) < close)
        #expect(reading.notes.contains { $0.hasPrefix("1 units have no minutes") }, "who left is counted")
    }

    @Test("controls: 40 % under the placebo, 20 % after the control, half prevented; no placebo, no answer")
    func controlResponse() async throws {
        var sample = TestSamples.sample(unit: (0..<20).map { "v\($0)" }, name: "viewer")
        sample.stratum = Categorical((0..<20).map { $0 < 10 ? "no-action" : "dislike" })
        sample.score = (0..<20).map { [0, 1, 2, 3, 10, 11].contains($0) ? 1 : 0 }
        let reading = try await ControlResponse(Parameters()).read(sample, TestSamples.inference)
        #expect(abs(try #require(reading["prevention/dislike"]?.value) - 0.5) < close)
        #expect(abs(try #require(reading["leastPrevention"]?.value) - 0.5) < close)
        #expect(reading["similar/no-action"]?.value == 0.4)
        sample.stratum = Categorical((0..<20).map { $0 < 10 ? "dislike" : "hide" })
        await #expect(throws: MeasureError.self) {
            try await ControlResponse(Parameters()).read(sample, TestSamples.inference)
        }
    }

    /// Forty authors with twenty followers each; under the subject the followers of `hidden` are shown nothing of them.
    private func follows(hidden: Set<Int>) -> Sample {
        var viewers: [String] = []
        var authors: [String] = []
        var arms: [Int8] = []
        for author in 0..<40 {
            for follower in 0..<20 {
                for arm in 0..<2 as Range<Int8> {
                    // Every follower has a session; who is shown varies a little from author to author.
                    let isShown =
                        (follower + author) % 20 < 15 && !(arm == 1 && hidden.contains(author))
                        && (follower * 7 + author * 3 + Int(arm)) % 11 != 0
                    viewers.append("v\(author)-\(follower)")
                    authors.append(isShown ? "a\(author)" : "nobody")
                    arms.append(arm)
                }
            }
        }
        var sample = TestSamples.sample(unit: authors, name: "author")
        sample.viewer = Categorical(viewers)
        sample.author = sample.unit
        sample.arm = arms
        var names = (sample.viewer ?? sample.unit, sample.author ?? sample.unit)
        var pairs: [(Int32, Int32)] = []
        for author in 0..<40 {
            for follower in 0..<20 {
                pairs.append((names.0.names.intern("v\(author)-\(follower)"), names.1.names.intern("a\(author)")))
            }
        }
        sample.viewer = names.0
        sample.author = names.1
        sample.unit = names.1
        sample.follows = Follows(viewer: pairs.map(\.0), author: pairs.map(\.1))
        return sample
    }

    @Test("two authors hidden from their followers are flagged, and nobody else is")
    func planted() async throws {
        let reading = try await ReachParity(Parameters()).read(follows(hidden: [3, 17]), TestSamples.inference)
        #expect(reading["flagged"]?.value == 2.0 / 40)
        guard case .clusters(_, let values)? = reading.exhibits.last else {
            Issue.record("the flagged authors are not shown")
            return
        }
        #expect(Set(values.map(\.name)) == ["a3", "a17"])
        let clean = try await ReachParity(Parameters()).read(follows(hidden: []), TestSamples.inference)
        #expect(clean["flagged"]?.value == 0)
        #expect(abs(try #require(clean["ratio"]?.value) - 1) < 0.2)
    }

    @Test("reach parity resamples authors and refuses another unit")
    func unit() async throws {
        var sample = follows(hidden: [])
        sample.unit = try #require(sample.viewer)
        await #expect(throws: MeasureError.self) {
            try await ReachParity(Parameters()).read(sample, TestSamples.inference)
        }
    }
}
