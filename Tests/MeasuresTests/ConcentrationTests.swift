// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@testable import Measures

@Suite("Concentration of voice", .tags(.byHand, .published))
struct ConcentrationTests {
    private func reading(
        _ exposure: [Int],
        population: Int? = nil,
        _ parameters: [String: Parameters.Value] = [:]
    ) async throws -> Reading {
        let authors = exposure.enumerated().flatMap { Array(repeating: "a\($0)", count: $1) }
        var sample = TestSamples.sample(unit: authors.indices.map { "u\($0)" })
        var column = Categorical(authors.map { $0 })
        if let population {
            for extra in 0..<population { _ = column.names.intern("a\(extra)") }
            sample.eligibleAuthors = column.names.count
        }
        sample.author = column
        return try await Concentration(Parameters(parameters)).read(sample, TestSamples.inference)
    }

    @Test(
        "Gini of the published vectors",
        arguments: [([1, 1, 1, 1], 0, 0.0), ([1], 4, 0.75), ([1, 2, 3, 4], 0, 0.25), ([1, 2, 3, 4], 6, 0.5)]
            as [([Int], Int, Double)]
    )
    func gini(_ exposure: [Int], _ population: Int, _ expected: Double) async throws {
        let reading = try await reading(exposure, population: population == 0 ? nil : population)
        #expect(abs(try #require(reading["gini"]?.value) - expected) < 1e-15)
    }

    @Test(
        "Atkinson of (1, 2, 3, 4)",
        arguments: [(0.5, 0.0555858574), (1, 0.1146544642), (2, 0.232)] as [(Double, Double)]
    )
    func atkinson(_ epsilon: Double, _ expected: Double) async throws {
        let reading = try await reading([1, 2, 3, 4], ["epsilon": .number(epsilon)])
        #expect(abs(try #require(reading["atkinson"]?.value) - expected) < 5e-11)
    }

    @Test("Atkinson with ε = 1 is 1 as soon as one author has nothing")
    func atkinsonZero() async throws {
        #expect(try await reading([1, 2], population: 3, ["epsilon": .number(1)])["atkinson"]?.value == 1)
    }

    @Test("the largest 20 % of 87 are 17, of 83 are 17; rounding is declared")
    func rounding() {
        let choices = { ConcentrationFigure.Choices(topPercent: 20, rounding: $0, topCount: 10, epsilon: 0.5) }
        #expect(choices(.nearest).size(of: 87) == 17 && choices(.nearest).size(of: 83) == 17)
        #expect(choices(.down).size(of: 87) == 17 && choices(.up).size(of: 87) == 18)
        #expect(choices(.down).size(of: 3) == 1, "at least one author")
    }

    @Test("quickselect finds the same sum as sorting")
    func quickselect() {
        for seed in 0..<200 as Range<UInt64> {
            let sample = TestSamples.random(seed, rows: 50)
            var values = (sample.count ?? []).enumerated().map { $1 * Double(($0 * 7 + Int(seed)) % 13) }
            let sorted = values.sorted()
            let choices = ConcentrationFigure.Choices(
                topPercent: Double(seed % 100) + 0.5,
                rounding: .nearest,
                topCount: Int(seed) % 50 + 1,
                epsilon: 0.5
            )
            let fast = ConcentrationFigure.values([.topShare, .topCountShare], of: &values, choices)
            let total = sorted.reduce(0, +)
            #expect(abs(fast[0] - sorted.suffix(choices.size(of: 50)).reduce(0, +) / total) < 1e-12)
            #expect(abs(fast[1] - sorted.suffix(choices.topCount).reduce(0, +) / total) < 1e-12)
            #expect(values.sorted() == sorted, "nothing is lost")
        }
    }

