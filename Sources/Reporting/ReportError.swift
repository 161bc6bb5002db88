// SPDX-License-Identifier: Apache-2.0

/// Why a report cannot be written.
public struct ReportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What, where, why, what to do.
    public let description: String

    /// States an error.
    public init(_ description: String) { self.description = description }
}
