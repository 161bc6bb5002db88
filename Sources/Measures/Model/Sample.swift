// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// What a measure reads: the rows of one analysis as columns, with arms and resampling units resolved.
///
/// A sample holds only the columns its analysis declared; a measure names the ones it needs on its card and refuses a
/// sample that lacks them. Nothing in it says what an item is about: ids, times, ranks, reactions, and parts that the
/// examiners hold.
public struct Sample: Sendable {
    /// Rows: impressions, or counts of impressions.
    public var rows: Int
    /// The resampling unit of each row, and its name: "query", "viewer", "day".
    public var unit: Categorical
    /// What a unit is called: "query", "viewer", "day".
    public var unitName: String
    /// The arm of each row: `Arm.reference`, `Arm.subject`; `nil` where the sample has one arm only.
    public var arm: [Int8]?
    /// What the arms are called.
    public var armNames: ArmNames
    /// Who saw it.
    public var viewer: Categorical?
    /// What was shown.
    public var item: Categorical?
    /// Who wrote it.
    ///
    /// Its names include authors of the declared population that were never shown.
    public var author: Categorical?
    /// Authors that were eligible, zero exposure included; `nil` where only shown authors are known.
    public var eligibleAuthors: Int?
    /// The ordered items of one viewer at one moment.
    public var page: Categorical?
    /// The market, advertisement, day, stage … that a measure keeps apart.
    public var stratum: Categorical?
    /// Position on the page, 1 is the top.
    public var slot: [Int32]?
    /// Seconds since 1970-01-01T00:00:00Z.
    public var time: [Double]?
    /// The score of the item in this row, in the unit the recipe declares.
    public var score: [Double]?
    /// How many impressions the row stands for; 1 where absent.
    public var count: [Double]?
    /// The parts of what was shown (of its item, its author, its label).
    public var part: Partition?
    /// The parts of who saw it.
    public var readerPart: Partition?
    /// The group of viewers who are repeats of each other: two accounts of one place, one viewer asked twice.
    public var twin: Categorical?
    /// Items that could have been shown.
    public var candidates: Candidates?
    /// Who follows whom.
    public var follows: Follows?

    /// A sample of rows without further columns.
    public init(rows: Int, unit: Categorical, unitName: String) {
        precondition(unit.count == rows)
        self.rows = rows
        self.unit = unit
        self.unitName = unitName
        armNames = ArmNames(subject: "subject", reference: "reference")
    }
}

extension Sample {
    /// What is added to the name of a count to say its arm, the reference first; one empty text where there is one arm.
    var armLabels: [String] { arm == nil ? [""] : [", \(armNames.reference)", ", \(armNames.subject)"] }
}

/// The two arms of a comparison.
public enum Arm {
    /// What the subject is compared with.
    public static let reference: Int8 = 0
    /// The ranker examined.
    public static let subject: Int8 = 1
}

/// What the two arms of a comparison are called.
public struct ArmNames: Sendable, Equatable {
    /// The name of the arm examined.
    public var subject: String
    /// The name of the arm it is compared with.
    public var reference: String

    /// Names two arms.
    public init(subject: String, reference: String) {
        self.subject = subject
        self.reference = reference
    }
}

/// Items that could have been shown, whether they were or not.
public struct Candidates: Sendable {
    /// The item of each candidate, in its own numbering.
    public var item: Categorical
    /// When it was published, in seconds since 1970-01-01T00:00:00Z.
    public var time: [Double]?
    /// Who wrote it, coded as `Sample.author`.
    public var author: [Int32]?
    /// How many viewers were shown it, where the recording says so itself.
    public var outreach: [Int32]?

    /// Candidates without further columns.
    public init(item: Categorical) { self.item = item }
}

/// Who follows whom, coded as the viewers and authors of the sample.
public struct Follows: Sendable {
    /// The follower of each relation.
    public var viewer: [Int32]
    /// The followed author of each relation.
    public var author: [Int32]

    /// Relations from two columns of equal length.
    public init(viewer: [Int32], author: [Int32]) {
        precondition(viewer.count == author.count)
        self.viewer = viewer
        self.author = author
    }
}
