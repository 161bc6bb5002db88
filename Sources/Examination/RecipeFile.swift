// SPDX-License-Identifier: Apache-2.0
internal import Notation
public import Recipes

/// A recipe with the place it was read from: lists of digests and data lie beside it.
public struct RecipeFile: Sendable {
    /// What it says.
    public let recipe: Recipe
    /// The folder it lies in.
    public let folder: String

    /// Reads a recipe and the list of digests it names.
    ///
    /// - Throws: `InputError` that names the file, with a line for each problem of its text.
    public init(_ path: String) throws(InputError) {
        let text = try InputFile.text(path, what: "a recipe in YAML")
        let folder = InputFile.folder(of: path)
        do throws(Problems) {
            recipe = try Recipe.parse(text, file: path) { name in
                try? InputFile.text(folder + "/" + name, what: "a list of digests")
            }
        } catch {
            throw InputError(.bad, error.description)
        }
        self.folder = folder
    }

    /// The folder of the data.
    ///
    /// - Parameter given: A folder somebody names; the recipe's own are not looked at then.
    /// - Returns: That folder, or the first of the recipe's that exists, seen from where the recipe lies.
    /// - Throws: `InputError` with the folders that were tried.
    public func dataFolder(_ given: String?) throws(InputError) -> String {
        if let given {
            if InputFile.isFolder(given) { return given }
            throw InputError(
                .missing,
                "\(given): there is no such folder; --data names the folder of the recording's files"
            )
        }
        let tried = recipe.dataFolders.map { $0.hasPrefix("/") ? $0 : $0 == "." ? folder : "\(folder)/\($0)" }
        if let found = tried.first(where: { InputFile.isFolder($0) }) { return found }
        throw InputError(
            .missing,
            "\(recipe.file): none of the data folders it names is there (tried \(tried.joined(separator: ", "))); name the folder "
                + "with --data FOLDER"
        )
    }
}
