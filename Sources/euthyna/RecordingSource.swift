// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Foundation
internal import Recipes

/// What `--recording` names: a recipe, or the files themselves.
struct RecordingSource {
    let recipe: Recipe
    let folder: String
    /// Whether the recipe was proposed for files that came without one.
    let isProposed: Bool

    /// Whether a path is that of a recipe.
    static func isRecipe(_ path: String) -> Bool {
        let lower = path.lowercased()
        return lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
    }

    /// Finds recipe and data.
    ///
    /// - Parameters:
    ///   - paths: One recipe, or files and folders of data.
    ///   - data: Where the data of a recipe lie, where somebody says so.
    /// - Throws: `InputError` or `RecordingError` where one of them is missing or wrong.
    init(_ paths: [String], data: String?) async throws {
        if let path = paths.first, Self.isRecipe(path) {
            let file = try RecipeFile(path)
            (recipe, folder, isProposed) = (file.recipe, try file.dataFolder(data), false)
        } else {
            for path in paths where !FileManager.default.fileExists(atPath: path) {
                throw InputError(
                    .missing,
                    "\(path): there is no such file or folder; --recording names a recipe (.yaml) or data"
                )
            }
            (recipe, folder) = try await RecordingDescription.recipe(forFiles: paths)
            isProposed = true
        }
    }
}
