// SPDX-License-Identifier: Apache-2.0
internal import Evidence
private import Foundation

/// Finds the files of a recording without a recipe and sorts them by their columns.
enum PlainFiles {
    /// The files, relative to the folder that holds all of them.
    ///
    /// - Throws: `RecordingError` where a path leads to nothing.
    static func find(_ paths: [String]) throws(RecordingError) -> (files: [String], folder: String) {
        var all: [String] = []
        for path in paths {
            let full = URL(fileURLWithPath: path).standardizedFileURL.path
            var isFolder: ObjCBool = false
            guard unsafe FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
                throw RecordingError("\(path): there is no such file or folder")
            }
            if isFolder.boolValue {
                all += FileSelection.files(below: full).filter { isData($0) }.map { full + "/" + $0 }
            } else {
                all.append(full)
            }
        }
        guard let first = all.first else {
            throw RecordingError("\(paths.joined(separator: ", ")): there are no files")
        }
        var common = Array(first.split(separator: "/").dropLast())
        for path in all {
            let parts = path.split(separator: "/").dropLast()
            common = Array(zip(common, parts).prefix { $0 == $1 }.map(\.0))
        }
        let folder = "/" + common.joined(separator: "/")
        let start = folder == "/" ? 1 : folder.count + 1
        return (Set(all).map { String($0.dropFirst(start)) }.sorted(), folder)
    }

    /// Whether a file of a folder holds data, judged by its name: folders hold licences and pictures, too.
    private static func isData(_ path: String) -> Bool {
        var name = path.lowercased()
        for ending in [".gz", ".bz2", ".xz", ".zst"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        return !FileSelection.isJunk(path)
            && [".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson", ".zip"].contains { name.hasSuffix($0) }
    }

    /// The files by shape: those with the same columns are one table, and each kind has one table, that of the most files.
    ///
    /// - Throws: `RecordingError` where a file cannot be read.
    static func tables(_ files: [String], in folder: String) throws(RecordingError) -> [PlainTable] {
        var groups: [(sketch: TableSketch, paths: [String])] = []
        for file in files {
            let sketch = try sketch(file, in: folder)
            let index = groups.firstIndex {
                $0.sketch.layout == sketch.layout && $0.sketch.columns.map(\.name) == sketch.columns.map(\.name)
            }
            if let index {
                groups[index].paths.append(file)
                for place in sketch.columns.indices {
                    groups[index].sketch.columns[place].examples += sketch.columns[place].examples
                }
            } else {
                groups.append((sketch, [file]))
            }
        }
        let tables = groups.map { PlainTable(paths: $0.paths, sketch: $0.sketch) }
        for kind in TableDefinition.Kind.allCases {
            let same = tables.filter { $0.kind == kind }
            guard same.count > 1 else { continue }
            throw RecordingError(
                "\(same.map { $0.paths[0] }.joined(separator: " and ")) both look like \(kind.rawValue) but have different columns; name "
                    + "the files that are meant, or write a recipe"
            )
        }
        return tables
    }

    private static func sketch(_ file: String, in folder: String) throws(RecordingError) -> TableSketch {
        let full = folder + "/" + file
        do throws(FileError) {
            guard Archive.isCompressed(full) else { return try TableSketch(of: FileBytes.mapping(full), name: full) }
            let entries = try Archive.entries(of: full) { !FileSelection.isJunk($0) }
            guard let first = entries.first else { throw FileError(full, reason: "holds no file") }
            return try TableSketch(of: first.bytes, name: "\(full)!\(first.name)")
        } catch {
            throw RecordingError(error.description)
        }
    }
}
