// SPDX-License-Identifier: Apache-2.0

/// Why a recording cannot be read.
public struct RecordingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What, where, what was expected, what to do.
    public let description: String

    /// States an error.
    public init(_ description: String) { self.description = description }
}
