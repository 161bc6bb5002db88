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
        let used = Set(recipe.analyses.flatMap { [$0.table] + $0.related.map(\.table) })
        let paths = FileSelection.files(below: folder)
        var bytes = 0
        for table in recipe.tables where used.contains(table.name) || recipe.analyses.isEmpty {
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
