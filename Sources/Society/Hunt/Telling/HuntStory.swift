// SPDX-License-Identifier: Apache-2.0

/// What happened to a persona in one world: the data of a story and of its picture.
///
/// The world is the one of the confirmation whose margin is the middle one: neither the worst that could be shown nor the mildest.
public struct HuntStory: Sendable, Equatable {
    /// The number of the world.
    public var world: Int
    /// Its hash.
    public var hash: String
    /// The name of the ranker that is examined.
    public var subjectName: String
    /// The name of the reference.
    public var referenceName: String
    /// What the examined ranker did.
    public var subject: ProbeRecord
    /// What the reference would have done.
    public var reference: ProbeRecord
    /// What the examined ranker would have done for the simplest persona in the same world.
    public var plain: ProbeRecord

    /// The beginning of a feed.
    ///
    /// - Parameters:
    ///   - record: One of the three.
    ///   - length: How many items.
    /// - Returns: The first items shown, in order.
    public static func feed(_ record: ProbeRecord, first length: Int = 20) -> [ProbeRecord.Shown] {
        Array(record.shown.prefix(length))
    }
}
