// SPDX-License-Identifier: Apache-2.0

/// How thoroughly a hunt looks, and in what society.
public struct HuntSettings: Sendable, Equatable {
    /// The society; its panel is not used.
    public var society: SocietySettings
    /// Steps before personas come in, so that there is something to show.
    public var warmUp: Int
    /// Personas that are made up.
    public var personas = 256
    /// The share of them that is kept.
    public var keptShare = 0.05
    /// How often the kept ones are changed to find worse ones.
    public var generations = 2
    /// Changed personas for each kept one.
    public var mutants = 4
    /// Worlds after which the worse half is dropped; all personas see the first of them.
    public var rungs = [4, 8, 16, 64]
    /// Fresh worlds for each trial of simpler personas, at least 8; as many more as the confirmation has where they leave it open.
    public var trialWorlds = 16
    /// Simpler personas that are tried, about; the simplest so far is confirmed then.
    public var trials = 500
    /// Of the limit by which a simpler persona is accepted: higher than that of the confirmation, since many are tried and one that is
    /// accepted by luck is not confirmed, whatever the worst persona is like.
    public var trialConfidence = 0.995
    /// Worlds of the confirmation, at least 8.
    public var confirmationWorlds = 64
    /// Of the one-sided limits of the search and the confirmation.
    public var confidence = 0.95
    /// Personas in one world during the search, where a ranker learns; simplified and confirmed ones are always alone there.
    public var block = 32
    /// Worlds in work at the same time; never changes a result.
    public var threads = 1

    /// Small worlds: 150 people, 20 steps, personas from step 8 on.
    public init() {
        society = SocietySettings()
        society.people = 150
        society.steps = 20
        society.candidates = 100
        society.inNetworkCandidates = 50
        warmUp = 8
    }

    /// Steps during which personas can open the space.
    public var slots: Int { max(1, society.steps - warmUp) }
}
