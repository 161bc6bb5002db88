// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// Writes the files of a folder: all of them, or none.
enum FolderWriter {
    /// Everything is written under temporary names first and then renamed, so that a full disk leaves older files as they were.
    ///
    /// - Parameters:
    ///   - files: Name and text.
    ///   - path: The folder; made where it does not exist.
    ///   - stale: Names that an older set of files could have; those that are not among the files are removed.
    /// - Throws: `ReportError` with the file that could not be written.
    static func write(_ files: [(name: String, text: String)], to path: String, stale: [String]) throws(ReportError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ReportError("\(path): cannot be made a folder (\(reason(error))); name another one with --out")
        }
        var written: [String] = []
        defer { for file in written { try? FileManager.default.removeItem(atPath: file) } }
        for file in files {
            let temporary = "\(path)/.\(file.name).part"
            written.append(temporary)
            do {
                try Data(file.text.utf8).write(to: URL(filePath: temporary))
            } catch {
                throw ReportError(
                    "\(path)/\(file.name): cannot be written (\(reason(error))); the older files are unchanged"
                )
            }
        }
        for file in files {
            guard unsafe rename("\(path)/.\(file.name).part", "\(path)/\(file.name)") == 0 else {
                let message = unsafe String(cString: strerror(errno))
                throw ReportError("\(path)/\(file.name): cannot be replaced: \(message)")
            }
        }
        let names = Set(files.map(\.name))
        for name in stale where !names.contains(name) {
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? error as NSError).localizedDescription
    }
}
