// SPDX-License-Identifier: Apache-2.0

/// One noticed impression and what the viewer did: what a space can log, also about people who leave no public trace.
public struct Feedback: Sendable, Equatable {
    /// What a viewer can do with an item.
    public struct Actions: OptionSet, Sendable, Hashable {
        /// One bit an action.
        public let rawValue: UInt8
        /// Actions from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Opened it.
        public static let click = Actions(rawValue: 1)
        /// Liked it.
        public static let like = Actions(rawValue: 2)
        /// Answered it.
        public static let reply = Actions(rawValue: 4)
        /// Shared it.
        public static let share = Actions(rawValue: 8)
        /// Hid it.
        public static let hide = Actions(rawValue: 16)
        /// Looked at it for long.
        public static let linger = Actions(rawValue: 32)
        /// Followed its author.
        public static let follow = Actions(rawValue: 64)
        /// Pressed `RankerCard.Control.lessLikeThis`.
        public static let lessLikeThis = Actions(rawValue: 128)
    }

    /// Who saw it.
    public var viewer: Int32
    /// What was seen.
    public var item: Int32
    /// Who wrote it.
    public var author: Int32
    /// The community it was posted in.
    public var community: Int32
    /// Seconds since the society began.
    public var time: Double
    /// The place on the page, from 0.
    public var position: Int32
    /// What the viewer did.
    public var actions: Actions
    /// Seconds spent.
    public var dwell: Float

    /// States what happened.
    public init(
        viewer: Int32,
        item: Int32,
        author: Int32,
        community: Int32 = 0,
        time: Double = 0,
        position: Int32 = 0,
        actions: Actions = [],
        dwell: Float = 0
    ) {
        self.viewer = viewer
        self.item = item
        self.author = author
        self.community = community
        self.time = time
        self.position = position
        self.actions = actions
        self.dwell = dwell
    }
}
