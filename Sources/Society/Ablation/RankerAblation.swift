// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// A ranker in simulated societies, for the influence-ablation test: the replicate is the world.
///
/// A copy is trained by running it through the steps of the society. It is then shown, frozen, to the people of the same world as they
/// were before the first step, on items that were posted after its training and that nobody has seen: no copy knows any of them, and what
/// it learned about viewers, authors and communities is what decides. Counters stay at 0.
///
/// In the yoked world everything is keyed apart that chance decides about a feed: the noise of the ranker, which items are sampled as
/// candidates, what people notice and what they do with it. The noise alone would not do. Most learners have none; with the same
/// candidates and the same luck such a learner would show the yoked people, step by step, exactly what it showed the people who were
/// moved by it, and M − Y would be 0 whatever it learned. Who comes when and for how long, and what is posted, is the same.
///
/// What people follow, what they have seen and what is counted answers to what is shown in all three worlds, as it does everywhere:
/// influence is what moves opinions, interests, habits and satisfaction.
public struct RankerAblation: AblationSubject {
    /// Shares of what is shown: extreme, arousing, on the other side of the viewer's opinion, of low quality; and early places with an item of
    /// which immediate engagement is unlikely.
    ///
    /// The quarters are those of the inventory, so that they mean the same in any society. *Early* is the first third of a session: the
    /// people do not change, so that there is no other before and after. *Unlikely* is an item that the viewer opens with a smaller
    /// probability than half of the candidates of the session.
    public let metrics: [AblationMetric]
    /// Steps that a frozen copy is shown for.
    public let shownSteps: Int
    /// People of each world.
    public var people: Int { settings.people }
    private let start: any Ranker
    private let settings: SocietySettings
    private let seed: UInt64
    private let habits: Habits

    /// People times steps of the largest society it is made in: the states of all people after each step are kept.
    public static let largest = 1_000_000

    /// States a subject.
    ///
    /// - Parameters:
    ///   - ranker: At its start: every copy begins with it.
    ///   - settings: Of the society; with more people than ``largest`` allows, as many as it does.
    ///   - seed: Of the examination: replicates are its first worlds.
    ///   - habits: How people act, fitted to the settings.
    ///   - shownSteps: Steps that a frozen copy is shown for, at least 1.
    ///   - margin: How much more of something, as a share of what is shown, is needed.
    public init(
        _ ranker: any Ranker,
        in settings: SocietySettings,
        seed: UInt64,
        acting habits: Habits,
        shownSteps: Int = 8,
        margin: Double = 0.02
    ) {
        precondition(shownSteps >= 1)
        start = ranker
        self.seed = seed
        self.habits = habits
        self.shownSteps = shownSteps
        metrics = ShownTraits.names.map { AblationMetric(name: $0, margin: margin) }
        var settings = settings
        settings.people = min(settings.people, max(20, Self.largest / max(1, settings.steps)))
        settings.coordinated = min(settings.coordinated, settings.people / 2)
        // No evidence is taken from these runs.
        settings.panel = 1
        self.settings = settings
    }

    /// Runs a copy through all steps of a world.
    ///
    /// - Parameters:
    ///   - world: Where.
    ///   - replicate: The number of the world.
    /// - Returns: The ranker with what it learned, and the states of all people after each step.
    public func trained(
        in world: TrainingWorld<Trajectory>,
        replicate: Int
    ) async -> (policy: any Ranker, trajectories: Trajectory) {
        let (influence, path, luck): (Double, Trajectory?, UInt32) =
            switch world {
            case .movable: (1, nil, 0)
            case .fixed: (0, nil, 0)
            case .yoked(let path): (0, path, 1)
            }
        var mode = ArmMode()
        mode.luck = luck
        var run = ArmRun(
            start,
            in: World(settings, seed: seed, number: replicate),
            mode: mode,
            acting: habits,
            influence: influence,
            1,
            path,
            records: true
        )
        await run.run()
        return (run.ranker, run.recorded ?? Trajectory())
    }

    /// Shows a ranker to the people of a world as they were at the start, while neither changes.
    ///
    /// - Parameters:
    ///   - policy: Trained in any world.
    ///   - replicate: The number of the world.
    /// - Returns: What was shown, measured; lists are the first pages of all sessions.
    public func shown(by policy: any Ranker, replicate: Int) async -> AblationShowing {
        var mode = ArmMode()
        mode.isFrozen = true
        mode.recordsShown = true
        var run = ArmRun(policy, in: World(settings, seed: seed, number: replicate), mode: mode, acting: habits)
        // Items are numbered as in training; when the first session begins, the last item of it has left the window.
        run.pass(steps: settings.steps + settings.window - 1)
        for _ in 0..<shownSteps { await run.step() }
        return Self.measured(run, from: settings.steps)
    }

    private static func measured(_ run: ArmRun, from step: Int) -> AblationShowing {
        let inventory = run.items.facts[Int(run.items.firstOfStep[step])...]
        let sessions = run.collect(\.shownSessions)
        return ShownTraits(inventory: inventory).showing(sessions, run.items, opinions: run.opinions)
    }
}
