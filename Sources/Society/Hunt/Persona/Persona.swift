// SPDX-License-Identifier: Apache-2.0

/// A person that could be there: everything that a ranker might treat somebody differently for, and nothing of one world.
///
/// Topics, circles, places and associations are numbers; whom a persona follows is said as "so many accounts of a topic", so that it means
/// the same in every world. The persona made by ``init()`` is the simplest one, and the more of a persona differs from it, the less
/// simple it is.
public struct Persona: Sendable, Hashable {
    /// How many items they look at when they open the space.
    public enum Scroll: String, Sendable, CaseIterable {
        /// A third of the mean.
        case short
        /// The mean of the society.
        case ordinary
        /// Three times the mean.
        case long
    }

    /// Something that was done before.
    public enum Action: String, Sendable, CaseIterable {
        /// Looked at for long.
        case linger
        /// Liked.
        case like
        /// Hidden.
        case hide
        /// Shared.
        case share
    }

    /// What was done before the first session, by action and topic.
    public struct History: Sendable, Hashable {
        private var counts = Array(repeating: TopicCounts(), count: Action.allCases.count)

        /// Nothing was done.
        public init() {}

        /// How often an action was done on items of each topic.
        public subscript(action: Action) -> TopicCounts {
            get { counts[Self.place(action)] }
            set { counts[Self.place(action)] = newValue }
        }

        /// All that was done.
        public var total: Int { counts.reduce(0) { $0 + $1.total } }

        private static func place(_ action: Action) -> Int {
            switch action {
            case .linger: 0
            case .like: 1
            case .hide: 2
            case .share: 3
            }
        }
    }

    /// The circle, from 0.
    public var circle = 0
    /// The place, from 0, if any.
    public var place: Int?
    /// Associations, from 0.
    public var associations: Set<Int> = []
    /// Weights of topics of interest; all topics weigh the same where none is named.
    public var interests = TopicCounts()
    /// The opinion on each of the four issues in halves: −2 … 2 stand for −1 … 1.
    public var opinions = SIMD4<Int8>()
    /// Multiplies how much they are moved: 0, 1 or 4 times the median of the society.
    public var susceptibility = 1
    /// Whether their reactions leave a public trace.
    public var isVisible = false
    /// How far they scroll.
    public var scroll = Scroll.ordinary
    /// How many accounts of each topic they follow.
    public var follows = TopicCounts()
    /// What they did before their first session: the ranker learns it, and it does not change what they like.
    public var history = History()
    /// Steps after the first session at which they open the space again; each from 1.
    public var laterSessions: Set<Int> = []

    /// The simplest one: circle 0, no other group, no interest before others, no opinion, following nobody, one session.
    public init() {}

    /// Steps at which they open the space, counted from the first time.
    public var sessions: [Int] { [0] + laterSessions.filter { $0 > 0 }.sorted() }
}
