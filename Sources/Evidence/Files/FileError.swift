// SPDX-License-Identifier: Apache-2.0

/// A file that cannot be read.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, with the entry of an archive behind a `!`.
    public let path: String
    /// What is wrong and what to do.
    public let reason: String

    /// States an error.
    public init(_ path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The file and what is wrong with it.
    public var description: String { "\(path): \(reason)" }
}
