// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// A search for the persona on whom a property of a ranker fails worst, for the simplest one on whom it still fails, and for an answer
/// to whether it really does: QuickCheck for rankers.
///
/// Personas are made up, the worst are kept and changed, and held against more and more worlds; the worst is then simplified as long as
/// the property still fails in worlds that nobody has looked at; what is left is held against worlds that were set aside for that.
/// Everything is a function of the seed.
public struct Hunt: Sendable {
    /// Makes a ranker that has learned nothing, for a world without anybody who is examined there.
    public typealias Factory = @Sendable (World) -> any Ranker

    /// The usual reference: newest first.
    public static let newestFirst: Factory = { _ in Chronological() }

    /// What must hold.
    public var property: HuntProperty
    /// How thoroughly, and where.
    public var settings: HuntSettings
    /// From which everything follows.
    public var seed: UInt64
    /// Makes the ranker that is examined.
    public var subject: Factory
    /// Makes the one it is compared with.
    public var reference: Factory

    /// Prepares a hunt.
    ///
    /// - Parameters:
    ///   - property: What must hold.
    ///   - settings: How thoroughly, and where.
    ///   - seed: From which everything follows.
    ///   - reference: Makes the ranker of the comparison; newest first where nothing is said.
    ///   - subject: Makes the ranker that is examined.
    public init(
        _ property: HuntProperty,
        settings: HuntSettings = HuntSettings(),
        seed: UInt64,
        reference: @escaping Factory = Hunt.newestFirst,
        subject: @escaping Factory
    ) {
        self.property = property
        self.settings = settings
        self.seed = seed
        self.subject = subject
        self.reference = reference
    }

    /// Searches, simplifies, confirms and tells.
    ///
    /// - Parameters:
    ///   - habits: How people act, fitted to the society of the settings; solved first where nothing is given.
    ///   - progress: Told what was done, from one task at a time.
    /// - Returns: What was found; the same for the same seed, on any number of threads.
    /// - Throws: `CancellationError` where the task was cancelled.
    public func run(
        acting habits: Habits? = nil,
        progress: @Sendable (HuntProgress) -> Void = { _ in }
    ) async throws(CancellationError) -> HuntResult {
        let fitted = if let habits { habits } else { await Habits(fittedTo: settings.society, seed: seed) }
        let trials = HuntTrials(hunt: self, habits: fitted)
        var result = HuntResult(self)
        let found = try await search(trials, &result, progress)
        result.found = found
        guard let found, found.figure.fails else { return result }
        let simplest = try await shrink(found, trials, &result, progress)
        let worlds = (0..<max(8, settings.confirmationWorlds)).map { HuntPhase.confirmation.world($0) }
        result.worlds[.confirmation] = worlds
        let outcomes = try await trials.outcomes(of: [simplest.persona], in: worlds, areAlone: true)
        result.outcomes = outcomes[0]
        let figure = HuntFigure(outcomes[0], confidence: settings.confidence)
        result.confirmed = HuntCase(persona: simplest.persona, figure: figure)
        progress(HuntProgress(phase: .confirmation, tried: 1, worlds: worlds.count, best: result.confirmed))
        guard figure.fails else { return result }
        try await varyInfluence(simplest.persona, worlds, trials, &result)
        result.story = await tell(simplest.persona, outcomes[0], trials)
        return result
    }

    /// Holds what depends on how easily people are moved against the same worlds with people who are moved less, or more.
    private func varyInfluence(
        _ persona: Persona,
        _ worlds: [Int],
        _ trials: HuntTrials,
        _ result: inout HuntResult
    ) async throws(CancellationError) {
        guard [.excessDrift, .preferenceShift, .narrowing].contains(property.kind) else { return }
        for influence in [0, 0.25, 4] {
            var trials = trials
            trials.influence = influence
            let outcomes = try await trials.outcomes(of: [persona], in: worlds, areAlone: true)
            result.sensitivity.append(
                HuntSensitivity(
                    influence: influence,
                    figure: HuntFigure(outcomes[0], confidence: settings.confidence)
                )
            )
        }
    }
}
