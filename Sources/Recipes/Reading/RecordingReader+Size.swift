// SPDX-License-Identifier: Apache-2.0
internal import Evidence
private import Foundation

extension RecordingReader {
    /// The bytes that reading a recording will go through, for those who wait.
    ///
    /// - Parameters:
    ///   - recipe: What is read.
    ///   - folder: Where the data lie.
    /// - Returns: The sum over the files, or `nil` where one is compressed or missing: then nobody knows before.
    public static func bytes(of recipe: Recipe, in folder: String) -> Int? {
        guard let tables = try? RecordingReader(recipe, folder: folder).order() else { return nil }
        let paths = FileSelection.files(of: tables, below: folder)
        var bytes = 0
        for table in tables {
            guard let selected = try? FileSelection.select(paths, for: table, in: folder, place: recipe.file) else {
                return nil
            }
            for path in selected {
                let full = folder + "/" + path
                guard !Archive.isCompressed(full), let facts = try? FileManager.default.attributesOfItem(atPath: full),
                    let size = (facts[.size] as? NSNumber)?.intValue
                else { return nil }
                bytes += size
            }
        }
        return bytes
    }
}
