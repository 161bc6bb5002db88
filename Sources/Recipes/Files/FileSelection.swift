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

    /// Whether a path stays below the folder it is relative to.
    static func staysBelow(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    /// Whether a path has the form of a glob: `*` stands for any characters but `/`, `**` for any at all, `?` for one.
    ///
    /// All places of the glob that the path could have reached are followed at once, so the cost is that of path times glob,
    /// whatever the stars.
    static func matches(_ path: String, _ glob: String) -> Bool {
        let pieces = pieces(of: glob)
        var reached = spread([0], pieces)
        for byte in path.utf8 {
            var next: Set<Int> = []
            for place in reached where place < pieces.count {
                switch pieces[place] {
                case .byte(let own): if own == byte { next.insert(place + 1) }
                case .one: if byte != slash { next.insert(place + 1) }
                case .many(let crosses): if crosses || byte != slash { next.insert(place) }
                case .perhaps: break
                }
            }
            reached = spread(next, pieces)
        }
        return reached.contains(pieces.count)
    }

    private static let slash = UInt8(ascii: "/")

    private enum Piece {
        case byte(UInt8)
        /// `?`.
        case one
        /// `*`, or `**` where it crosses folders.
        case many(crosses: Bool)
        /// The next two pieces may be left out: `**/` stands for no folder at all, too.
        case perhaps
    }

    private static func pieces(of glob: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Array(glob.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "?") {
                pieces.append(.one)
            } else if byte == UInt8(ascii: "*"), rest.first == byte {
                rest.removeFirst()
                if rest.first == slash {
                    rest.removeFirst()
                    pieces += [.perhaps, .many(crosses: true), .byte(slash)]
                } else {
                    pieces.append(.many(crosses: true))
                }
            } else {
                pieces.append(byte == UInt8(ascii: "*") ? .many(crosses: false) : .byte(byte))
            }
        }
        return pieces
    }

    /// Adds the places behind stars, which may stand for nothing.
    private static func spread(_ places: Set<Int>, _ pieces: [Piece]) -> Set<Int> {
        var all = places
        var waiting = Array(places)
        while let place = waiting.popLast() {
            guard place < pieces.count else { continue }
            let behind: [Int] =
                switch pieces[place] {
                case .many: [place + 1]
                case .perhaps: [place + 1, place + 3]
                case .byte, .one: []
                }
            for next in behind where all.insert(next).inserted { waiting.append(next) }
        }
        return all
    }
}
