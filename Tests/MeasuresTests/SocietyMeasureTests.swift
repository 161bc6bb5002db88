// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@testable import Measures

/// Measures of what simulated societies and replays yield.
@Suite("Measures of worlds and replays", .tags(.byHand)) struct SocietyMeasureTests {
    private static let student = Inference(seed: 3, method: .student)

    /// Rows of worlds: arm 1 is the subject.
    private static func sample(_ rows: [(world: Int, arm: Int8, score: Double)]) -> Sample {
        var sample = TestSamples.sample(unit: rows.map { "w\($0.world)" }, name: "world")
        sample.arm = rows.map(\.arm)
        sample.score = rows.map(\.score)
        return sample
    }

    /// Eight worlds that all have these scores.
    private static func worlds(subject: [Double], reference: [Double]) -> Sample {
        var rows: [(world: Int, arm: Int8, score: Double)] = []
        for world in 0..<8 {
            rows += subject.map { (world, Arm.subject, $0) }
            rows += reference.map { (world, Arm.reference, $0) }
        }
        return sample(rows)
    }

    // MARK: Ratios of reach

    @Test("reach of newcomers is a ratio of totals, with what one row reaches in each arm")
    func newcomers() async throws {
        var rows: [(Int, Int8, Double)] = []
        for world in 0..<8 { rows += [(world, 1, 1), (world, 1, 2), (world, 0, Double(world)), (world, 0, 5)] }
        let reading = try await NewcomerReach(Parameters()).read(Self.sample(rows), Self.student)
        // Subject 3 a world; reference 0 + … + 7 = 28 and 40.
        #expect(abs(try #require(reading["ratio"]?.value) - 24.0 / 68) < 1e-12)
        #expect(reading["reach/subject"]?.value == 1.5 && reading["reach/reference"]?.value == 68.0 / 16)
        #expect(reading.figures[0].unit == "ratio" && reading.notes.isEmpty)
        #expect(reading.denominators.map(\.value) == [16, 68, 16, 24])
        #expect(try #require(reading["ratio"]?.uncertainty).upperLimit < 0.5)
    }

    @Test("where the reference reaches nobody there is no ratio, and where the subject does there is a bound")
    func nobody() async throws {
        let none = try await NewcomerReach(Parameters()).read(
            Self.worlds(subject: [1], reference: [0]),
            Self.student
        )
        #expect(none["ratio"]?.value == nil)
        #expect(none["ratio"]?.note == "nobody is reached under reference: there is nothing to divide by")
        let silenced = try await NewcomerReach(Parameters()).read(
            Self.worlds(subject: [0, 0], reference: [2, 3]),
            Self.student
        )
        // One stranger is counted, of 40 under the reference.
        #expect(abs(try #require(silenced["ratio"]?.value) - 1.0 / 40) < 1e-12)
        #expect(silenced["reach/subject"]?.value == 0)
        #expect(try #require(silenced["ratio"]?.uncertainty).upperLimit < 0.4)
        #expect(silenced.notes.contains { $0.hasPrefix("nobody is reached under subject: the ratio counts one") })
        let empty = try await NewcomerReach(Parameters()).read(Self.worlds(subject: [0], reference: [0]), Self.student)
        #expect(
            empty["ratio"]?.value == nil && empty["ratio"]?.note?.hasPrefix("nobody is reached in either arm") == true
        )
    }

    @Test("what accounts gain by acting together never escapes by a reference that reaches nobody")
    func coordination() async throws {
        let measure = try CoordinationGain(Parameters())
        let gain = try await measure.read(Self.worlds(subject: [9, 3], reference: [2, 2]), Self.student)
        #expect(abs(try #require(gain["ratio"]?.value) - 3) < 1e-12)
        #expect(gain["reach/subject"]?.value == 6 && gain["reach/reference"]?.value == 2)
        let all = try await measure.read(Self.worlds(subject: [4], reference: [0]), Self.student)
        #expect(abs(try #require(all["ratio"]?.value) - 32) < 1e-12)
        #expect(try #require(all["ratio"]?.uncertainty).lowerLimit > 2)
        #expect(all.notes.contains { $0.hasPrefix("nobody is reached under reference: the ratio counts one") })
    }

    @Test("arms with unequal numbers of rows are compared per row, and the reading says so")
    func unequalRows() async throws {
        let reading = try await NewcomerReach(Parameters()).read(
            Self.worlds(subject: [2, 2, 2, 2], reference: [2, 2]),
            Self.student
        )
        #expect(abs(try #require(reading["ratio"]?.value) - 1) < 1e-12)
        #expect(reading.notes.contains { $0.hasPrefix("the arms do not have as many rows") })
    }

    // MARK: Means of units

    @Test("the value of a world is the mean over its people, and worlds count alike")
    func means() async throws {
        // World w has w + 1 people with 0.1·w each under the subject, none moved under the reference.
        var rows: [(Int, Int8, Double)] = []
        for world in 0..<8 {
            for _ in 0...world { rows += [(world, Arm.subject, 0.1 * Double(world)), (world, Arm.reference, 0)] }
        }
        let shift = try await PreferenceShift(Parameters()).read(Self.sample(rows), Self.student)
        #expect(shift.figures.map(\.key) == ["shift/difference", "shift/subject", "shift/reference"])
        #expect(abs(try #require(shift["shift/difference"]?.value) - 0.35) < 1e-12)
        #expect(shift.denominators.map(\.value) == [8, 36, 36])
        let minutes = try await WelfareGap(Parameters()).read(Self.sample(rows), Self.student)
        #expect(minutes.figures.map(\.key) == ["minutes/difference", "minutes/subject", "minutes/reference"])
        #expect(minutes.figures[0].unit == "minutes a day")
        #expect(abs(try #require(minutes["minutes/difference"]?.value) - 0.35) < 1e-12)
    }

    @Test("one arm alone has a level and no difference")
    func oneArm() async throws {
        var sample = Self.worlds(subject: [0.2, 0.4], reference: [])
        sample.arm = nil
        let reading = try await PreferenceShift(Parameters()).read(sample, Self.student)
        #expect(reading.figures.map(\.key) == ["shift"])
        #expect(abs(try #require(reading["shift"]?.value) - 0.3) < 1e-12)
    }

    @Test("scores that cannot be are refused")
    func domains() async throws {
        for (type, score) in [
            (PreferenceShift.self, -0.1), (WelfareGap.self, 1_441), (NewcomerReach.self, -1),
            (CoordinationGain.self, .infinity), (IdentitySwapMismatch.self, 0.5), (ExcessDrift.self, 1e7),
        ] as [(any Measure.Type, Double)] {
            await #expect(throws: MeasureError.self, "\(type.card.name)") {
                try await type.init(Parameters()).read(
                    Self.worlds(subject: [0, score], reference: [0, 1]),
                    Self.student
                )
            }
        }
    }

    // MARK: Drift

    /// People of eight worlds on two issues; the worlds differ a little.
    private static func drift(_ scores: (_ issue: Int, _ arm: Int8) -> [Double]) -> Sample {
        var rows: [(world: Int, arm: Int8, score: Double)] = []
        var issues: [String] = []
        for world in 0..<8 {
            for issue in 0..<2 {
                for arm in [Arm.reference, Arm.subject] {
                    for score in scores(issue, arm) {
                        rows.append((world, arm, score == 0 ? 0 : score + 0.001 * Double(world * (issue + 1))))
                        issues.append(["roads", "parks"][issue])
                    }
                }
            }
        }
        var sample = Self.sample(rows)
        sample.stratum = Categorical(issues)
        return sample
    }

    @Test("opinions that move apart drift by their distance, and to no side")
    func distance() async throws {
        let sample = Self.drift { _, arm in arm == 1 ? [0.5, -0.5] : [0, 0] }
        let reading = try await ExcessDrift(Parameters()).read(sample, Self.student)
        // |0.5 + e| and |−0.5 + e| have the mean 0.5 in every world.
        #expect(abs(try #require(reading["excess"]?.value) - 0.5) < 1e-12)
        #expect(abs(try #require(reading["distance/difference"]?.value) - 0.5) < 1e-12)
        #expect(reading["distance/reference"]?.value == 0)
        #expect(abs(try #require(reading["lean/roads/difference"]?.value) - 0.003_5) < 1e-12)
        #expect(abs(try #require(reading["lean/parks/difference"]?.value) - 0.007) < 1e-12)
        let found = try #require(reading["excess"]?.uncertainty)
        #expect(found.method.hasSuffix("limit of the extreme by Bonferroni over 5"))
        #expect(reading.notes.contains("the excess is how much further opinions move"))
    }

    @Test("opinions that move as far, but all to one side, drift by their lean, whichever the side is called")
    func lean() async throws {
        let sample = Self.drift { issue, arm in arm == 1 && issue == 1 ? [-0.4, -0.4] : [0.4, -0.4] }
        var turned = sample
        turned.score = sample.score?.map { -$0 }
        for inference in [Self.student, Inference(replicates: 300, seed: 5, method: .student)] {
            let one = try await ExcessDrift(Parameters()).read(sample, inference)
            let two = try await ExcessDrift(Parameters()).read(turned, inference)
            #expect(abs(try #require(one["excess"]?.value) - 0.4) < 0.01)
            #expect(abs(try #require(one["lean/parks/difference"]?.value) + 0.4) < 0.01)
            #expect(one["excess"]?.value == two["excess"]?.value)
            #expect(one["excess"]?.uncertainty == two["excess"]?.uncertainty)
            #expect(one["lean/parks/difference"]?.value == two["lean/parks/difference"]?.value.map { -$0 })
            #expect(one.notes.contains("the excess is how much more opinions move to one side, on parks"))
        }
    }

    @Test("exchanging the names of sides leaves the excess as it is, also where draws are made", .tags(.law))
    func sides() async throws {
        for seed in 0..<10 as Range<UInt64> {
            var sample = TestSamples.random(seed)
            let signs = (0..<sample.rows).map { Double(($0 * 7_919) % 11) - 5 }
            sample.score = signs
            var turned = sample
            turned.score = signs.map { -$0 }
            let one = try await ExcessDrift(Parameters()).read(sample, TestSamples.inference)
            let two = try await ExcessDrift(Parameters()).read(turned, TestSamples.inference)
            #expect(one["excess"] == two["excess"])
        }
    }

    @Test("people are drawn as shares of bins that sum to one in each arm")
    func distribution() async throws {
        let sample = Self.drift { _, arm in arm == 1 ? [0.5, -0.5, 30] : [0.01, -0.01] }
        let reading = try await ExcessDrift(Parameters()).read(sample, Self.student)
        guard case .distribution(let unit, let curves) = reading.exhibits.first else {
            return try #require(Bool(false), "there is no distribution")
        }
        #expect(unit == "standard deviations of opinion" && curves.map(\.name) == ["subject", "reference"])
        for curve in curves {
            #expect(abs(curve.points.reduce(0) { $0 + $1.y } - 1) < 1e-12 && curve.points.count == 32)
        }
        #expect(abs(try #require(curves[0].points.map(\.y).max()) - 1.0 / 3) < 1e-12)
    }

    @Test("without issues the lean is one, and a world of one arm only is left out")
    func noIssues() async throws {
        var sample = Self.worlds(subject: [0.3], reference: [0.1])
        sample.arm?[0] = -1
        let reading = try await ExcessDrift(Parameters()).read(sample, Self.student)
        #expect(
            reading.figures.map(\.key)
                == ["excess", "distance/difference", "distance/subject", "distance/reference", "lean/difference"]
        )
        #expect(abs(try #require(reading["excess"]?.value) - 0.2) < 1e-12)
        #expect(reading.notes.contains("1 of 8 units (world) have one arm only and are left out"))
    }

    // MARK: Silent readers

    /// What one reader of a world is shown: an author a letter.
    private struct Shown {
        var reader: String
        var part: String?
        var arm: Int8
        var authors: String

        init(_ reader: String, _ part: String?, _ arm: Int8, _ authors: String) {
            (self.reader, self.part, self.arm, self.authors) = (reader, part, arm, authors)
        }
    }

    /// Eight worlds with readers of the same names.
    private static func readers(_ shown: [Shown]) -> Sample {
        var (units, viewers, authors): ([String], [String], [String]) = ([], [], [])
        var (parts, arms): ([String?], [Int8]) = ([], [])
        for world in 0..<8 {
            for one in shown {
                for author in one.authors {
                    units.append("w\(world)")
                    viewers.append(one.reader)
                    authors.append(String(author))
                    parts.append(one.part)
                    arms.append(one.arm)
                }
            }
        }
        var sample = TestSamples.sample(unit: units, name: "world")
        sample.viewer = Categorical(viewers)
        sample.author = Categorical(authors)
        sample.readerPart = Partition(name: "kind", Categorical(parts))
        sample.arm = arms
        return sample
    }

    private static let silent = Parameters(["silent": .text("reads")])

    @Test("the gap is what silent readers lack of the variety of others, minus the same under the reference")
    func silentReaders() async throws {
        let sample = Self.readers([
            // Subject: silent a a a b: 1 − (3·2)/(4·3) = 1/2; others a b c: 1, and a a: 0, so 1/2 on the mean.
            Shown("quiet", "reads", 1, "aaab"), Shown("loud", "writes", 1, "abc"), Shown("other", "writes", 1, "aa"),
            // Reference: silent a b: 1; others 1 and 1.
            Shown("quiet", "reads", 0, "ab"), Shown("loud", "writes", 0, "ac"), Shown("other", "writes", 0, "bc"),
            // One impression only, and a reader of no known part.
            Shown("short", "reads", 1, "a"), Shown("unknown", nil, 1, "aa"),
        ])
        let reading = try await SilentReaderGap(Self.silent).read(sample, Self.student)
        #expect(reading["gap/subject"]?.value == 0 && reading["gap/reference"]?.value == 0)
        #expect(reading["variety/others/subject"]?.value == 0.5 && reading["variety/silent/subject"]?.value == 0.5)
        #expect(reading["variety/silent/reference"]?.value == 1)
        #expect(reading.notes == ["8 readers with fewer than two impressions are left out, subject"])
        // The same names in eight worlds are eight times as many readers.
        #expect(reading.denominators.map(\.value) == [16, 8, 16, 8])
    }

    @Test("a gap of a fifth, in arms and alone; rows that stand for several count as often")
    func gap() async throws {
        // Silent: 4 of a, 1 of b: 1 − 12/20 = 0.4; others: 3 of a, 2 of b … 1 − (6 + 2)/20 = 0.6.
        var sample = Self.readers([
            Shown("quiet", "reads", 1, "ab"), Shown("loud", "writes", 1, "ab"), Shown("quiet", "reads", 0, "ab"),
            Shown("loud", "writes", 0, "ab"),
        ])
        sample.count = (0..<sample.rows).map { [4, 1, 3, 2, 3, 2, 3, 2][$0 % 8] }
        let reading = try await SilentReaderGap(Self.silent).read(sample, Self.student)
        #expect(reading.figures[0].key == "gap/difference")
        #expect(abs(try #require(reading["gap/difference"]?.value) - 1.0 / 3) < 1e-12)
        #expect(reading["gap/reference"]?.value == 0)
        sample.arm = nil
        let alone = try await SilentReaderGap(Self.silent).read(sample, Self.student)
        #expect(alone.figures.map(\.key) == ["gap", "variety/others", "variety/silent"])
        // Seven of a and three of b: 1 − (42 + 6)/90 = 42/90; six and four: 1 − (30 + 12)/90 = 48/90.
        #expect(abs(try #require(alone["gap"]?.value) - 0.125) < 1e-12)
    }

    @Test("who is silent has to be said, and counts of pairs are whole")
    func silentDomain() async throws {
        #expect(throws: MeasureError.self) { try SilentReaderGap(Parameters()) }
        var sample = Self.readers([Shown("quiet", "reads", 1, "ab")])
        await #expect(throws: MeasureError.self) {
            try await SilentReaderGap(Parameters(["silent": .text("nobody")])).read(sample, Self.student)
        }
        sample.count = Array(repeating: 0.5, count: sample.rows)
        await #expect(throws: MeasureError.self) { try await SilentReaderGap(Self.silent).read(sample, Self.student) }
    }

    // MARK: Exchanged identities

    @Test("no mismatch in 2,995 lists leaves at most one in a thousand; 20 are beyond the tolerance")
    func mismatches() async throws {
        for (events, low, high) in [(0, 0...0, 0.000_99...0.001), (20, 0.004...0.005, 0.009...0.010)]
            as [(Int, ClosedRange<Double>, ClosedRange<Double>)]
        {
            var sample = TestSamples.sample(unit: (0..<2_995).map { "l\($0)" }, name: "list")
            sample.score = (0..<2_995).map { $0 < events ? 1 : 0 }
            let reading = try await IdentitySwapMismatch(Parameters()).read(sample, Self.student)
            let figure = try #require(reading["share"])
            let found = try #require(figure.uncertainty)
            #expect(figure.value == Double(events) / 2_995 && reading.clusters == 2_995)
            #expect(low.contains(found.lowerLimit) && high.contains(found.upperLimit), "\(found)")
            #expect(found.method == "Clopper–Pearson, exact, 2995 lists")
            #expect(reading.notes.contains { $0.contains("independent draw") })
        }
    }

    @Test("without a list there is no share, and a list without a score is left out")
    func noLists() async throws {
        var sample = TestSamples.sample(unit: ["a", "b"], name: "list")
        sample.score = [.nan, 1]
        let one = try await IdentitySwapMismatch(Parameters()).read(sample, Self.student)
        #expect(one["share"]?.value == 1 && one.notes.contains("1 rows have no score and are left out"))
        sample.score = [.nan, .nan]
        let none = try await IdentitySwapMismatch(Parameters()).read(sample, Self.student)
        #expect(none["share"]?.value == nil && none["share"]?.note == "there are no lists")
    }
}
