// SPDX-License-Identifier: Apache-2.0

extension Setting {
    /// Every setting, in the order of a file.
    public static let all: [Setting] = size + people + network + sessions + actions + change + actors

    private static let choice = "choice of the examiner: how long a run may take"

    private static let size = [
        count("size", "people", \.people, 20...4_000_000, "people", choice),
        count("size", "steps", \.steps, 1...100_000, "steps", choice),
        count("size", "slots-a-day", \.slotsPerDay, 1...48, "steps a day"),
        count(
            "size",
            "window",
            \.window,
            1...10_000,
            "steps during which an item is a candidate",
            "two days; X's pre-filter uses 48 hours (param.rs of the 2026 release)"
        ),
        count(
            "size",
            "candidates",
            \.candidates,
            0...2_000,
            "candidates a session; 0 takes every item of the window",
            "50 to 1,500 on real platforms"
        ),
        count(
            "size",
            "inventory",
            \.inventory,
            0...4_000_000,
            "items posted before the first step, by anybody",
            choice
        ),
        count(
            "size",
            "in-network",
            \.inNetworkCandidates,
            0...2_000,
            "candidates from followed accounts, at most",
            "half of the candidates, as in X's release of 2023"
        ),
        count(
            "size",
            "panel",
            \.panel,
            1...1_000_000,
            "people whose impressions are kept as evidence, the same in every arm",
            choice
        ),
    ]

    private static let people = [
        count("people", "circles", \.circles, 1...16, "disjoint circles, the examiners' partition"),
        number("people", "circle-ratio", \.circleRatio, 0.1...1, "size of a circle by the size of the one before"),
        count("people", "places", \.places, 0...16, "places, disjoint among themselves and across circles"),
        count("people", "associations", \.associations, 0...16, "further groups that anybody may be in"),
        number("people", "association-share", \.associationShare, 0...1, "probability to be in one of them"),
        number("people", "circle-spread", \.circleSpread, 0...1, "standard deviation of the mean opinions of circles"),
        number("people", "opinion-spread", \.opinionSpread, 0...1, "standard deviation of opinions within a circle"),
        count("people", "issues", \.issues, 1...4, "issues that are posted about"),
        number(
            "people",
            "stance-spread",
            \.stanceSpread,
            0...1,
            "standard deviation of what is posted around the opinion of its author"
        ),
        number("people", "interest-noise", \.interestNoise, 0...10, "distance of current interests from stated ones"),
        number(
            "people",
            "visible-share",
            \.visibleShare,
            0...1,
            "share of people whose reactions can be seen",
            "Pew 2019, 2021: most accounts post less than five times a month"
        ),
        number("people", "silent-visibility", \.silentVisibility, 0...1, "visibility of the reactions of all others"),
        number(
            "people",
            "busy-share",
            \.busyShare,
            0...1,
            "share of people who post much",
            "Pew 2021: 25 % of accounts wrote 97 % of posts; the mixture gives 0.97, and 0.80 for the top tenth (2019)"
        ),
        number(
            "people",
            "quiet-posts",
            \.quietPosts,
            0...10_000,
            "median posts a month of those who post little",
            "Pew 2019: median 2 a month; fitted to the shares above"
        ),
        number(
            "people",
            "quiet-spread",
            \.quietSpread,
            0...4,
            "standard deviation of its logarithm",
            "fitted to the shares above"
        ),
        number(
            "people",
            "busy-posts",
            \.busyPosts,
            0...10_000,
            "median posts a month of those who post much",
            "Pew 2021: median 65 a month of the top quarter"
        ),
        number(
            "people",
            "busy-spread",
            \.busySpread,
            0...4,
            "standard deviation of its logarithm",
            "fitted to the shares above"
        ),
        number(
            "people",
            "newcomers",
            \.newcomers,
            0...0.9,
            "share of accounts that begin during the run, without followers"
        ),
    ]

    private static let network = [
        number(
            "network",
            "follows",
            \.follows,
            1...1_000,
            "median number of accounts that a person follows",
            "about 20 edges a person; reference populations of Larooij and Törnberg 2025"
        ),
        number("network", "follows-spread", \.followsSpread, 0...3, "standard deviation of its logarithm"),
        number(
            "network",
            "attractiveness",
            \.attractiveness,
            1.5...10,
            "exponent of the power law of followers: smaller is more unequal",
            "heavy tail with a Gini coefficient of followers near 0.8 (Larooij and Törnberg 2025)"
        ),
        number(
            "network",
            "homophily",
            \.homophily,
            0...1,
            "probability that a followed account is chosen from the own circle"
        ),
    ]

    private static let sessions = [
        number("sessions", "a-day", \.sessionsPerDay, 0.01...20, "sessions a day at the habit that people begin with"),
        number("sessions", "habit-weight", \.habitWeight, 0...20, "weight of habit in the start of a session"),
        number(
            "sessions",
            "satisfaction-weight",
            \.satisfactionWeight,
            0...20,
            "weight of satisfaction in the start of a session"
        ),
        number("sessions", "hour-weight", \.hourWeight, 0...5, "weight of the hour in the start of a session"),
        number(
            "sessions",
            "scroll",
            \.scroll,
            1...200,
            "mean number of impressions a session, cap included",
            "discrete power law, the form of Jeunen, RecSys 2023; 20 is an assumption"
        ),
        count("sessions", "scroll-cap", \.scrollCap, 1...2_000, "most impressions a session"),
        count(
            "sessions",
            "memory",
            \.memory,
            0...96,
            "noticed items that a person remembers, so that they are no candidates again"
        ),
        number("sessions", "noticed", \.noticed, 0...1, "probability that what was scrolled to is noticed"),
        number("sessions", "dwell", \.dwell, 0.1...600, "median seconds on an item that fits nothing"),
        number("sessions", "linger-after", \.lingerAfter, 0.1...3_600, "seconds from which a look is a linger"),
    ]

