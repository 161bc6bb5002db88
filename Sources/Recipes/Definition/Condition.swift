// SPDX-License-Identifier: Apache-2.0

/// What a column has to say for a row to be kept.
public struct Condition: Sendable, Equatable {
    /// One test.
    public enum Test: Sendable, Equatable {
        /// The value is one of these.
        case isOneOf([String])
        /// The value is none of these; an absent value is none.
        case isNoneOf([String])
        /// The number or moment is this or less.
        case atMost(Double)
        /// The number or moment is this or more.
        case atLeast(Double)
        /// The number or moment is less.
        case below(Double)
        /// The number or moment is more.
        case above(Double)
        /// Whether there is a value at all.
        case isPresent(Bool)
    }

    /// The column that is asked.
    public var column: String
    /// All of them have to hold.
    public var tests: [Test]
    /// The line of the recipe, counted from 1.
    public var line: Int
}
