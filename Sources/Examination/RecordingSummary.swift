// SPDX-License-Identifier: Apache-2.0

/// What was read, and what of it could not be.
public struct RecordingSummary: Sendable, Equatable {
    /// A file that was read.
    public struct File: Sendable, Equatable {
        /// Relative to the data folder.
        public var path: String
        public var bytes: Int
        /// SHA-256 in lower-case hexadecimal.
        public var digest: String
        /// Whether the recipe stated the digest, and it was this one.
        public var isPinned: Bool
    }

    /// A table of the recipe, filled.
    public struct Table: Sendable, Equatable {
        public var name: String
        /// Rows read well.
        public var rows: Int
        /// Rows left after the recipe's own conditions and choice of snapshots.
        public var kept: Int
        /// Rows that could not be read, by reason.
        public var rejected: [Count]
        /// The first ones: "file:line:column: reason".
        public var examples: [String]
        /// What else has to be known: duplicates, time going backwards, absent values.
        public var notes: [Count]
    }

    /// How often something happened.
    public struct Count: Sendable, Equatable {
        public var what: String
        public var count: Int
    }

    public var id: String
    public var title: String
    public var repository: String?
    public var commit: String?
    public var licence: String?
    public var citation: String?
    /// SHA-256 of the recipe's text.
    public var recipeDigest: String
    public var files: [File]
    public var tables: [Table]
}
