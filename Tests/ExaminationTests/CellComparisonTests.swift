// SPDX-License-Identifier: Apache-2.0
import Measures
import TestSupport
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Examination

@Suite("Published figures beside ours")
struct CellComparisonTests {
    /// One impression, so that a count times a scale is whatever number a test needs.
    private static func cells(_ published: String..., analyses: String...) async throws -> [CellResult] {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(viewers: 1),
            "table.csv": "job,share\nnurse,0.75\ndriver,1.2e-05\npilot,\n,0.5\n",
            "recipe.yaml": SmallTown.recipe(SmallTown.size + ", where: {arm: ranked, slot: 1}")
                + analyses.map { "  - {\($0)}\n" }.joined() + "published:\n"
                + published.map { "  - {\($0)}\n" }.joined(),
        ])
        return try await folder.record().cells
    }

    private static func cell(_ fields: String) async throws -> CellResult {
        try #require(try await cells("cell: C, value: size.impressions, \(fields)").first)
    }

    @Test(
        "agreement by the precision of the print, a stated tolerance, and what the recipe expects",
        arguments: [
            // Printed digits are the tolerance where none is stated.
            ("published: 31.55%, scale: 31.5489", "agrees"), ("published: 31.55%, scale: 31.5451", "agrees"),
            ("published: 31.55%, scale: 31.5449", "unexpected"), ("published: 915K, scale: 915440", "agrees"),
            ("published: 915K, scale: 916000", "unexpected"), ("published: \"12,670\", scale: 12670", "agrees"),
            ("published: −.0393, scale: -0.03934", "agrees"), ("published: −.0393, scale: 0.03934", "unexpected"),
            // A difference that the recipe knows of is no surprise, one that it does not know of is.
            ("published: 76%, scale: 77.1, agrees: false", "differs"),
            ("published: 76%, scale: 77.1, expected: 77.1, agrees: false", "differs"),
            ("published: 76%, scale: 77.1, expected: 77.4, within: 0.05, agrees: false", "unexpected"),
            ("published: 76%, scale: 77.1", "unexpected"), ("published: 76%, scale: 76.2, agrees: false", "agrees"),
            // A stated tolerance is held against the print where nothing else is expected.
            ("published: 31.55, scale: 31.5489, exact: true", "unexpected"),
            ("published: 31.55, scale: 31.55, exact: true", "agrees"),
            ("published: 31.55, scale: 31.5489, within: 0.001", "unexpected"),
            ("published: 31.55, scale: 31.5489, within: 0.002", "agrees"),
            ("published: 31.55, scale: 31.9, decimals: 0", "agrees"),
            ("published: 31.55, scale: 31.4, decimals: 0", "unexpected"),
            ("published: 31.5, scale: 31.5489, decimals: 3", "unexpected"),
            // With an expectation the tolerance is for that, and the print has its own.
            ("published: 915K, scale: 915440, expected: 915440, exact: true", "agrees"),
            ("published: 915K, scale: 915441, expected: 915440, exact: true", "unexpected"),
            ("published: 84%, scale: 83.8, expected: 83.8, decimals: 0", "agrees"),
            ("published: 18%, scale: 17.59, expected: 17.5, within: 0.1", "agrees"),
            ("published: 18%, scale: 17.3, expected: 17.3, within: 0.1", "unexpected"),
            // Ours alone.
            ("expected: 0.05, scale: 0.05", "own"), ("expected: 0.05, scale: 0.0500001", "unexpected"),
            ("expected: 0.05, scale: 0.0500001, within: 1.0e-6", "own"),
            ("expected: 0.05, scale: 0.054, decimals: 2", "own"),
            ("expected: 0.05, scale: 0.056, decimals: 2", "unexpected"),
            // A print without a number is only as good as what is expected.
            ("published: SA > US, expected: 0.049932, scale: 0.0499321, within: 1.0e-6", "agrees"),
            ("published: SA > US, expected: 0.049932, scale: -0.0499321, within: 1.0e-6", "unexpected"),
            ("published: SA > US, scale: 0.05", "unexpected"),
        ]
    )
    func agreement(_ fields: String, _ agreement: String) async throws {
        #expect(try await Self.cell(fields).agreement.rawValue == agreement)
    }

    @Test("a cell shows both values, their difference, the tolerance in words and where ours is from")
    func contents() async throws {
        let cell = try await Self.cell("published: 76%, scale: 77.5, within: 0.25, agrees: false, note: Why it differs")
        #expect(cell.label == "C" && cell.published == "76%" && cell.recomputed == 77.5 && cell.difference == 1.5)
        #expect(cell.tolerance == "within 0.25" && cell.source == "size.impressions" && cell.scale == 77.5)
        #expect(cell.note == "Why it differs" && cell.figure?.key == "impressions" && cell.decimals == 1)
        let own = try await Self.cell("expected: 1")
        #expect(own.published == nil && own.difference == nil && own.tolerance == "exact" && own.decimals == 0)
        let words = try await Self.cell("published: SA > US, expected: 1")
        #expect(words.published == "SA > US" && words.difference == nil && words.agreement == .agrees)
        #expect(words.note == nil)
        let nothing = try await Self.cell("published: SA > US, scale: 2")
        #expect(nothing.note == "\"SA > US\" holds no number: state what is expected")
    }

    @Test(
        "as many decimals are worth printing as the tolerance tells apart",
        arguments: [
            ("published: 31.55%, scale: 31.5489", "rounded to 2 decimals", 2),
            ("published: 84%, scale: 83.8", "rounded to a whole number", 0),
            ("published: 84%, scale: 83.8, decimals: 1", "rounded to 1 decimals", 1),
            ("published: 12670, scale: 12670, exact: true", "exact", 0), ("expected: 0.5, scale: 0.5", "exact", 6),
            ("expected: 1, within: 0.5", "within 0.5", 0), ("expected: 1, within: 0.005", "within 0.005", 2),
            ("expected: 1, within: 0.004", "within 0.004", 3), ("expected: 1, within: 1.0e-12", "within 1e-12", 12),
            ("expected: 1, within: 0", "within 0.0", 12),
        ]
    )
    func decimals(_ fields: String, _ words: String, _ decimals: Int) async throws {
        let cell = try await Self.cell(fields)
        #expect(cell.tolerance == words && cell.decimals == decimals)
    }

    @Test("a cell whose analysis failed is unexpected and says why; so is one whose figure is not there")
    func failures() async throws {
        let corner =
            SmallTown.meeting.replacing("id: meeting", with: "id: corner") + ", with: {low: p0, high: elsewhere}"
        let cells = try await Self.cells(
            "cell: A, value: corner.least, published: 1.2",
            "cell: B, value: size.impressionz, published: 1",
            "cell: C, value: size.impressions, of: upper, expected: 1",
            "cell: D, value: size.impressions, of: p, published: p < .001, note: Known",
            "cell: E, value: corner.least, published: 1.2, agrees: false, note: Known",
            analyses: corner
        )
        #expect(cells.map(\.agreement) == Array(repeating: .unexpected, count: 5))
        #expect(cells.allSatisfy { $0.recomputed == nil && $0.difference == nil && $0.figure == nil })
        #expect(cells[0].note == "low must be a part of the readers and high one of the authors")
        #expect(try #require(cells[1].note).hasPrefix("size gives no figure \"impressionz\"; there are impressions"))
        #expect(
            cells[2].note == "size.impressions has no upper" && cells[3].note == "Known" && cells[4].note == "Known"
        )
    }

    @Test("limits and p-values of a figure are compared like its estimate")
    func parts() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.recipe(SmallTown.mean)
                + "published:\n  - {cell: L, value: mean.score, of: lower, scale: 100, published: 50%}\n"
                + "  - {cell: U, value: mean.score, of: upper, published: 0.4}\n",
        ])
        let cells = try await folder.record().cells
        #expect(cells.map(\.recomputed) == [50, 0.5] && cells.map(\.agreement) == [.agrees, .unexpected])
        #expect(cells.allSatisfy { $0.figure == nil })
    }

    @Test("the alternatives of an analysis stand beside its cells, in the unit of the publication")
    func alternatives() async throws {
        let count =
            SmallTown.size.replacing("id: size", with: "id: all")
            + ", alternatives: [{label: ranked, where: {arm: ranked}}, {label: nobody, where: {arm: nobody}}]"
        let cells = try await Self.cells(
            "cell: A, value: all.impressions, scale: 100, published: 600",
            "cell: B, value: all.impressions, of: upper, expected: 1",
            analyses: count
        )
        #expect(cells[0].alternatives.map(\.label) == ["ranked", "nobody"])
        #expect(cells[0].alternatives.map(\.value) == [300, nil])
        #expect(cells[1].alternatives.map(\.value) == [nil, nil])
    }

    @Test("a table of the publication is a cell a row, also where it writes small numbers with an exponent")
    func tables() async throws {
        let cells = try await Self.cells(
            "cell: T, table: table.csv, value: share, figure: \"size.{job}\"",
            "cell: N, table: table.csv, value: share, figure: \"size.impressions\", where: {job: nurse}, scale: 0.75",
            "cell: D, table: table.csv, value: share, figure: \"size.impressions\", where: {job: driver}, scale: 1.2e-5"
        )
        #expect(cells.map(\.label) == ["T: nurse", "T: driver", "T: ", "N: ", "D: "])
        #expect(cells.map(\.source).prefix(3) == ["size.nurse", "size.driver", "size."])
        #expect(cells.map(\.agreement) == [.unexpected, .unexpected, .unexpected, .agrees, .agrees])
        #expect(cells[4].difference == 0 && cells[4].published == "1.2e-05")
    }
}
