// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// What is run in every world: the subject beside its references, and the subject alone under changed conditions.
public struct Scenario: Sendable {
    /// An arm by what it is for.
    public enum Arm: Sendable, Hashable {
        /// The subject as it is.
        case subject
        /// A reference, by its place.
        case reference(Int)
        /// The subject where the sides of every issue have exchanged their names.
        case mirrored
        /// The subject with accounts that post by plan, each for itself.
        case independent
        /// The subject with the same accounts acting together.
        case together
        /// The subject where people turn something down.
        case pressed
        /// The subject where people are moved so many times as much.
        case subjectMoved(Double)
        /// The first reference likewise.
        case referenceMoved(Double)
    }

    /// What is examined.
    public var subject: any Ranker
    /// What it is compared with.
    public var references: [any Ranker]
    /// The society.
    public var settings: SocietySettings
    /// The seed of the examination.
    public var seed: UInt64
    /// Accounts of the plan in the arms of coordination; 0 runs no such arm.
    public var coordinated: Int
    /// Multipliers of susceptibility of which the first worlds are run, too.
    public var sensitivity: [Double]
    /// Worlds that are run with them.
    public var sensitivityWorlds: Int
    /// Members of the panel whose raw impressions are kept.
    public var rawViewers: Int
    /// Lists a viewer and step that are asked for again with exchanged accounts.
    public var swapShare: Float
    /// Worlds of the influence-ablation test: 0 makes none, any other number below 8 counts as 8.
    public var ablationWorlds: Int

    /// Describes a scenario.
    ///
    /// - Parameters:
    ///   - subject: What is examined.
    ///   - references: What it is compared with, the most important first.
    ///   - settings: The society.
    ///   - seed: The seed of the examination.
    public init(subject: any Ranker, references: [any Ranker], settings: SocietySettings, seed: UInt64) {
        self.subject = subject
        self.references = references
        self.settings = settings
        self.seed = seed
        coordinated = max(2, min(12, settings.people / 20))
        sensitivity = [0, 0.25, 4]
        sensitivityWorlds = 8
        rawViewers = 12
        swapShare = 0.25
        ablationWorlds = subject.card.learns ? InfluenceAblation.leastReplicates : 0
    }

    /// The arms of a world.
    ///
    /// - Parameter world: Its number, from 0.
    /// - Returns: The arms, the subject first.
    public func arms(inWorld world: Int) -> [Arm] {
        var arms: [Arm] = [.subject] + references.indices.map { .reference($0) } + [.mirrored]
        if coordinated > 1 { arms += [.independent, .together] }
        if !subject.card.controls.isEmpty { arms.append(.pressed) }
        if world < sensitivityWorlds {
            for factor in sensitivity {
                arms.append(.subjectMoved(factor))
                if !references.isEmpty { arms.append(.referenceMoved(factor)) }
            }
        }
        return arms
    }

    /// Everything about one world.
    public struct WorldEvidence: Sendable {
        /// Its number.
        public var number: Int
        /// Its digest.
        public var hash: String
        /// People, silent ones, follow relations.
        public var people: Int
        /// Of them, those whose reactions leave hardly a public trace.
        public var silent: Int
        /// Evidence by arm, in the order of the scenario.
        public var arms: [(arm: Arm, evidence: ArmEvidence)]

        /// The evidence of an arm, or `nil`.
        public subscript(arm: Arm) -> ArmEvidence? { arms.first { $0.arm == arm }?.evidence }
    }

    /// Runs one world.
    ///
    /// - Parameters:
    ///   - number: Its number, from 0.
    ///   - habits: How people act, fitted to the settings.
    ///   - tell: Called after each arm with the impressions it had.
    /// - Returns: The evidence of every arm.
    public func run(
        world number: Int,
        acting habits: Habits,
        tell: @Sendable (Arm, Int) -> Void = { _, _ in }
    ) async -> WorldEvidence {
        let world = World(settings, seed: seed, number: number)
        var nothing = ArmMode()
        nothing.hasFeed = false
        var natural = ArmRun(subject, in: world, mode: nothing, acting: habits)
        await natural.run()
        var arms: [(Arm, ArmEvidence)] = []
        for arm in self.arms(inWorld: number) {
            if Task.isCancelled { break }
            var run = start(arm, in: world, acting: habits)
            await run.run()
            let keepsRaw =
                switch arm {
                case .subject, .reference: true;
                default: false
                }
            let evidence = ArmEvidence(of: run, natural: natural, rawViewers: keepsRaw ? rawViewers : 0)
            tell(arm, Int(evidence.steps.reduce(0) { $0 + $1.impressions }))
            arms.append((arm, evidence))
        }
        return WorldEvidence(
            number: number,
            hash: world.hash,
            people: settings.people,
            silent: world.silentPeople,
            arms: arms
        )
    }

    private func start(_ arm: Arm, in world: World, acting habits: Habits) -> ArmRun {
        var mode = ArmMode()
        var (ranker, place, influence) = (subject, world, 1.0)
        switch arm {
        case .subject:
            mode.control = .placebo
            mode.swapShare = swapShare
        case .reference(let index): ranker = references[index]
        case .mirrored: mode.isMirrored = true
        case .independent: place = world.with(coordinated: coordinated)
        case .together:
            place = world.with(coordinated: coordinated)
            mode.actsTogether = true
        case .pressed: mode.control = .pressed
        case .subjectMoved(let factor): influence = factor
        case .referenceMoved(let factor):
            ranker = references[0]
            influence = factor
        }
        return ArmRun(ranker, in: place, mode: mode, acting: habits, influence: influence)
    }
}

extension World {
    /// The same world with accounts that may act together.
    func with(coordinated: Int) -> World {
        var settings = self.settings
        settings.coordinated = coordinated
        return World(settings, seed: seed, number: number, draws, population, graph)
    }
}
