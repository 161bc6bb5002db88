// SPDX-License-Identifier: Apache-2.0
internal import Evidence
private import Foundation

extension FileSelection {
    /// What archivers and file managers leave behind.
    static func isJunk(_ path: String) -> Bool {
        path.split(separator: "/").contains {
            $0 == "__MACOSX" || $0 == ".DS_Store" || $0 == "Thumbs.db" || $0.hasPrefix("._")
        }
    }

    /// Why a path that names something matches no file.
    private static func hint(_ glob: String, _ folder: String) -> String {
        var isFolder: ObjCBool = false
        let isThere = unsafe FileManager.default.fileExists(atPath: folder + "/" + glob, isDirectory: &isFolder)
        return isThere && isFolder.boolValue ? "; it is a folder: name its files, such as \(glob)/*.csv" : ""
    }

    /// The files of a table, sorted by path.
    ///
    /// - Throws: `RecordingError` where a path matches nothing, or a file does not have the form of the pattern.
    static func select(
        _ paths: [String],
        for table: TableDefinition,
        in folder: String,
        place: String
    ) throws(RecordingError) -> [String] {
        var selected: Set<String> = []
        for glob in table.files.paths {
            let found = paths.filter { matches($0, glob) && !isJunk($0) }
            if found.isEmpty {
                throw RecordingError(
                    "\(place): table \"\(table.name)\": no file below \(folder) matches \"\(glob)\""
                        + hint(glob, folder)
                )
            }
            selected.formUnion(found.filter { path in !table.files.skipped.contains { matches(path, $0) } })
        }
        for skip in table.files.skipped where !paths.contains(where: { matches($0, skip) }) {
            throw RecordingError(
                "\(place): table \"\(table.name)\": nothing to skip matches \"\(skip)\" below \(folder)"
            )
        }
        let sorted = selected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // A pattern that names entries is held against them when the archive is open; a plain file has none.
        if let pattern = table.files.pattern,
            let odd = sorted.first(where: {
                pattern.namesEntries ? !Archive.isCompressed($0) : pattern.match($0) == nil
            })
        {
            throw RecordingError(
                "\(folder)/\(odd): does not have the form of the pattern of table \"\(table.name)\", so its "
                    + "\(pattern.names.joined(separator: ", ")) cannot be known; name it under skip if it does not belong to the data"
            )
        }
        return sorted
    }
}