    private static let actions = [
        number(
            "actions",
            "click",
            \.clickRate,
            0.0001...0.5,
            "share of noticed impressions that are opened",
            "RecoGym: about 2 %"
        ),
        number("actions", "like", \.likeRate, 0.0001...0.5, "share that are liked"),
        number("actions", "reply", \.replyRate, 0.0001...0.5, "share that are answered"),
        number("actions", "share", \.shareRate, 0.0001...0.5, "share that are shared"),
        number("actions", "hide", \.hideRate, 0.0001...0.5, "share that are hidden"),
        number(
            "actions",
            "follow",
            \.followRate,
            0...1,
            "probability to follow the author of what was shared to one, times agreement and 0.2 + kinship"
        ),
        number(
            "actions",
            "unfollow",
            \.unfollowRate,
            0...1,
            "probability to stop following a noticed author far from the own opinion"
        ),
    ]

    private static let change = [
        number(
            "change",
            "pull",
            \.kernel.pull,
            0...1,
            "pull of opinions a step towards the innate one, ζ",
            "above 0, so that effects fade (Piccardi et al. 2025: largely short-lived); size fitted with susceptibility"
        ),
        number(
            "change",
            "bound",
            \.kernel.bound,
            0...2,
            "distance beyond which an opinion is not approached, ε",
            "fitted with repulsion"
        ),
        number(
            "change",
            "repulsion",
            \.kernel.repulsion,
            0...10,
            "strength of moving away, λ",
            "after Bail et al. 2018; fitted so that ten days with hostile posts at 1 % instead of 10 % bring people closer to other circles (Piccardi et al. 2025)"
        ),
        number("change", "time-step", \.kernel.timeStep, 0...1, "dt of the kernel tanh", "Baumann et al. 2020"),
        number("change", "strength", \.kernel.strength, 0...100, "K of the kernel tanh", "Baumann et al. 2020"),
        number(
            "change",
            "controversialness",
            \.kernel.controversialness,
            0...100,
            "α of the kernel tanh",
            "Baumann et al. 2020"
        ),
        number(
            "change",
            "susceptibility",
            \.susceptibility,
            0...1,
            "median of κ",
            "fitted so that a change of the source mix moves opinions by less than 0.03 SD (Meta 2020 election studies); findings are printed for κ × 0, ¼, 1, 4"
        ),
        number(
            "change",
            "susceptibility-spread",
            \.susceptibilitySpread,
            0...3,
            "standard deviation of the logarithm of κ"
        ),
        number(
            "change",
            "interest-step",
            \.interestStep,
            0...1,
            "how far interests move towards what was engaged with",
            "SARDINE (5093bde): ω = 0.95"
        ),
        number(
            "change",
            "linger-step",
            \.lingerStep,
            0...1,
            "how far interests move towards what was only lingered on: silent readers change, too"
        ),
        number("change", "interest-pull", \.interestPull, 0...1, "pull of interests a step towards stated ones"),
        count(
            "change",
            "satiation",
            \.satiation,
            0...15,
            "engagements with one community within five sessions that make it dull for five; 0 never",
            "SARDINE (5093bde)"
        ),
        number(
            "change",
            "satisfaction-gain",
            \.satisfactionGain,
            0...10,
            "weight of net positive exposure in satisfaction, τ_q",
            "RecSim, long-term satisfaction"
        ),
        number(
            "change",
            "habit-step",
            \.habitStep,
            0...1,
            "how fast habit follows rewarding sessions",
            "habit stock of Allcott, Gentzkow, Song, AER 2022, with another rate"
        ),
        number(
            "change",
            "rewarding-share",
            \.rewardingShare,
            0...1,
            "share of lingers among what was noticed above which a session is rewarding"
        ),
        number(
            "change",
            "influence",
            \.influence,
            0...100,
            "multiplies everything by which a feed moves people; 0 moves nobody",
            "design: the sensitivity that every finding prints"
        ),
        number("change", "supply-step", \.supplyStep, 0...1, "how strongly authors drift towards what earned reach"),
    ]

    private static let actors = [
        count("actors", "coordinated", \.coordinated, 0...100_000, "accounts that act together"),
        count("actors", "coordinated-items", \.coordinatedItems, 1...1_000, "items a step that they post by plan"),
        count("actors", "campaigns", \.campaigns, 0...16, "advertising campaigns"),
        count("actors", "campaign-place", \.campaignPlace, 0...200, "place on the page of an advertisement, from 0"),
        number(
            "actors",
            "campaign-spread",
            \.campaignSpread,
            0...1,
            "half the distance between the stances shown to different circles"
        ),
    ]
}
