// SPDX-License-Identifier: Apache-2.0

/// Why an examination cannot be carried out.
public struct ExaminationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What, where, what was expected, what to do.
    public let description: String

    /// States an error.
    public init(_ description: String) { self.description = description }
}
