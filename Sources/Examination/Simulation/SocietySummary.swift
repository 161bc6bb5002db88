// SPDX-License-Identifier: Apache-2.0
public import Rankers
public import Society

/// The society of an examination: what it was made of, what was run, and what happened in it over time.
public struct SocietySummary: Sendable, Equatable {
    /// A setting with its value.
    public struct SettingValue: Sendable, Equatable {
        /// The section and name: "people.visible-share".
        public var name: String
        /// Its value.
        public var value: String
        /// What it is.
        public var summary: String
        /// Where the default comes from.
        public var source: String
        /// Whether it is the default.
        public var isDefault: Bool
    }

    /// A world that was run.
    public struct World: Sendable, Equatable {
        /// Its number under the seed.
        public var number: Int
        /// Sixteen hexadecimal digits.
        public var hash: String
    }

    /// When the evidence was looked at while worlds were still being run.
    public struct Look: Sendable, Equatable {
        /// Worlds so far.
        public var worlds: Int
        /// The confidence of limits at this look; all planned looks together keep that of the rules.
        public var confidence: Double
        /// Clauses that spoke to the evidence, and those of them that were decided.
        public var clauses: Int
        /// Of them, those with a verdict.
        public var decided: Int
    }

    /// How something went, step by step, in one arm: the mean over worlds.
    public struct Series: Sendable, Equatable {
        /// What is drawn.
        public enum Quantity: String, Sendable, CaseIterable {
            /// Share of impressions by authors of other circles.
            case crossCircle
            /// Minutes a person and day.
            case minutes
            /// Sessions a person and day.
            case sessions
            /// Share of time spent on what is of low quality or promised more than it held.
            case regretted
            /// Actions a hundred noticed impressions.
            case actions
        }

        /// The arm.
        public var arm: String
        /// What.
        public var quantity: Quantity
        /// One value a step.
        public var values: [Double]
    }

    /// How often items of accounts with so many followers were shown.
    public struct Reach: Sendable, Equatable {
        /// The arm.
        public var arm: String
        /// Bounds of each class: followers from here on.
        public var from: [Int]
        /// Times an item was shown, the mean over items of the class; `nil` where there are none.
        public var views: [Double?]
    }

    /// What made no sense in the answers of a ranker.
    public struct Answers: Sendable, Equatable {
        /// The arm.
        public var arm: String
        /// The counts.
        public var tally: AnswerTally
    }

    /// The ranker examined.
    public var subject: RankerCard
    /// What it is compared with.
    public var references: [RankerCard]
    /// The seed of all worlds.
    public var seed: UInt64
    /// Every setting.
    public var settings: [SettingValue]
    /// People in a world, and those of them whose reactions leave hardly a public trace.
    public var people: Int
    /// The mean over worlds.
    public var silent: Double
    /// Steps of a run, and how many make a day.
    public var steps: Int
    /// Steps a day.
    public var slotsPerDay: Int
    /// Worlds that were run.
    public var worlds: [World]
    /// Impressions in all arms of all worlds.
    public var impressions: Int
    /// Looks that were taken, and how many were planned.
    public var looks: [Look]
    /// How many were planned.
    public var plannedLooks: Int
    /// Why no further worlds were run.
    public var stop: String
    /// How things went over time.
    public var series: [Series]
    /// Reach by size of audience.
    public var reach: [Reach]
    /// Nonsense by arm.
    public var answers: [Answers]
    /// What a ranker that learns has learned because people can be influenced; `nil` for one that does not learn.
    public var ablation: AblationResult?
}
