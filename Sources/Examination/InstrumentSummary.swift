// SPDX-License-Identifier: Apache-2.0

/// Which rule-book an examination was held against.
public struct InstrumentSummary: Sendable, Equatable {
    /// What the rule-book is called.
    public var title: String
    /// Its version: a date or a number.
    public var version: String
    /// SHA-256 of its text, in lower-case hexadecimal.
    public var digest: String
    /// How many clauses it has.
    public var clauses: Int
}
