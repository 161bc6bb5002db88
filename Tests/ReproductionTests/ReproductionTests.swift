// SPDX-License-Identifier: Apache-2.0
import Examination
import Foundation
import Measures
import Notation
import Recipes
import TestSupport
import Testing

@Suite(
    "Published audits",
    .tags(.published),
    .enabled(if: SharedData.isThere, "needs ../shared/data, which is not there")
)
struct ReproductionTests {
    @Test(
        "every figure of a publication is recomputed, or differs with the reason stated",
        arguments: SharedData.recipes
    )
    func cells(_ name: String) async throws {
        let record = try await SharedData.record(name)
        #expect(record.cells.count > 30)
        for cell in record.cells {
            #expect(cell.agreement != .unexpected, "\(cell.label): \(cell.recomputed ?? .nan), \(cell.note ?? "")")
            if cell.agreement == .differs {
                #expect(cell.note?.isEmpty == false, "\(cell.label) differs without a reason")
            }
        }
        let isPinned = record.recording.files.map(\.isPinned)
        #expect(!isPinned.contains(false))
    }

    @Test("exactly the three figures differ that do not follow from their data")
    func differing() async throws {
        var differing: [String] = []
        for name in ["apple-news", "facebook-argentina"] {
            differing += try await SharedData.record(name, replicates: 100).cells.filter { $0.agreement == .differs }
                .map { "\($0.published ?? "") → \(PrintedValue.text($0))" }
        }
        #expect(differing == ["1268 → 1267", "76% → 77.1", "11603 → 11590"])
    }

    @Test("what a recipe expects is what the list of targets says", arguments: SharedData.recipes)
    func targets(_ name: String) throws {
        let recipe = try RecipeFile(SharedData.root + "/Recipes/\(name).yaml").recipe
        let numbers = try SharedData.expectedNumbers(name)
        for cell in recipe.published {
            guard let expected = cell.expected else { continue }
            let distance = numbers.map { abs($0 - expected) }.min() ?? .infinity
            // 96 reports are the sum of five numbers of the list.
            #expect(distance < 1.1e-6 || expected == 96, "\(cell.label): \(expected) is no target")
        }
    }

    @Test("the delivery figure: 30 cells and 6 pooled ones to 1e-12")
    func delivery() async throws {
        let cells = try await SharedData.record("ads-algorithmwatch").cells.filter { $0.label.hasPrefix("share") }
        #expect(cells.count == 36)
        for cell in cells { #expect(abs(try #require(cell.difference)) < 1e-12, "\(cell.label)") }
    }

    @Test("both signs of the country contrast: rank-weighted default sort, raw share over all sorts")
    func signs() async throws {
        let record = try await SharedData.record("youtube-geo", replicates: 400)
        let figure = { (analysis: String, key: String) in
            record.analyses.first { $0.id == analysis }?.reading[key]
        }
        let weighted = try #require(figure("serp-ms Relevance", "score/difference")?.uncertainty)
        let raw = try #require(figure("country all sorts", "difference/+1")?.value)
        #expect(weighted.lower > 0)
        #expect(raw < 0)
        // Page-level standard errors err both ways.
        let naive = try #require(figure("serp-ms View Count", "standardError/pages")?.value)
        let byQuery = try #require(figure("serp-ms View Count", "standardError/units")?.value)
        #expect(abs(naive - 0.0129) < 5e-5 && abs(byQuery - 0.0067) < 5e-5)
    }

    @Test("six profiles: everything is shown, and there is neither interval nor p-value")
    func sixProfiles() async throws {
        let record = try await SharedData.record("facebook-argentina", replicates: 100)
        for analysis in record.analyses {
            for figure in analysis.reading.figures {
                #expect(figure.uncertainty == nil && figure.pValue == nil, "\(analysis.id).\(figure.key)")
            }
        }
        let newest = try #require(record.analyses.first { $0.id == "newest first" })
        #expect(
            newest.reading.exhibits.contains {
                if case .clusters(_, let values) = $0 { values.count == 6 } else { false }
            }
        )
    }

    @Test("without its time column a recording is refused, and the error says why")
    func noTime() throws {
        let path = SharedData.root + "/Recipes/facebook-argentina.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing("    order: time\n", with: "")
        #expect {
            try Recipe.parse(text, file: "recipe", digests: { _ in "" })
        } throws: { error in
            "\(error)".contains("impressions need an order")
        }
    }

    @Test("cumulative reports are not added up unless somebody says how")
    func cumulative() throws {
        let path = SharedData.root + "/Recipes/ads-algorithmwatch.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing("    snapshots: {keep: last, time: time, within: country}\n", with: "")
        #expect {
            try Recipe.parse(text, file: "recipe", digests: { _ in "" })
        } throws: { error in
            "\(error)".contains("snapshots: {keep: last")
        }
    }

    @Test("a file that was changed by one byte stops the run")
    func wrongDigest() async throws {
        let path = SharedData.root + "/Recipes/facebook-argentina.yaml"
        let digests = try String(
            contentsOfFile: SharedData.root + "/Recipes/facebook-argentina.sha256",
            encoding: .utf8
        )
        let changed = digests.replacing("9a0de330", with: "0a0de330")
        let recipe = try Recipe.parse(
            try String(contentsOfFile: path, encoding: .utf8),
            file: "recipe",
            digests: { _ in changed }
        )
        await #expect {
            _ = try await RecordingReader(recipe, folder: SharedData.folder + "/facebook-argentina").read()
        } throws: { error in
            "\(error)".contains("this is not the file the recipe was written for")
        }
    }
}

/// A recomputed value as short as it can be compared with print.
enum PrintedValue {
    static func text(_ cell: CellResult) -> String {
        guard let value = cell.recomputed else { return "–" }
        return JSONValue.format((value * 10).rounded() / 10)
    }
}
