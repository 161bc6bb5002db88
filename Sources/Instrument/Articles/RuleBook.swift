// SPDX-License-Identifier: Apache-2.0

/// A rule-book: a preamble, a vocabulary, and articles, in a text that people read and a machine runs.
public struct RuleBook: Sendable, Equatable {
    /// One file of it.
    public struct Source: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// Its text.
        public var text: String

        /// A file.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// A measure that a clause may bind, whether a program computes it yet or not.
    public struct MeasureTerm: Sendable, Equatable {
        /// A stable name.
        public var name: String
        /// What it counts: "share".
        public var unit: String
        /// Its smallest value, where there is one.
        public var least: Double?
        /// Its largest value, where there is one.
        public var most: Double?
        /// What it is, in a sentence.
        public var what: String
    }

    /// A law that anchors point to.
    public struct Law: Sendable, Equatable {
        /// What kind of text it is.
        public enum Status: String, Sendable, CaseIterable {
            case binding, bill, soft, judgment
        }

        /// A short key: "eu.dsa".
        public var key: String
        /// What it is called.
        public var title: String
        /// How it is cited.
        public var citation: String
        /// What kind of text it is.
        public var status: Status
        /// Where it can be read.
        public var uri: String?
    }

    /// A heading of level 1 with the prose below it that belongs to no article.
    public struct Chapter: Sendable, Equatable {
        /// The heading.
        public var title: String
        /// Paragraph by paragraph; empty for the preamble, which stands by itself.
        public var prose: [String]
    }

    /// What holds for the rule-book as a whole.
    public struct Head: Sendable, Equatable {
        /// What it is called.
        public var title = ""
        /// Its version.
        public var version = ""
        /// The day the text was adopted.
        public var date: Day?
        /// Of the one-sided limits that decide; not negotiated.
        public var confidence = 0.95
        /// The group whose clauses cannot be reserved and decide the opinion.
        public var core: String?
        /// More than this share of the applicable clauses not met makes the opinion adverse.
        public var adverseShare = 0.25
        /// More than this share of them not determined withholds the opinion.
        public var insufficientAccess = 0.5
        /// Laws that an article has to reach, bills not counted.
        public var lawsPerArticle = 2
        /// When it comes into force.
        public var entry = EntryIntoForce(parties: 3, days: 90)
    }

    /// What holds for the rule-book as a whole.
    public var head: Head
    /// The paragraphs of the file with the head, before any article.
    public var preamble: [String]
    /// In the order of the text.
    public var chapters: [Chapter]
    /// By name.
    public var measures: [MeasureTerm]
    /// By key.
    public var laws: [Law]
    /// In the order of the text.
    public var articles: [Article]
    /// The files, for digests.
    public var sources: [Source]

    /// The day of the text, or the first of all days where it states none.
    public var date: Day { head.date ?? .earliest }

    /// The article of a clause.
    public subscript(id: String) -> Article? { articles.first { $0.clause.id == id } }

    /// The clauses in force on a day, in the order of the text.
    public func clauses(asOf day: Day) -> [Clause] { articles.compactMap { $0.clause(asOf: day) } }

    /// What is negotiated over it, as it stands on a day.
    public func vocabulary(asOf day: Day) -> Vocabulary {
        Vocabulary(
            clauses(asOf: day).map {
                Vocabulary.Entry(id: $0.id, title: $0.title, isCore: $0.isCore, parameters: $0.strictness)
            }
        )
    }

    /// The values that the text proposes, as they stand on a day.
    public func proposal(asOf day: Day) -> Terms {
        Terms(
            Dictionary(clauses(asOf: day).map { ($0.id, $0.terms) }, uniquingKeysWith: { first, _ in first })
        )
    }
}
