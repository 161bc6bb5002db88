// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// A declarative map from somebody's files to evidence: what to read, how to compare, and what was published about it.
///
/// It is data, not code: a new data set needs a recipe and nothing else.
public struct Recipe: Sendable, Equatable {
    /// A short name; also the folder of the data.
    public var id: String
    /// One line for people.
    public var title: String
    /// Where the data come from.
    public var source: Source
    /// Folders in which the data may lie, relative to the recipe; the first that exists is used.
    public var dataFolders: [String]
    /// SHA-256 by path, relative to the data folder.
    public var digests: [String: String]
    /// More than this share of rejected rows stops the run.
    public var mostRejected: Double
    /// What to read.
    public var tables: [TableDefinition]
    /// What to measure.
    public var analyses: [Analysis]
    /// What was published about the data.
    public var published: [PublishedCell]
    /// Cells that stand in a file of the publication.
    public var publishedTables: [PublishedTable]
    /// The text of the recipe, for its digest.
    public var text: String
    /// What to call the text in messages.
    public var file: String
    /// What a reader of the results has to know: assumptions, doubts.
    public var notes: [String] = []

    /// Where data come from.
    public struct Source: Sendable, Equatable {
        /// Where the data are published.
        public var repository: String?
        /// The version of the repository.
        public var commit: String?
        /// Under which licence.
        public var licence: String?
        /// How to cite them.
        public var citation: String?

        /// States a source.
        public init(repository: String? = nil, commit: String? = nil, licence: String? = nil, citation: String? = nil) {
            self.repository = repository
            self.commit = commit
            self.licence = licence
            self.citation = citation
        }
    }

    /// The table with a name, or `nil`.
    public func table(_ name: String) -> TableDefinition? { tables.first { $0.name == name } }
}
