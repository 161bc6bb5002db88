// SPDX-License-Identifier: Apache-2.0
public import Statistics

/// One question to a ranker: a person opens the space, and what could be shown needs an order.
public struct RankingRequest: Sendable {
    /// The step of the society, from 0.
    public var step: Int32
    /// Seconds since the society began.
    public var now: Double
    /// Who asks.
    public var viewer: Viewer
    /// How many places of the answer can be looked at in this session, at least 1; a longer answer is cut.
    public var length: Int
    /// What could be shown, one entry a place.
    public var candidates: Candidates
    /// Interactions within the last 30 days in each community, by its number.
    public var communityInteractions: [Int32]
    /// The source of all randomness a ranker may use in this session; the same in every arm.
    public var noise: KeyedRandom

    /// An empty request, to be filled and used again.
    public init() {
        step = 0
        now = 0
        viewer = Viewer()
        length = 1
        candidates = Candidates()
        communityInteractions = []
        noise = KeyedRandom(seed: 0)
    }
}

extension KeyedRandom.Purpose {
    /// The randomness of a ranker: `request.noise.uniform(.ranker, UInt32(item), 0)`.
    public static let ranker = KeyedRandom.Purpose(rawValue: 32)
}

/// Who asks, as far as a space knows.
public struct Viewer: Sendable {
    /// The account.
    public var id: Int32
    /// The groups the space knows the account to be in, one bit each.
    public var groups: UInt64
    /// Whom it follows.
    public var follows: ArraySlice<Int32>
    /// How many follow it.
    public var followers: Int32

    /// An account that follows nobody.
    public init(id: Int32 = 0, groups: UInt64 = 0, follows: ArraySlice<Int32> = [], followers: Int32 = 0) {
        self.id = id
        self.groups = groups
        self.follows = follows
        self.followers = followers
    }
}

/// What could be shown in one session: columns of equal length, one entry a candidate.
///
/// The arrays are filled again for every session; `count` says how many entries are valid, whatever their length is.
public struct Candidates: Sendable {
    /// Valid entries of every column.
    public var count = 0
    /// The item, ascending with time.
    public var item: [Int32] = []
    /// Who wrote it.
    public var author: [Int32] = []
    /// When it was posted, in seconds since the society began; no two items of one society are posted at the same time.
    public var created: [Double] = []
    /// The community (main topic) it was posted in.
    public var community: [Int32] = []
    /// The groups of its author, one bit each.
    public var authorGroups: [UInt64] = []
    /// How many follow its author.
    public var authorFollowers: [Int32] = []
    /// How often it was seen.
    public var views: [Int32] = []
    /// How often it was liked.
    public var likes: [Int32] = []
    /// How often it was answered.
    public var replies: [Int32] = []
    /// How often it was shared.
    public var reposts: [Int32] = []
    /// How often it was hidden or voted down.
    public var hides: [Int32] = []
    /// Whether the viewer follows its author or somebody who shared it.
    public var inNetwork: [Bool] = []
    /// Whether the viewer and its author follow each other; empty where nobody knows.
    public var mutual: [Bool] = []
    /// `RankerCard.Feature.relevance`, from −1 to 1; empty where it is not read.
    public var relevance: [Float] = []
    /// `RankerCard.Feature.stated`, from −1 to 1; empty where it is not read.
    public var stated: [Float] = []
    /// `RankerCard.Feature.predictions`; empty where they are not read.
    public var predictions: [Predictions] = []

    /// No candidates.
    public init() {}
}

/// How likely a viewer is to act on an item once it is noticed, as a predictor without error would say.
public struct Predictions: Sendable, Equatable {
    /// Probabilities, in the order click, like, reply, share, hide, linger, follow the author, unused.
    public var values: SIMD8<Float>
    /// The expected time spent, in seconds.
    public var dwell: Float

    /// The probability that it is opened.
    public var click: Double { Double(values[0]) }
    /// The probability that it is liked.
    public var like: Double { Double(values[1]) }
    /// The probability that it is answered.
    public var reply: Double { Double(values[2]) }
    /// The probability that it is shared.
    public var share: Double { Double(values[3]) }
    /// The probability that it is hidden or turned down.
    public var hide: Double { Double(values[4]) }
    /// The probability that the viewer lingers.
    public var linger: Double { Double(values[5]) }
    /// The probability that the viewer then follows the author.
    public var follow: Double { Double(values[6]) }

    /// States predictions.
    public init(values: SIMD8<Float>, dwell: Float) {
        self.values = values
        self.dwell = dwell
    }
}
