// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The files of this repository, as they lie on the disk.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What is built, fetched or made by running the command; nobody wrote it.
    private static let made: Set<String> = ["examinations", "docs/api", "Recipes/data", "data"]

    /// All files that somebody wrote, relative to the root, sorted.
    static let paths: [String] = {
        var paths: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder)) ?? []
            for name in names where !name.hasPrefix(".") && name != "__pycache__" {
                let path = folder.isEmpty ? name : folder + "/" + name
                if made.contains(path) { continue }
                if isFolder(path) { folders.append(path) } else { paths.append(path) }
            }
        }
        return paths.sorted()
    }()

    static func paths(below folder: String = "", ending: String) -> [String] {
        paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.path + "/" + path) }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: root.path + "/" + path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// What people read to learn how to use the program.
    static var documentation: [String] {
        paths(ending: ".md").filter { $0 == "README.md" || $0.hasPrefix("docs/") || $0.contains(".docc/") }
    }
}
