// SPDX-License-Identifier: Apache-2.0

/// A pattern that cannot be read.
public struct PatternError: Error, Sendable, Equatable {
    /// What is wrong.
    public var reason: String
}
