// SPDX-License-Identifier: Apache-2.0
private import Foundation

/// Finds files below a folder by paths with stars.
enum FileSelection {
    /// All regular files below a folder, relative to it, sorted by name: the order of a folder listing is never time.
    static func files(below root: String) -> [String] {
        guard let walker = FileManager.default.enumerator(atPath: root) else { return [] }
        var paths: [String] = []
        while let path = walker.nextObject() as? String {
            if isFile(root + "/" + path) { paths.append(path) }
        }
        return withoutReports(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Files that do not lie in the report of an earlier examination: a second run must not read what the first one wrote.
    private static func withoutReports(_ paths: [String]) -> [String] {
        func folder(_ path: String) -> Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? "" }
        let all = Set(paths)
        let reports = Set(
            paths.filter { $0.hasSuffix("/findings.json") }.map(folder).filter { folder in
                ["report.html", "junit.xml"].allSatisfy { all.contains("\(folder)/\($0)") }
            }
        )
        return reports.isEmpty ? paths : paths.filter { !reports.contains(folder($0)) }
    }

    /// The files below a folder that a recipe can mean: where all its paths are plain names, nothing else is looked at.
    static func files(of tables: [TableDefinition], below root: String) -> [String] {
        let named = tables.flatMap { $0.files.paths + $0.files.skipped }
        if named.contains(where: { $0.contains("*") || $0.contains("?") }) { return files(below: root) }
        return Set(named).filter { isFile(root + "/" + $0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// Whether a path has the form of a glob: `*` stands for any characters but `/`, `**` for any at all, `?` for one.
    static func matches(_ path: String, _ glob: String) -> Bool {
        matches(Array(path.utf8)[...], Array(glob.utf8)[...])
    }

    private static func matches(_ path: ArraySlice<UInt8>, _ glob: ArraySlice<UInt8>) -> Bool {
        guard let first = glob.first else { return path.isEmpty }
        let star = UInt8(ascii: "*")
        let slash = UInt8(ascii: "/")
        if first == star {
            let crosses = glob.dropFirst().first == star
            var rest = glob.dropFirst(crosses ? 2 : 1)
            // `**/` also stands for no folder at all.
            if crosses, rest.first == slash, matches(path, rest.dropFirst()) { return true }
            if !crosses { rest = glob.dropFirst() }
            var tail = path
            while true {
                if matches(tail, rest) { return true }
                guard let next = tail.first, crosses || next != slash else { return false }
                tail = tail.dropFirst()
            }
        }
        guard let next = path.first, next == first || (first == UInt8(ascii: "?") && next != slash) else {
            return false
        }
        return matches(path.dropFirst(), glob.dropFirst())
    }
}
