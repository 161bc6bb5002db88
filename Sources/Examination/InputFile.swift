// SPDX-License-Identifier: Apache-2.0
internal import Evidence
private import Foundation

/// Texts on the disk: recipes, clauses, lists of digests.
enum InputFile {
    /// Larger files are no texts that people write.
    private static let largest = 64 << 20

    /// The text of a file.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - what: What was expected there, for messages.
    ///   - largest: Larger files, in bytes, are refused before they are read.
    /// - Returns: The whole of it.
    /// - Throws: `InputError` where there is none, or it is not UTF-8.
    static func text(_ path: String, what: String, largest: Int = largest) throws(InputError) -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw InputError(.missing, "\(path): there is no such file; \(what) was expected")
        }
        if isFolder(path) { throw InputError(.bad, "\(path): is a folder; \(what) was expected") }
        let bytes: FileBytes
        do throws(FileError) {
            bytes = try FileBytes.mapping(path)
        } catch {
            throw InputError(.missing, error.description)
        }
        guard bytes.count <= largest else {
            throw InputError(.bad, "\(path): is larger than \(largest >> 20) MiB; \(what) was expected")
        }
        let text = bytes.withBytes { span in
            unsafe span.withUnsafeBytes { buffer in unsafe String(validating: buffer, as: UTF8.self) }
        }
        guard let text else { throw InputError(.bad, "\(path): is not UTF-8; \(what) was expected") }
        return text
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The folder a file lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
