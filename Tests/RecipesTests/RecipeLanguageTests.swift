// SPDX-License-Identifier: Apache-2.0
import Foundation
import Notation
import Recipes
import Testing

@Suite("The reference of the recipe language")
struct RecipeLanguageTests {
    private let text: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        text = try String(
            contentsOf: root.appendingPathComponent("Sources/Recipes/Recipes.docc/RecipeLanguage.md"),
            encoding: .utf8
        )
    }

    /// Texts of recipes with a field that does not exist, in each group of fields there is.
    private static let groups = [
        "zz: 1", "source: {zz: 1}", "tables: {t: {files: f, zz: 1}}", "tables: {t: {files: {zz: 1}}}",
        "tables: {t: {files: f, columns: {c: {zz: 1}}}}", "tables: {t: {files: f, columns: {c: {lookup: {zz: 1}}}}}",
        "tables: {t: {files: f, columns: {c: {when: [{zz: 1}]}}}}",
        "tables: {t: {files: f, columns: {c: {rank: {zz: 1}}}}}",
        "tables: {t: {files: f, columns: {c: {session: {zz: 1}}}}}", "tables: {t: {files: f, wide: {zz: 1}}}",
        "tables: {t: {files: f, melt: {zz: 1}}}", "tables: {t: {files: f, explode: {zz: 1}}}",
        "tables: {t: {files: f, snapshots: {zz: 1}}}",
        "tables: {t: {files: f, keep: {c: {zz: 1}}}}", "analyses: [{zz: 1}]",
        "analyses: [{id: a, from: t, measure: m, unit: u, arms: {zz: 1}}]",
        "analyses: [{id: a, from: t, measure: m, unit: u, candidates: {zz: 1}}]",
        "analyses: [{id: a, from: t, measure: m, unit: u, alternatives: [{zz: 1}]}]", "published: [{zz: 1}]",
    ]

    @Test("every field of every group is in it", arguments: groups)
    func complete(recipe: String) throws {
        let found = problems("recipe: r\n" + recipe + "\n")
        let message = try #require(found.first { $0.contains("there is no field \"zz\" here; there are ") })
        let fields = message.split(separator: "there are ").last?.split(separator: ", ").map(String.init) ?? []
        #expect(fields.count > 1)
        // Its own row, or a place in an example.
        for field in fields { #expect(text.contains("`\(field)`") || text.contains("\(field): "), "\(field)") }
    }

    @Test("every word that a field takes is in it")
    func words() {
        let choices = [
            "tables: {t: {files: f, kind: zz}}", "tables: {t: {files: f, format: zz}}",
            "tables: {t: {files: f, columns: {c: {type: zz}}}}",
            "tables: {t: {files: f, columns: {c: {calendar: zz}}}}",
            "tables: {t: {files: f, columns: {c: {map: {}, otherwise: zz}}}}",
            "tables: {t: {files: f, snapshots: {keep: zz, time: t}}}",
        ]
        for choice in choices {
            let message = problems("recipe: r\n" + choice + "\n").first { $0.contains(" is none of ") } ?? ""
            for word in message.split(separator: " is none of ").last?.split(separator: ", ") ?? [] {
                #expect(text.contains("`\(word)`") || text.contains(": \(word)`"), "\(word)")
            }
        }
        for role in Analysis.roles { #expect(text.contains("`\(role)`"), "\(role)") }
    }

    @Test("its examples are YAML, and the first one is a whole recipe")
    func examples() throws {
        let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count >= 5)
        for block in blocks { _ = try YAMLText.node(block, file: "example") }
        #expect(try Recipe.parse(blocks[0], file: "example").analyses.count == 1)
        let tables = blocks[2...].filter { $0.contains("files:") }.map {
            $0.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        }
        #expect(tables.count == 2)
        for table in tables where !table.contains("shown.csv") {
            #expect(problems("recipe: r\ntables:\n" + table + "\n") == [])
        }
    }
}
