// SPDX-License-Identifier: Apache-2.0

/// Why a text that an examination needs cannot be had.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Whose fault it is: that decides how a program ends.
    public enum Kind: Sendable, Equatable {
        /// Nothing is there.
        case missing
        /// Something is there, and it is wrong.
        case bad
    }

    /// Whose fault it is.
    public let kind: Kind
    /// What, where, what was expected, what to do.
    public let description: String

    /// States an error.
    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
