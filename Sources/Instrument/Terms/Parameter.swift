// SPDX-License-Identifier: Apache-2.0

/// What signatories agree on number by number, or set by set.
///
/// The list is closed: there is no parameter that could name a group, a topic or a stance. What a set may hold is closed, too.
public enum Parameter: String, Sendable, CaseIterable, Comparable {
    /// The value the measure is asked to keep to.
    case bound
    /// Where "does not comply" begins: bound and tolerance taken together.
    ///
    /// Bound and tolerance are never agreed on one by one: the loosest bound with the loosest tolerance would let through what
    /// every signatory forbids.
    case limit
    /// Days in which a build may serve before it is deposited.
    case graceDays
    /// Days in which a request for access is answered.
    case answerDays
    /// Days in which a change is entered.
    case entryDays
    /// Days in which a request of a state or an owner is published.
    case publishDays
    /// Hours in which a register or an archive follows.
    case withinHours
    /// Minutes between two commitments of the log.
    case commitEveryMinutes
    /// Steps to reach a choice.
    case maxSteps
    /// The altered share that is worth catching.
    case alteredShare
    /// The distance between two builds that calls for an entry.
    case distance
    /// Services with fewer people a month are not bound.
    case minMonthlyUsers
    /// The probability with which an altered share is caught.
    case detectionProbability
    /// Places where something is ranked.
    case surfaces
    /// Fields of a notice.
    case fields
    /// Kinds of data that may not be used.
    case categories

    /// The order of the list above.
    public static func < (left: Parameter, right: Parameter) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What a set may hold; `nil` for a number.
    public var elements: [String]? {
        switch self {
        case .surfaces: Surface.allCases.map(\.rawValue)
        case .fields: ["sponsor", "payer", "amount", "period", "election", "audience", "reach"]
        case .categories:
            ["political opinion", "religion", "health", "ethnic origin", "sexual life", "union membership"]
        default: nil
        }
    }

    /// Which value is stricter; that of bound and limit is up to the clause.
    public var strictness: Strictness {
        switch self {
        case .detectionProbability: .higher
        case .surfaces, .fields, .categories: .superset
        default: .lower
        }
    }

    /// Whether it counts something: days, steps, people.
    public var isWhole: Bool {
        switch self {
        case .graceDays, .answerDays, .entryDays, .publishDays, .withinHours, .commitEveryMinutes, .maxSteps,
            .minMonthlyUsers:
            true
        default: false
        }
    }

    /// Values a number may have; bound and limit have the range of their measure.
    public var range: ClosedRange<Double> {
        switch self {
        case .alteredShare, .distance, .detectionProbability: 0...1
        case .bound, .limit: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        default: 0...1e12
        }
    }

    /// What it is called in a sentence.
    public var words: String {
        switch self {
        case .bound: "bound"
        case .limit: "bound with tolerance"
        case .graceDays: "days of grace"
        case .answerDays: "days to answer"
        case .entryDays: "days to enter"
        case .publishDays: "days to publish"
        case .withinHours: "hours to follow"
        case .commitEveryMinutes: "minutes between commitments"
        case .maxSteps: "steps to reach it"
        case .alteredShare: "altered share to catch"
        case .distance: "distance that calls for an entry"
        case .minMonthlyUsers: "people a month from which it binds"
        case .detectionProbability: "probability of catching it"
        case .surfaces: "surfaces"
        case .fields: "fields of a notice"
        case .categories: "kinds of data"
        }
    }
}

/// A place where something is ranked.
public enum Surface: String, Sendable, CaseIterable {
    case feed, search, recommendations, notifications, trends, replies, advertisements
}
