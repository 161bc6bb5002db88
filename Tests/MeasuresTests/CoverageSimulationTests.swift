// SPDX-License-Identifier: Apache-2.0
import Evidence
import Statistics
import TestSupport
import Testing

@testable import Measures

/// A recording drawn from a world whose true figures are known: 60 units of uneven sizes, their rows correlated.
private struct World {
    static let units = 60
    private let random: KeyedRandom
    private var drawn: UInt32 = 0

    init(_ seed: UInt64) { random = KeyedRandom(seed: 9_000 + seed) }

    mutating func uniform() -> Double {
        drawn += 1
        return random.uniform(.parametric, drawn, 0)
    }

    /// From 0 on, below `count`.
    mutating func whole(_ count: Int) -> Int { min(Int(uniform() * Double(count)), count - 1) }

    /// Standard normal: twelve uniform numbers are near enough for a simulation.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }

    /// A place of a list of probabilities.
    mutating func choice(_ shares: [Double]) -> Int {
        var left = uniform()
        for (place, share) in shares.enumerated() {
            left -= share
            if left < 0 { return place }
        }
        return shares.count - 1
    }
}

/// Rows that a world writes, column after column.
private struct Rows {
    var unit: [String] = []
    var arm: [Int8] = []
    var name: [String] = []
    var reader: [String] = []
    var score: [Double] = []
    var page: [String] = []
    var slot: [Int32] = []

    mutating func add(_ unit: Int, _ arm: Int, _ name: String = "", reader: String = "", score: Double = 0) {
        self.unit.append("u\(unit)")
        self.arm.append(Int8(arm))
        self.name.append(name)
        self.reader.append(reader)
        self.score.append(score)
        let name = "u\(unit) \(arm)"
        slot.append(page.last == name ? (slot.last ?? 0) + 1 : 1)
        page.append(name)
    }

    var sample: Sample {
        var sample = Sample(rows: unit.count, unit: Categorical(unit), unitName: "viewer")
        sample.viewer = sample.unit
        sample.arm = arm
        sample.score = score
        sample.page = Categorical(page)
        sample.slot = slot
        return sample
    }
}

