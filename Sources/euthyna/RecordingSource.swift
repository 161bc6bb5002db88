// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Foundation
internal import Recipes

/// What `--recording` names: a recipe, or the files themselves.
struct RecordingSource {
    let recipe: Recipe
    let folder: String

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
    /// - Throws: `InputError` where one of them is missing or wrong.
    init(_ paths: [String], data: String?) throws {
        if let path = paths.first, Self.isRecipe(path) {
            let file = try RecipeFile(path)
            (recipe, folder) = (file.recipe, try file.dataFolder(data))
        } else {
            (recipe, folder) = try Self.recipe(for: paths)
        }
    }

    /// The recipe that data files suggest by their columns, and the folder it is relative to.
    private static func recipe(for paths: [String]) throws -> (Recipe, folder: String) {
        for path in paths where !FileManager.default.fileExists(atPath: path) {
            throw InputError(
                .missing,
                "\(path): there is no such file or folder; --recording names a recipe (.yaml) or data"
            )
        }
        throw InputError(
            .bad,
            "\(paths.joined(separator: ", ")): data without a recipe cannot be read yet; write a recipe (.yaml) that names their "
                + "columns and give it to --recording"
        )
    }
}
