// SPDX-License-Identifier: Apache-2.0

/// The rows that could not be used: all of them counted by reason, the first ones kept with their place.
public struct Rejections: Sendable, Equatable {
    /// How many examples are kept.
    public static let examplesKept = 20

    /// One rejected row.
    public struct Example: Sendable, Equatable {
        /// The file, with the entry of an archive behind a `!`.
        public var file: String
        /// Counted from 1.
        public var line: Int
        /// The first character of the field, counted from 1; 1 where the whole row is meant.
        public var column: Int
        /// What is wrong, and what was expected.
        public var message: String
    }

    /// How many rows were rejected for each reason.
    public private(set) var counts: [String: Int] = [:]
    /// The first ones in the order of the files.
    public private(set) var examples: [Example] = []

    /// No rejected rows.
    public init() {}

    /// All rejected rows.
    public var total: Int { counts.values.reduce(0, +) }

    /// Counts rows that were rejected for one reason, with one example.
    public mutating func add(
        _ reason: String,
        file: String,
        line: Int,
        column: Int = 1,
        count: Int = 1,
        message: @autoclosure () -> String
    ) {
        counts[reason, default: 0] += count
        guard examples.count < Self.examplesKept else { return }
        examples.append(Example(file: file, line: line, column: column, message: message()))
    }

    /// Adds the rejected rows of another part of the input, which lies `lines` lines further down.
    public mutating func append(_ other: Rejections, linesBefore lines: Int = 0) {
        counts.merge(other.counts, uniquingKeysWith: +)
        for var example in other.examples.prefix(max(0, Self.examplesKept - examples.count)) {
            example.line += lines
            examples.append(example)
        }
    }
}