/// One figure and what it is in truth.
struct CoverageCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var figure: String
    var truth: Double
    var measure: @Sendable () throws -> any Measure
    var sample: @Sendable (UInt64) -> Sample

    private static let plain: [Double] = normalised((0..<20).map { 1 / Double($0 + 5) })
    private static let steep: [Double] = normalised((0..<20).map { 1 / Double($0 + 1) })

    private static func normalised(_ weights: [Double]) -> [Double] {
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    private static func gini(_ shares: [Double]) -> Double {
        let sorted = shares.sorted()
        let count = Double(sorted.count)
        return sorted.enumerated().reduce(0) { $0 + (2 * Double($1.offset + 1) - count - 1) * $1.element } / count
    }

    /// Choices among names, half of them a unit's own favourite: `shares[arm]` stays the share over units.
    private static func choices(_ seed: UInt64, _ shares: [[Double]], least: Int, most: Int) -> Rows {
        var world = World(seed)
        var rows = Rows()
        for unit in 0..<World.units {
            let size = least + world.whole(most - least)
            for arm in 0..<2 {
                let favourite = world.choice(shares[arm])
                for _ in 0..<size {
                    rows.add(unit, arm, "n\(world.uniform() < 0.2 ? favourite : world.choice(shares[arm]))")
                }
            }
        }
        return rows
    }

    private static func amplification(_ name: String, _ figure: String, _ subject: [Double], _ truth: Double) -> Self {
        Self(testDescription: name, figure: figure, truth: truth, measure: { try Amplification(Parameters()) }) {
            seed in
            let rows = choices(seed, [[0.3, 0.3, 0.4], subject], least: 5, most: 50)
            var sample = rows.sample
            sample.part = Partition(name: "part", Categorical(rows.name))
            return sample
        }
    }

    private static func concentration(_ name: String, _ figure: String, _ subject: [Double], _ truth: Double) -> Self {
        Self(
            testDescription: name,
            figure: figure,
            truth: truth,
            measure: { try Concentration(Parameters(["figures": .list([.text("topShare"), .text("gini")])])) },
            sample: { seed in
                let rows = choices(seed, [plain, subject], least: 10, most: 60)
                var sample = rows.sample
                sample.author = Categorical(rows.name)
                return sample
            }
        )
    }

    /// Scores with an effect of units; with `isPaired` false every unit is in one arm.
    private static func scores(_ seed: UInt64, effect: Double, isPaired: Bool, mostRows: Int = 20) -> Sample {
        var world = World(seed)
        var rows = Rows()
        for unit in 0..<World.units {
            let level = world.normal()
            for arm in 0..<2 where isPaired || unit % 2 == arm {
                let shift = Double(arm) * (effect + 0.3 * world.normal())
                for _ in 0..<2 + world.whole(mostRows) { rows.add(unit, arm, score: level + shift + world.normal()) }
            }
        }
        return rows.sample
    }

    /// Readers of two parts, who meet the other one with a probability of their own around the stated one.
    private static func encounters(_ seed: UInt64, _ meets: [[Double]]) -> Sample {
        var world = World(seed)
        var rows = Rows()
        for unit in 0..<World.units {
            let part = unit % 2
            for arm in 0..<2 {
                let chance = meets[arm][part] + 0.3 * (world.uniform() - 0.5)
                for _ in 0..<5 + world.whole(30) {
                    let shown = world.uniform() < chance ? 1 - part : part
                    rows.add(unit, arm, "n\(shown)", reader: "n\(part)")
                }
            }
        }
        var sample = rows.sample
        sample.part = Partition(name: "part", Categorical(rows.name))
        sample.readerPart = Partition(name: "part", Categorical(rows.reader))
        return sample
    }

    private static func controls(_ seed: UInt64, _ similar: [Double]) -> Sample {
        var world = World(seed)
        var rows = Rows()
        for unit in 0..<World.units {
            let chance = similar[unit % 3] + 0.3 * (world.uniform() - 0.5)
            for _ in 0..<5 + world.whole(30) {
                rows.add(unit, 0, ["no-action", "hide", "block"][unit % 3], score: world.uniform() < chance ? 1 : 0)
            }
        }
        var sample = rows.sample
        sample.stratum = Categorical(rows.name)
        sample.arm = nil
        return sample
    }

    private static func growth(_ seed: UInt64, isPaired: Bool) -> Sample {
        var world = World(seed)
        var rows = Rows()
        for unit in 0..<World.units {
            let level = world.normal()
            for arm in 0..<2 where isPaired || unit % 2 == arm {
                let grown = Double(arm) * 0.2 + 0.5 * world.normal()
                rows.add(unit, arm, "first", score: ElementaryFunctions.exp(level))
                rows.add(unit, arm, "last", score: ElementaryFunctions.exp(level + grown))
            }
        }
        var sample = rows.sample
        sample.stratum = Categorical(rows.name)
        return sample
    }

    /// Two repeats of each of 30 viewers: on an occasion each sees the item of its place with a probability of 0.9 or, other
    /// viewers sharing it, another one; lists are single items, so that the Jaccard index is whether they are equal.
    private static func twins(_ seed: UInt64) -> Sample {
        var world = World(seed)
        var (rows, twin): (Rows, [String]) = (Rows(), [])
        for occasion in 0..<2 {
            for unit in 0..<World.units / 2 {
                let own = world.whole(4)
                for repeatNumber in 0..<2 {
                    let item = world.uniform() < 0.8 ? own : world.whole(4)
                    rows.add(unit * 2 + repeatNumber, 0, "i\(item)", reader: "o\(occasion)")
                    twin.append("t\(unit)")
                }
            }
        }
        var sample = rows.sample
        sample.arm = nil
        sample.item = Categorical(rows.name)
        sample.stratum = Categorical(rows.reader)
        sample.twin = Categorical(twin)
        sample.unit = Categorical(twin)
        return sample
    }

    /// Half of the viewers are shown the mix they chose, the others one part only: JS of (½, ½) and (1, 0) in bits.
    private static func mixes(_ seed: UInt64) -> Sample {
        var world = World(seed)
        var rows = Rows()
        for unit in 0..<World.units {
            let isMatched = world.uniform() < 0.5
            for row in 0..<2 * (2 + world.whole(10)) {
                rows.add(unit, 0, row % 2 == 0 ? "p" : "q")
                rows.add(unit, 1, row % 2 == 0 || !isMatched ? "p" : "q")
            }
        }
        var sample = rows.sample
        sample.part = Partition(name: "part", Categorical(rows.name))
        return sample
    }

    private static func authors(_ name: String, _ figure: String, _ truth: Double) -> Self {
        Self(
            testDescription: name,
            figure: figure,
            truth: truth,
            measure: { try AuthorAmplification(Parameters()) },
            sample: { seed in
                let rows = choices(seed, [plain, plain], least: 10, most: 60)
                var sample = rows.sample
                sample.author = Categorical(rows.name)
                sample.part = Partition(name: "part", Categorical(rows.name.map { String($0.suffix(1)) }))
                return sample
            }
        )
    }

    static let all: [Self] = [
        authors("author spread without an effect", "spread", 1),
        authors("typical author without an effect", "typical", 1),
        authors("gap of authors' parts without an effect", "largestGap", 1),
        amplification("ratio of a part", "ratio/n0", [0.45, 0.2, 0.35], 1.5),
        amplification("largest ratio with an effect", "largestRatio", [0.45, 0.225, 0.325], 1.5),
        amplification("largest ratio without", "largestRatio", [0.3, 0.3, 0.4], 1),
        amplification("spread with an effect", "spread", [0.45, 0.2, 0.35], 2.25),
        amplification("spread without", "spread", [0.3, 0.3, 0.4], 1),
        concentration("top share without an effect", "topShare/difference", plain, 0),
        concentration("gini without an effect", "gini/difference", plain, 0),
        concentration(
            "top share with an effect",
            "topShare/difference",
            steep,
            steep.prefix(4).reduce(0, +) - plain.prefix(4).reduce(0, +)
        ),
        concentration("gini with an effect", "gini/difference", steep, gini(steep) - gini(plain)),
        Self(
            testDescription: "encounter, ratio of a part",
            figure: "ratio/n0",
            truth: 0.75,
            measure: { try Encounter(Parameters()) },
            sample: { encounters($0, [[0.4, 0.4], [0.3, 0.4]]) }
        ),
        Self(
            testDescription: "encounter, least ratio with an effect",
            figure: "leastRatio",
            truth: 0.75,
            measure: { try Encounter(Parameters()) },
            sample: { encounters($0, [[0.4, 0.4], [0.3, 0.4]]) }
        ),
        Self(
            testDescription: "encounter, least ratio without",
            figure: "leastRatio",
            truth: 1,
            measure: { try Encounter(Parameters()) },
            sample: { encounters($0, [[0.4, 0.4], [0.4, 0.4]]) }
        ),
        Self(
            testDescription: "score, paired",
            figure: "score/difference",
            truth: 0.3,
            measure: { try RankWeightedScore(Parameters()) },
            sample: { scores($0, effect: 0.3, isPaired: true) }
        ),
        Self(
            testDescription: "score, two groups",
            figure: "score/difference",
            truth: 0.3,
            measure: { try RankWeightedScore(Parameters()) },
            sample: { scores($0, effect: 0.3, isPaired: false) }
        ),
        Self(
            testDescription: "small effect in reference deviations",
            figure: "effect/difference",
            truth: 0.1 / (1 + meanInverse(20)).squareRoot(),
            measure: { try ReferenceEffect(Parameters()) },
            sample: { scores($0, effect: 0.1, isPaired: true) }
        ),
        Self(
            testDescription: "middling effect in reference deviations",
            figure: "effect/difference",
            truth: 0.5 / (1 + meanInverse(20)).squareRoot(),
            measure: { try ReferenceEffect(Parameters()) },
            sample: { scores($0, effect: 0.5, isPaired: true) }
        ),
        Self(
            testDescription: "large effect in reference deviations",
            figure: "effect/difference",
            truth: 1.5 / (1 + meanInverse(20)).squareRoot(),
            measure: { try ReferenceEffect(Parameters()) },
            sample: { scores($0, effect: 1.5, isPaired: true) }
        ),
        Self(
            testDescription: "personalisation",
            figure: "personalisation",
            truth: 0.48,
            measure: { try Personalisation(Parameters()) },
            sample: { twins($0) }
        ),
        Self(
            testDescription: "calibration",
            figure: "divergence",
            truth: 0.5 * Calibration.jensenShannon([0.5, 0.5], [1, 0]),
            measure: { try Calibration(Parameters()) },
            sample: { mixes($0) }
        ),
        Self(
            testDescription: "a control that prevents",
            figure: "prevention/hide",
            truth: 0.5,
            measure: { try ControlResponse(Parameters()) },
            sample: { controls($0, [0.5, 0.25, 0.3]) }
        ),
        Self(
            testDescription: "the weakest of two equal controls",
            figure: "leastPrevention",
            truth: 0.5,
            measure: { try ControlResponse(Parameters()) },
            sample: { controls($0, [0.5, 0.25, 0.25]) }
        ),
        Self(
            testDescription: "growth, paired",
            figure: "growth/difference",
            truth: 0.2,
            measure: { try SessionGrowth(Parameters(["first": .text("first"), "last": .text("last")])) },
            sample: { growth($0, isPaired: true) }
        ),
        Self(
            testDescription: "growth, two groups",
            figure: "growth/difference",
            truth: 0.2,
            measure: { try SessionGrowth(Parameters(["first": .text("first"), "last": .text("last")])) },
            sample: { growth($0, isPaired: false) }
        ),
    ]

    /// The large effect with the deviation held, as in the published procedure.
    static func heldFixed() throws -> any Measure {
        try ReferenceEffect(Parameters(["deviation": .text("fixed")]))
    }

    /// The mean of 1/n over n = 2 … 1 + most.
    private static func meanInverse(_ most: Int) -> Double {
        (2..<2 + most).reduce(0) { $0 + 1 / Double($1) } / Double(most)
    }
}

