// SPDX-License-Identifier: Apache-2.0
import Evidence
import Statistics
import TestSupport
import Testing

@testable import Measures

/// What must hold for every measure, whatever it measures.
@Suite("Laws of all measures", .tags(.law))
struct MeasureLawTests {
    static let all = MeasureCatalogue.all

    /// A random sample that the measure can read.
    private static func sample(_ name: String, _ seed: UInt64, rows: Int = 600) -> Sample {
        var sample = TestSamples.random(seed, rows: rows)
        // Reach parity compares authors with each other.
        if name == "reach-parity", let author = sample.author { sample.unit = author }
        return sample
    }

    /// Parameters with which a measure can read the sample; `silent` is the part that is looked at, where a measure takes one.
    private static func parameters(_ name: String, silent: String = "p") -> Parameters {
        switch name {
        case "silent-reader-gap": Parameters(["silent": .text(silent)])
        case "session-growth": Parameters(["first": .text("network"), "last": .text("ranked")])
        case "control-response": Parameters(["placebo": .text("network")])
        case "calibration": Parameters(["kl": .flag(true)])
        default: Parameters()
        }
    }

    private static func read(_ type: any Measure.Type, _ sample: Sample) async throws -> Reading {
        try await type.init(parameters(type.card.name)).read(sample, TestSamples.inference)
    }

    private static func order(_ seed: UInt64, _ count: Int) -> [Int] {
        let random = KeyedRandom(seed: seed)
        return (0..<count).sorted {
            random.uniform(.permutation, UInt32($0), 0) < random.uniform(.permutation, UInt32($1), 0)
        }
    }