    @Test("an eligible author without exposure raises inequality")
    func zeroExposure() async throws {
        let shown = try await reading([5, 4, 3, 2, 1])
        let all = try await reading([5, 4, 3, 2, 1], population: 8)
        #expect(try #require(all["gini"]?.value) > (try #require(shown["gini"]?.value)))
        #expect(try #require(all["evenness"]?.value) < (try #require(shown["evenness"]?.value)))
        #expect(all.denominators.contains { $0.name.hasPrefix("S") && $0.value == 8 })
        #expect(all.notes.isEmpty && !shown.notes.isEmpty, "a missing population is said")
    }

    @Test("one author of one is no equality, and nothing at all is no figure")
    func degenerate() async throws {
        #expect(try await reading([7])["evenness"]?.value == nil)
        #expect(try await reading([7])["topShare"]?.value == 1)
        var sample = TestSamples.sample(unit: ["u", "v"])
        sample.author = Categorical(["a", "b"])
        sample.count = [0, 0]
        let reading = try await Concentration(Parameters()).read(sample, TestSamples.inference)
        #expect(reading["gini"]?.value == nil)
    }

    @Test("a share never falls when more authors count as the largest")
    func monotone() async throws {
        var before = 0.0
        for count in 1...12 {
            let share = try #require(
                try await reading([9, 8, 7, 6, 5, 5, 4, 3, 2, 1], ["topCount": .number(Double(count))])[
                    "topCountShare"
                ]?.value
            )
            #expect(share >= before)
            if count < 10 { #expect(share > before && share < 1) }
            before = share
        }
        #expect(before == 1)
    }

    @Test("entropy of equal authors is ln S")
    func entropy() async throws {
        let reading = try await reading([3, 3, 3, 3, 3])
        #expect(abs(try #require(reading["entropy"]?.value) - 1.6094379124341003) < 1e-12)
        #expect(abs(try #require(reading["evenness"]?.value) - 1) < 1e-12)
    }

    @Test(
        "the largest authors are chosen anew in each draw, which leans; the interval still holds the estimate and says so"
    )
    func chosenAnew() async throws {
        let authors = (0..<400).map { "a\($0 % 40)" }
        var sample = TestSamples.sample(unit: (0..<400).map { "u\($0)" })
        sample.author = Categorical(authors)
        let figure = try #require(
            try await Concentration(Parameters(["topCount": .number(4)])).read(sample, TestSamples.inference)[
                "topCountShare"
            ]
        )
        #expect(figure.value == 0.1)
        let uncertainty = try #require(figure.uncertainty)
        #expect(uncertainty.lower <= 0.1 && uncertainty.upper > 0.1)
        #expect(uncertainty.lowerLimit <= 0.1)
        #expect(try #require(figure.note).contains("to one side"))
    }

    @Test("columns that hold nothing are dropped, and the others keep their sums")
    func emptyColumns() {
        var sums = SparseSums(
            unitCount: 2,
            columnCount: 1_000_000,
            units: [0, 1, 1, 0],
            columns: [999_999, 7, 7, 7],
            amounts: nil
        )
        let numbers = sums.dropEmptyColumns()
        #expect(sums.columnCount == 2 && sums.columnTotals() == [3, 1])
        #expect(numbers[7] == 0 && numbers[999_999] == 1 && numbers.count { $0 >= 0 } == 2)
    }

    @Test("thousands of parts of few authors each are measured like any others")
    func manyParts() async throws {
        // Part k has the authors 2k and 2k + 1, with three impressions and one; dense, this were 36 million columns.
        let parts = 3_000
        var sample = TestSamples.sample(unit: (0..<parts * 4).map { "u\($0 % 20)" })
        sample.author = Categorical((0..<parts * 4).map { "a\($0 / 4 * 2 + ($0 % 4 == 3 ? 1 : 0))" })
        sample.part = Partition(name: "part", Categorical((0..<parts * 4).map { "p\($0 / 4)" }))
        let parameters = Parameters(["figures": .text("gini")])
        let reading = try await Concentration(parameters).read(sample, TestSamples.inference)
        #expect(reading.figures.count == parts && reading.figures.allSatisfy { $0.value == 0.25 })
    }
}