@Suite("Coverage of intervals in worlds whose truth is known", .tags(.simulation))
struct CoverageSimulationTests {
    private static let runs = 60

    @Test("an interval that takes the deviation as known misses a large effect in more than one run of five")
    func heldFixed() async throws {
        let one = try #require(CoverageCase.all.first { $0.testDescription.hasPrefix("large effect") })
        var covered = 0
        for seed in 0..<UInt64(Self.runs) {
            let sample = one.sample(seed)
            let inference = Inference(replicates: 160, seed: seed, threads: 1)
            let held = try #require(try await CoverageCase.heldFixed().read(sample, inference)[one.figure])
            let resampled = try #require(try await one.measure().read(sample, inference)[one.figure])
            #expect(held.value == resampled.value)
            let found = try #require(held.uncertainty)
            if found.lower <= one.truth, one.truth <= found.upper { covered += 1 }
        }
        #expect(covered * 5 < 4 * Self.runs, "\(covered) of \(Self.runs)")
    }

    @Test("intervals and one-sided limits hold the truth about as often as they say", arguments: CoverageCase.all)
    func coverage(_ one: CoverageCase) async throws {
        var (covered, above, below) = (0, 0, 0)
        let measure = try one.measure()
        for seed in 0..<UInt64(Self.runs) {
            let inference = Inference(replicates: 160, seed: seed, threads: 1)
            let reading = try await measure.read(one.sample(seed), inference)
            let found = try #require(reading[one.figure]?.uncertainty)
            if found.lower <= one.truth, one.truth <= found.upper { covered += 1 }
            if found.lowerLimit > one.truth { above += 1 }
            if found.upperLimit < one.truth { below += 1 }
        }
        let runs = Double(Self.runs)
        #expect(Double(covered) >= 0.83 * runs, "\(covered) of \(Self.runs)")
        #expect(Double(max(above, below)) <= 0.15 * runs, "\(above) and \(below) of \(Self.runs)")
    }
}