    private static func values(_ reading: Reading) -> [String: Double] {
        Dictionary(
            reading.figures.compactMap { figure in figure.value.map { (figure.key, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test("the order of rows, and with it all numbering, changes no estimate", arguments: all.map { $0.card.name })
    func permutation(_ name: String) async throws {
        let type = try #require(MeasureCatalogue.named(name))
        for seed in 0..<5 as Range<UInt64> {
            let sample = Self.sample(name, seed)
            let one = Self.values(try await Self.read(type, sample))
            let other = Self.values(try await Self.read(type, sample.rearranged(Self.order(seed, sample.rows))))
            #expect(one.keys.sorted() == other.keys.sorted(), "seed \(seed)")
            for (key, value) in one {
                // Means over units are taken in the order of the units, which a new order renumbers.
                #expect(abs(value - (other[key] ?? .nan)) <= 1e-12 * max(1, abs(value)), "\(key), seed \(seed)")
            }
        }
    }

    @Test("one thread or many, the same bits", arguments: all.map { $0.card.name })
    func threads(_ name: String) async throws {
        let type = try #require(MeasureCatalogue.named(name))
        let sample = Self.sample(name, 3, rows: 200_000)
        var inference = TestSamples.inference
        inference.replicates = 40
        inference.threads = 1
        let one = try await type.init(Self.parameters(name)).read(sample, inference)
        inference.threads = 3
        #expect(try await type.init(Self.parameters(name)).read(sample, inference) == one)
    }

    @Test(
        "other names of the parts change every figure's key and no figure's value",
        arguments: all.map { $0.card.name }
    )
    func labelSwap(_ name: String) async throws {
        let type = try #require(MeasureCatalogue.named(name))
        let sample = Self.sample(name, 11)
        var swapped = sample
        func swap(_ partition: Partition?) -> Partition? {
            partition.map { old in
                let names = old.partNames.map { ["p": "q", "q": "r", "r": "p"][$0] ?? $0 }
                let memberships = (0..<old.offsets.count - 1).map {
                    Array(old.members[Int(old.offsets[$0])..<Int(old.offsets[$0 + 1])])
                }
                return Partition(name: old.name, partNames: names, entities: old.entities, memberships: memberships)
            }
        }
        swapped.part = swap(sample.part)
        swapped.readerPart = swap(sample.readerPart)
        let one = try await Self.read(type, sample)
        // The part that a parameter names is the same part, under its new name.
        let other = try await type.init(Self.parameters(name, silent: "q")).read(swapped, TestSamples.inference)
        #expect(one.figures.map(\.value) == other.figures.map(\.value))
        #expect(one.figures.map(\.uncertainty) == other.figures.map(\.uncertainty))
    }

    @Test("the same arm twice has no effect: differences 0, ratios 1")
    func identity() async throws {
        var sample = TestSamples.random(5, rows: 400)
        let order = Array(0..<400) + Array(0..<400)
        sample = sample.rearranged(order)
        sample.arm = Array(repeating: 0, count: 400) + Array(repeating: 1, count: 400)
        sample.page = Categorical((0..<800).map { "\(sample.page?[$0] ?? "") \($0 / 400)" })
        for type in Self.all where type.card.needs.contains(.arm) || type.card.uses.contains(.arm) {
            // The arms of these are not two rankers, or the unit is not the viewer.
            if ["calibration", "personalisation", "reach-parity"].contains(type.card.name) { continue }
            let reading = try await Self.read(type, sample)
            for figure in reading.figures {
                guard let value = figure.value else { continue }
                let isContrast = figure.key.hasSuffix("/difference") || figure.key.hasPrefix("difference/")
                if isContrast { #expect(value.magnitude < 1e-12, "\(type.card.name) \(figure.key)") }
                if figure.key.hasPrefix("ratio") || figure.key == "largestRatio" || figure.key == "leastRatio" {
                    #expect(abs(value - 1) < 1e-12, "\(type.card.name) \(figure.key)")
                    if let uncertainty = figure.uncertainty {
                        #expect(uncertainty.lower <= 1 + 1e-12 && uncertainty.upper >= 1 - 1e-12)
                    }
                }
            }
        }
    }

    @Test("swapping the arms negates differences and inverts ratios")
    func antisymmetry() async throws {
        let sample = TestSamples.random(17)
        var swapped = sample
        swapped.arm = sample.arm?.map { 1 - $0 }
        for name in [
            "amplification", "concentration", "rank-weighted-score", "encounter", "newcomer-reach", "coordination-gain",
            "silent-reader-gap", "preference-shift", "interest-narrowing", "welfare-gap",
        ] {
            let type = try #require(MeasureCatalogue.named(name))
            let one = try await Self.read(type, sample)
            let other = try await Self.read(type, swapped)
            for figure in one.figures {
                guard let value = figure.value, let back = other[figure.key]?.value else { continue }
                if figure.key.contains("difference") { #expect(abs(value + back) < 1e-12, "\(name) \(figure.key)") }
                if figure.key.hasPrefix("ratio/") {
                    #expect(abs(value * back - 1) < 1e-12, "\(name) \(figure.key)")
                    let (here, there) = (try #require(figure.uncertainty), try #require(other[figure.key]?.uncertainty))
                    #expect(abs(here.lower * there.upper - 1) < 1e-9, "\(name) \(figure.key)")
                }
            }
        }
    }

    @Test("figures stay in their range and intervals hold their estimate on random input")
    func bounds() async throws {
        let bounded: [String: ClosedRange<Double>] = [
            "topShare": 0...1, "topCountShare": 0...1, "gini": 0...1, "evenness": 0...1, "atkinson": 0...1,
            "equivalent": 0...1,
            "similarity/twins": 0...1, "similarity/others": 0...1, "divergence": 0...1,
            "largestRatio": 1...Double.infinity,
            "spread": 1...Double.infinity, "excess": 0...Double.infinity, "gap": -Double.infinity...1,
        ]
        for seed in 20..<30 as Range<UInt64> {
            var sample = TestSamples.random(seed, rows: 300)
            for isCompared in [true, false] {
                if !isCompared { sample.arm = nil }
                for type in Self.all
                where (isCompared || !type.card.needs.contains(.arm)) && type.card.name != "reach-parity" {
                    for figure in try await Self.read(type, sample).figures {
                        guard let value = figure.value else { continue }
                        #expect(value.isFinite)
                        if let range = bounded[figure.key] {
                            #expect(range.contains(value), "\(type.card.name) \(figure.key) \(seed)")
                        }
                        if figure.key.hasPrefix("share/") { #expect((0...1).contains(value)) }
                        guard let uncertainty = figure.uncertainty else { continue }
                        #expect(uncertainty.lower <= uncertainty.upper)
                        #expect(uncertainty.lowerLimit <= uncertainty.upperLimit)
                        #expect(uncertainty.lower <= uncertainty.lowerLimit)
                        #expect(uncertainty.upperLimit <= uncertainty.upper)
                    }
                }
            }
        }
    }

    @Test("every page twice leaves shares, concentration and page means as they are")
    func replication() async throws {
        let sample = TestSamples.random(31, rows: 300)
        var doubled = sample.rearranged(Array(0..<300) + Array(0..<300))
        doubled.page = Categorical((0..<600).map { "\(sample.page?[$0 % 300] ?? "") copy \($0 / 300)" })
        for name in [
            "amplification", "concentration", "rank-weighted-score", "encounter", "calibration", "control-response",
        ] {
            let type = try #require(MeasureCatalogue.named(name))
            let one = Self.values(try await Self.read(type, sample))
            let two = Self.values(try await Self.read(type, doubled))
            for (key, value) in one where !key.hasPrefix("standardError") {
                #expect(abs(value - (two[key] ?? .nan)) < 1e-12, "\(name) \(key)")
            }
        }
    }

    @Test(
        "a measure without what it needs refuses and says which role is missing",
        arguments: MeasureCatalogue.all.map { $0.card.name }
    )
    func missingRoles(_ name: String) async throws {
        let type = try #require(MeasureCatalogue.named(name))
        let empty = TestSamples.sample(unit: ["a", "b"])
        guard !type.card.needs.isEmpty else { return }
        await #expect(throws: MeasureError.self) { _ = try await Self.read(type, empty) }
    }

    @Test("every card says what a reader needs, and names are unique")
    func cards() {
        let cards = MeasureCatalogue.all.map { $0.card }
        #expect(Set(cards.map(\.name)).count == cards.count)
        for card in cards {
            for text in [card.summary, card.formula, card.unit, card.range, card.denominator, card.source] {
                #expect(!text.isEmpty, "\(card.name)")
            }
            #expect(!card.figures.isEmpty && card.summary.hasSuffix("."), "\(card.name)")
        }
    }
}
