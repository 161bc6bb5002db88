// SPDX-License-Identifier: Apache-2.0

/// What a column has to say for a row to be kept.
public struct Condition: Sendable, Equatable {
    /// One test.
    public enum Test: Sendable, Equatable {
        case isOneOf([String])
        case isNoneOf([String])
        case atMost(Double)
        case atLeast(Double)
        case below(Double)
        case above(Double)
        /// Whether there is a value at all.
        case isPresent(Bool)
    }

    public var column: String
    public var tests: [Test]
    public var line: Int
}
