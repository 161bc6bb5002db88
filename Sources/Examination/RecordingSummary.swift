// SPDX-License-Identifier: Apache-2.0

/// What was read, and what of it could not be.
public struct RecordingSummary: Sendable, Equatable {
    /// A file that was read.
    public struct File: Sendable, Equatable {
        /// Relative to the data folder.
        public var path: String
        /// Its size as it lies on the disk.
        public var bytes: Int
        /// SHA-256 in lower-case hexadecimal.
        public var digest: String
        /// Whether the recipe stated the digest, and it was this one.
        public var isPinned: Bool
    }

    /// A table of the recipe, filled.
    public struct Table: Sendable, Equatable {
        /// The name of the table in the recipe.
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
        /// What happened.
        public var what: String
        /// How often.
        public var count: Int
    }

    /// The id of the recipe.
    public var id: String
    /// A line for people.
    public var title: String
    /// Where the data were published.
    public var repository: String?
    /// Which state of the repository.
    public var commit: String?
    /// Under which licence.
    public var licence: String?
    /// The publication.
    public var citation: String?
    /// What the recipe says has to be known about the data, such as what was assumed about files that came without one.
    public var notes: [String] = []
    /// SHA-256 of the recipe's text.
    public var recipeDigest: String
    /// Every file that was read, by path.
    public var files: [File]
    /// Every table that was filled, in the order of filling.
    public var tables: [Table]
}
