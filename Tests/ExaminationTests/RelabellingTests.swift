// SPDX-License-Identifier: Apache-2.0
import Evidence
import Instrument
import Measures
import Recipes
import Statistics
import TestSupport
import Testing

@testable import Examination

@Suite("Exchanging the names of parts", .tags(.law))
struct RelabellingTests {
    private static func names(_ count: Int) -> [String] { (0..<count).map { "part \($0)" } }

    /// Rows that belong to several parts, one or none, with readers of the same parts in another order.
    private static func sample(_ parts: Int, readerParts: Int? = nil, rows: Int = 60) -> Sample {
        let viewers = (0..<rows).map { "v\($0 % 20)" }
        var sample = Sample(rows: rows, unit: Categorical(viewers), unitName: "viewer")
        sample.viewer = Categorical(viewers)
        sample.arm = (0..<rows).map { Int8($0 / 30) }
        let readers = readerParts ?? parts
        sample.part = Partition(
            name: "part",
            partNames: names(parts),
            entities: (0..<Int32(rows)).map { $0 % 13 == 0 ? Categorical.absent : $0 * 5 % 7 },
            memberships: (0..<7).map { (entity: Int) -> [Int32] in
                [Int32(entity % parts)] + (entity == 3 ? [Int32((entity + 1) % parts)] : [])
            }
        )
        sample.readerPart = Partition(
            name: "reader part",
            Categorical(viewers.map { "part \(readers - 1 - (Int($0.dropFirst()) ?? 0) % readers)" })
        )
        return sample
    }

    private static let random = KeyedRandom(seed: 3)

    private func texts(_ sample: Sample) -> [[[String]]] {
        [sample.part?.texts ?? [], sample.readerPart?.texts ?? []]
    }

    @Test(
        "up to four parts every other order of the names is tried, above that 23 drawn ones",
        arguments: [(1, 0), (2, 1), (3, 5), (4, 23), (5, 23), (9, 23)]
    )
    func count(_ parts: Int, _ expected: Int) {
        #expect(Relabelling.choices(for: Self.sample(parts), Self.random).count == expected)
    }

    @Test("a sample without parts has nothing to exchange")
    func noParts() {
        var sample = Self.sample(3)
        (sample.part, sample.readerPart) = (nil, nil)
        #expect(Relabelling.choices(for: sample, Self.random).isEmpty)
    }

    @Test("no relabelling leaves every name where it was, whatever the seed", arguments: [2, 3, 4, 5, 6])
    func identity(_ parts: Int) {
        let sample = Self.sample(parts)
        for seed in 0..<(parts > 4 ? 100 : 1) as Range<UInt64> {
            for relabelling in Relabelling.choices(for: sample, KeyedRandom(seed: seed)) {
                #expect(texts(relabelling.applied(to: sample)) != texts(sample), "seed \(seed)")
            }
        }
    }

    @Test("what is shown and who sees it exchange the same names, and nothing else changes")
    func renaming() {
        let sample = Self.sample(4)
        var renamings: Set<[String: String]> = []
        for relabelling in Relabelling.choices(for: sample, Self.random) {
            let other = relabelling.applied(to: sample)
            var renaming: [String: String] = [:]
            for (old, new) in zip(texts(sample).joined(), texts(other).joined()) {
                #expect(old.count == new.count)
                for (one, two) in zip(old, new) { #expect(renaming.updateValue(two, forKey: one) ?? two == two) }
            }
            #expect(renaming.keys.sorted() == Self.names(4) && renaming.values.sorted() == Self.names(4))
            renamings.insert(renaming)
            #expect(other.unit == sample.unit && other.viewer == sample.viewer && other.arm == sample.arm)
            #expect(other.part?.entities == sample.part?.entities && other.part?.name == "part")
        }
        #expect(renamings.count == 23)
    }

    @Test("each relabelling is undone by exactly one other, or by itself", arguments: [2, 3, 4])
    func inverse(_ parts: Int) {
        let sample = Self.sample(parts)
        let all = Relabelling.choices(for: sample, Self.random)
        for one in all {
            let changed = one.applied(to: sample)
            #expect(all.count { texts($0.applied(to: changed)) == texts(sample) } == 1)
        }
    }

    @Test("a relabelling and its inverse give the figures of the sample, and one alone gives them to other names")
    func figures() async throws {
        let sample = Self.sample(3)
        let inference = Inference(replicates: 100, seed: 5)
        let measure = try Amplification(Parameters())
        let original = try await measure.read(sample, inference)
        let all = Relabelling.choices(for: sample, Self.random)
        for one in all {
            let changed = one.applied(to: sample)
            let inverse = try #require(all.first { texts($0.applied(to: changed)) == texts(sample) })
            let back = try await measure.read(inverse.applied(to: changed), inference)
            let once = try await measure.read(changed, inference)
            for figure in original.figures { #expect(back[figure.key] == figure) }
            #expect(once["spread"] == original["spread"] && once["largestRatio"] == original["largestRatio"])
            let ratios = { (reading: Reading) in
                Self.names(3).compactMap { reading["ratio/\($0)"]?.value }.sorted()
            }
            #expect(ratios(once) == ratios(original) && ratios(original).count == 3)
        }
    }

    @Test("parts that only readers have stay parts of readers: no measure meets more parts than there were")
    func unequalParts() async throws {
        let sample = Self.sample(2, readerParts: 4)
        let inference = Inference(replicates: 100, seed: 5)
        let measure = try Amplification(Parameters())
        let original = try await measure.read(sample, inference)
        let all = Relabelling.choices(for: sample, Self.random)
        #expect(all.count == 23)
        for one in all {
            let changed = one.applied(to: sample)
            #expect(changed.part?.partCount == 2 && changed.readerPart?.partCount == 4)
            // The limits of the extreme allow for as many ratios as there are parts.
            let reading = try await measure.read(changed, inference)
            #expect(reading["largestRatio"] == original["largestRatio"])
        }
    }

    @Test("a long recording is checked with fewer relabellings, never with none")
    func budget() {
        var sample = Self.sample(4)
        sample.rows = 5_000_000
        #expect(Relabelling.choices(for: sample, Self.random).count == 4)
        sample.rows = 100_000_000
        #expect(Relabelling.choices(for: sample, Self.random).count == 1)
    }
}
