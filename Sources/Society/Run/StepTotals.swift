// SPDX-License-Identifier: Apache-2.0

/// What a step of one arm adds up to, in whole numbers, so that the order of adding never matters.
public struct StepTotals: Sendable, Equatable {
    /// Sums that count fractions count them in parts of 2⁻²⁰.
    static let scale: Float = 0x1p20

    /// Sessions.
    public var sessions: Int64 = 0
    /// Items shown.
    public var impressions: Int64 = 0
    /// Items noticed.
    public var noticed: Int64 = 0
    /// Shown items whose author is of another circle.
    public var crossCircle: Int64 = 0
    /// Noticed items whose stance is on the other side of the reader's opinion.
    public var crossOpinion: Int64 = 0
    /// Opened, liked, answered, shared, hidden.
    public var clicks: Int64 = 0
    /// Noticed items that were liked.
    public var likes: Int64 = 0
    /// Noticed items that were answered.
    public var replies: Int64 = 0
    /// Noticed items that were shared.
    public var shares: Int64 = 0
    /// Noticed items that were hidden.
    public var hides: Int64 = 0
    /// Noticed items that were looked at for long.
    public var lingers: Int64 = 0
    var secondsScaled: Int64 = 0
    var regretScaled: Int64 = 0

    /// Nothing yet.
    public init() {}

    /// Seconds spent on items.
    public var seconds: Double { Double(secondsScaled) / Double(Self.scale) }
    /// Seconds of them on items of low quality, or that promised more than they held.
    public var regretted: Double { Double(regretScaled) / Double(Self.scale) }

    /// Adds what was counted elsewhere.
    public mutating func add(_ other: StepTotals) {
        sessions += other.sessions
        impressions += other.impressions
        noticed += other.noticed
        crossCircle += other.crossCircle
        crossOpinion += other.crossOpinion
        clicks += other.clicks
        likes += other.likes
        replies += other.replies
        shares += other.shares
        hides += other.hides
        lingers += other.lingers
        secondsScaled += other.secondsScaled
        regretScaled += other.regretScaled
    }
}

/// One impression of somebody in the panel.
struct ImpressionRow: Sendable, Equatable {
    var viewer: Int32
    var item: Int32
    var step: Int32
    var position: Int32
    var seconds: Float
    var actions: UInt8
    var isNoticed: Bool
    var isInNetwork: Bool
}

/// What happened to the counters of an item.
struct Mark: Sendable {
    var item: Int32
    var actions: UInt8
    /// Whether it was one of the first items of a new account, shown to somebody who does not follow it.
    var isStranger: Bool
}

/// A change of the network, or something passed on.
struct Tie: Sendable {
    enum Kind: UInt8, Sendable { case follow, unfollow, share }
    var person: Int32
    /// The account, or the item that was shared.
    var target: Int32
    var kind: Kind
}
