// SPDX-License-Identifier: Apache-2.0
import Evidence
import Notation
import Recipes
import TestSupport

/// With data in it that a recipe reads.
extension TemporaryFolder {
    /// Reads the tables of a recipe; `tables` is what stands under "tables:", indented by nothing.
    func read(_ tables: String, head: String = "") async throws -> Recording {
        try await read(recipe: head + "recipe: test\ntables:\n" + indented(tables))
    }

    func read(recipe text: String) async throws -> Recording {
        let recipe = try Recipe.parse(text, file: "test.yaml")
        return try await RecordingReader(recipe, folder: path, threads: 2).read()
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n") + "\n"
    }
}

extension Recording {
    /// The values of a column as a writer prints them.
    func texts(_ table: String, _ column: String) -> [String?] {
        guard let found = tables[table]?[column] else { return ["no column \(column)"] }
        return (0..<found.count).map { found.text($0) }
    }

    func notes(_ table: String) -> [String] {
        fillings.first { $0.table == table }?.notes.map { "\($0.count) × \($0.what)" } ?? []
    }
}

/// The problems of a recipe, as people see them.
func problems(_ text: String) -> [String] {
    do {
        _ = try Recipe.parse(text, file: "r.yaml")
        return []
    } catch {
        return error.list.map(\.description)
    }
}
