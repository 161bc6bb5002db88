// SPDX-License-Identifier: Apache-2.0

/// Everything that a society is made from, apart from its seed.
///
/// ``Setting/all`` names each number with its unit, its range and where it comes from; a file can set each of them by that name.
public struct SocietySettings: Sendable, Equatable {
    /// Whether what is posted depends on what earned reach.
    public enum Supply: String, Sendable, CaseIterable {
        /// The same posts in every arm.
        case frozen
        /// Authors post their current opinion, and drift towards what earned them reach.
        case endogenous
    }

    // MARK: Size

    /// People.
    public var people = 300
    /// Steps.
    public var steps = 40
    /// Steps a day.
    public var slotsPerDay = 4
    /// Steps an item stays a candidate.
    public var window = 8
    /// Candidates a session; 0 takes every item of the window.
    public var candidates = 200
    /// Items that are posted before the first step, by anybody.
    public var inventory = 0
    /// Candidates from accounts that the viewer follows, at most.
    public var inNetworkCandidates = 100
    /// People whose impressions are kept as evidence.
    public var panel = 120

    // MARK: People

    /// Disjoint circles: the examiners' partition.
    public var circles = 4
    /// How much smaller each circle is than the one before, as a ratio.
    public var circleRatio = 0.75
    /// Places, disjoint among themselves, across circles.
    public var places = 3
    /// Further groups that anybody may be in.
    public var associations = 2
    /// Probability to be in one of them.
    public var associationShare = 0.25
    /// Standard deviation of the opinions of circles around 0.
    public var circleSpread = 0.25
    /// Standard deviation of opinions within a circle.
    public var opinionSpread = 0.3
    /// Issues that are posted about.
    public var issues = 4
    /// Standard deviation of what is posted around the opinion of its author.
    public var stanceSpread = 0.15
    /// How far current interests lie from stated ones: 0 is the same.
    public var interestNoise = 0.5
    /// Share of people who leave a public trace.
    public var visibleShare = 0.4
    /// Visibility of the others.
    public var silentVisibility = 0.02
    /// Share of people who post much.
    public var busyShare = 0.25
    /// Median posts a month of the others.
    public var quietPosts = 1.0
    /// Their standard deviation of the logarithm.
    public var quietSpread = 0.8
    /// Median posts a month of those who post much.
    public var busyPosts = 65.0
    /// Their standard deviation of the logarithm.
    public var busySpread = 1.2
    /// Share of accounts that begin during the run, without followers.
    public var newcomers = 0.06

    // MARK: Network

    /// Median number of accounts that a person follows.
    public var follows = 18.0
    /// Standard deviation of its logarithm.
    public var followsSpread = 0.5
    /// Exponent of the distribution of attractiveness.
    public var attractiveness = 2.2
    /// Probability that a followed account is chosen from the own circle.
    public var homophily = 0.5

    // MARK: Sessions and attention

    /// Sessions a day at the habit people begin with.
    public var sessionsPerDay = 1.4
    /// Weight of habit in the start of a session.
    public var habitWeight = 2.5
    /// Weight of satisfaction in the start of a session.
    public var satisfactionWeight = 1.0
    /// Weight of the hour.
    public var hourWeight = 0.5
    /// Mean number of impressions a session, cap included.
    public var scroll = 20.0
    /// Most impressions a session.
    public var scrollCap = 100
    /// Noticed items that a person remembers, so that they are no candidates again.
    public var memory = 96
    /// Probability that what was scrolled to is noticed.
    public var noticed = 0.9
    /// Median seconds on an item that fits nothing.
    public var dwell = 3.0
    /// Seconds from which a look is a linger.
    public var lingerAfter = 15.0

    // MARK: Actions

    /// Share of noticed impressions that are opened.
    public var clickRate = 0.02
    /// Share that are liked.
    public var likeRate = 0.015
    /// Share that are answered.
    public var replyRate = 0.002
    /// Share that are shared.
    public var shareRate = 0.003
    /// Share that are hidden.
    public var hideRate = 0.0005
    /// Probability to follow after a share was seen, before agreement and kinship.
    public var followRate = 0.02
    /// Probability to stop following a discordant author that was noticed.
    public var unfollowRate = 0.002

    // MARK: Change

    /// The opinion kernel.
    public var kernel = OpinionKernel(rule: .backlash, pull: 0.02, bound: 0.8, repulsion: 4)
    /// Median susceptibility κ.
    public var susceptibility = 0.004
    /// Standard deviation of its logarithm.
    public var susceptibilitySpread = 0.5
    /// How far interests move towards what was engaged with.
    public var interestStep = 0.05
    /// How far interests move towards what was only lingered on.
    public var lingerStep = 0.01
    /// Pull of interests a step towards what people say they want.
    public var interestPull = 0.005
    /// Engagements with one community within five sessions after which it has no appeal for five sessions; 0 never.
    public var satiation = 5
    /// Weight of net positive exposure in satisfaction, τ_q.
    public var satisfactionGain = 0.3
    /// How fast habit follows rewarding sessions.
    public var habitStep = 0.1
    /// Share of lingers among what was noticed above which a session is rewarding.
    public var rewardingShare = 0.4
    /// Multiplies everything by which a feed moves people; 0 is a world where nobody can be influenced.
    public var influence = 1.0
    /// Whether posts depend on reach.
    public var supply = Supply.frozen
    /// How strongly authors drift towards what earned reach.
    public var supplyStep = 0.05

    // MARK: Optional actors

    /// Accounts that act together; 0 are none.
    public var coordinated = 0
    /// Items a step that they post by plan.
    public var coordinatedItems = 1
    /// Advertising campaigns; 0 are none.
    public var campaigns = 0
    /// The place on the page of an advertisement, from 0.
    public var campaignPlace = 4
    /// Half the distance between the stances that a campaign shows to different circles.
    public var campaignSpread = 0.5

    /// The defaults.
    public init() {}

    /// Days that the run lasts.
    public var days: Double { Double(steps) / Double(slotsPerDay) }
    /// Seconds a step lasts.
    public var stepSeconds: Double { 86_400 / Double(slotsPerDay) }
}
