// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder that is gone when the test is over.
public final class TemporaryFolder: Sendable {
    /// Where it lies, absolute.
    public let path: String

    /// Makes it with these texts in it, by their names.
    public init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("euthyna-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, as: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file; folders on the way are made.
    public func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Writes a text as UTF-8.
    public func write(_ text: String, as name: String) throws { try write(text.utf8, as: name) }

    /// The bytes of a file; `nil` where there is none.
    public func bytes(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path + "/" + name).map { Array($0) }
    }

    /// What lies directly in it, sorted.
    public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
