// SPDX-License-Identifier: Apache-2.0

/// A persona and what worlds say about it.
public struct HuntCase: Sendable, Equatable {
    /// Who.
    public var persona: Persona
    /// What its worlds say together.
    public var figure: HuntFigure
}

/// What a hunt has done so far.
public struct HuntProgress: Sendable, Equatable {
    /// What it is at.
    public var phase: HuntPhase
    /// Personas that were tried in this phase.
    public var tried: Int
    /// Worlds of the last trial.
    public var worlds: Int
    /// The worst persona so far, or the simplest one.
    public var best: HuntCase?
}

/// A figure in worlds where people are moved less or more.
public struct HuntSensitivity: Sendable, Equatable {
    /// Multiplies everything by which a feed moves people.
    public var influence: Double
    /// What the worlds of the confirmation say then.
    public var figure: HuntFigure
}

/// What a hunt found.
public struct HuntResult: Sendable, Equatable {
    /// How it ended.
    public enum Outcome: String, Sendable {
        /// The property fails for no persona that was tried.
        case nothingFound = "nothing-found"
        /// It seemed to fail for one, and does not where that was held against fresh worlds.
        case notConfirmed = "not-confirmed"
        /// It fails.
        case confirmed
    }

    /// What had to hold.
    public var property: HuntProperty
    /// How thoroughly, and where.
    public var settings: HuntSettings
    /// From which everything follows.
    public var seed: UInt64
    /// Personas that were tried in the search.
    public var searched = 0
    /// Personas that were tried to simplify the worst one.
    public var tried = 0
    /// The worst persona of the search, whether or not the property fails for it.
    public var found: HuntCase?
    /// Every simpler persona for whom the property still failed, in the order of finding.
    public var trace: [HuntCase] = []
    /// The simplest persona, held against the worlds of the confirmation.
    public var confirmed: HuntCase?
    /// What each of them said.
    public var outcomes: [HuntOutcome] = []
    /// The numbers of the worlds that were used for each purpose.
    public var worlds: [HuntPhase: [Int]] = [:]
    /// A confirmed finding about drift or interests, where people are moved less or more: whether it hangs on how much.
    public var sensitivity: [HuntSensitivity] = []
    /// What happened to the simplest persona in one of them.
    public var story: HuntStory?

    init(_ hunt: Hunt) {
        property = hunt.property
        settings = hunt.settings
        seed = hunt.seed
    }

    /// How it ended.
    public var outcome: Outcome {
        guard let found, found.figure.fails else { return .nothingFound }
        return confirmed?.figure.fails == true ? .confirmed : .notConfirmed
    }
}
