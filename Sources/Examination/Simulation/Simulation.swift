// SPDX-License-Identifier: Apache-2.0
public import Evidence
public import Instrument
internal import Measures
internal import Notation
internal import Recipes
public import Society
internal import Statistics

/// Examines a ranker in a simulated society: runs worlds until every clause is decided, or until there are enough.
public struct Simulation: Sendable {
    /// Something worth telling whoever waits.
    public enum Stage: Sendable {
        /// An arm of a world is done.
        case arm(world: Int, of: Int, impressions: Int)
        /// The evidence so far is measured.
        case look(Int, worlds: Int)
        /// Copies of the subject were trained in so many worlds of the influence-ablation test.
        case ablation(worlds: Int, of: Int)
    }

    /// What a simulation found, with the tables it was measured on.
    public struct Outcome: Sendable {
        /// The record.
        public var record: ExaminationRecord
        /// The recipe that measures the tables.
        public var recipe: String
        /// The tables by name.
        public var tables: [String: Table]
    }

    /// The least number of worlds of which an interval is stated.
    public static let leastWorlds = 8

    private let scenario: Scenario
    private let rules: RulesInForce?
    private let tool: String
    private let threads: Int
    /// Worlds at each look.
    private let looks: PlannedLooks

    /// Plans a simulation.
    ///
    /// - Parameters:
    ///   - scenario: The ranker, its references and the society.
    ///   - rules: The rules to hold it against.
    ///   - worlds: Most worlds to run, at least 2; looks are taken at 8, 16, 32 … and there.
    ///   - confidence: Of limits over all looks, where no rules state it.
    ///   - threads: Worlds in work at the same time; never changes a result.
    ///   - tool: The program and its version, for the record.
    public init(
        _ scenario: Scenario,
        rules: RulesInForce?,
        worlds: Int,
        confidence: Double = 0.95,
        threads: Int,
        tool: String
    ) {
        self.scenario = scenario
        self.rules = rules
        self.threads = max(1, threads)
        self.tool = tool
        looks = .doubling(
            from: min(Self.leastWorlds, worlds),
            upTo: worlds,
            confidence: rules?.head.confidence ?? confidence
        )
    }

    /// Runs and measures.
    ///
    /// - Parameter tell: Called when an arm is done and when the evidence is looked at.
    /// - Returns: The record with its tables.
    /// - Throws: `CancellationError` where the task was cancelled, else what an examination of a recording throws.
    public func outcome(tell: @escaping @Sendable (Stage) -> Void = { _ in }) async throws -> Outcome {
        let labels = ArmLabels(scenario)
        let text = SimulatedRecipe(scenario, labels).text
        let recipe = try Recipe.parse(text, file: "recipe.yaml")
        let habits = await Habits(fittedTo: scenario.settings, seed: scenario.seed)
        var tables = SimulatedTables(scenario, labels)
        var trace = SocietyTrace(scenario, labels)
        var taken: [SocietySummary.Look] = []
        var done = 0
        for (index, worlds) in looks.sizes.enumerated() {
            for world in try await run(done..<worlds, habits, tell) {
                tables.add(world)
                trace.add(world)
            }
            done = worlds
            tell(.look(index + 1, worlds: worlds))
            var record = try await measured(recipe, tables)
            let speaking = record.findings.filter { $0.analysis != nil && $0.verdict != .notApplicable }
            let decided = speaking.filter { $0.verdict != .notDetermined }
            taken.append(
                SocietySummary.Look(
                    worlds: worlds,
                    confidence: record.inference.confidence,
                    clauses: speaking.count,
                    decided: decided.count
                )
            )
            let isDecided = !speaking.isEmpty && decided.count == speaking.count
            guard isDecided || index == looks.sizes.count - 1 else { continue }
            let stop =
                isDecided
                ? "every clause that speaks to this evidence was decided after \(worlds) worlds"
                : rules == nil
                    ? "all \(worlds) worlds were run"
                    : "all \(worlds) worlds were run; \(speaking.count - decided.count) findings stay open"
            var society = trace.summary(looks: taken, planned: looks.sizes.count, stop: stop)
            society.ablation = await scenario.ablation(acting: habits, confidence: looks.confidence, threads: threads) {
                tell(.ablation(worlds: $0, of: $1))
            }
            try Task.checkCancellation()
            record.society = society
            return Outcome(record: record, recipe: text, tables: tables.tables)
        }
        throw CancellationError()
    }

    /// Some worlds, in their order, as many at a time as there are threads.
    private func run(
        _ worlds: Range<Int>,
        _ habits: Habits,
        _ tell: @escaping @Sendable (Stage) -> Void
    ) async throws -> [Scenario.WorldEvidence] {
        let (scenario, last) = (scenario, looks.sizes[looks.sizes.count - 1])
        let evidence = await withTaskGroup(of: Scenario.WorldEvidence.self) { group in
            var waiting = worlds.makeIterator()
            func start(_ world: Int) {
                group.addTask {
                    await scenario.run(world: world, acting: habits) { _, impressions in
                        tell(.arm(world: world + 1, of: last, impressions: impressions))
                    }
                }
            }
            for _ in 0..<threads { if let world = waiting.next() { start(world) } }
            var evidence: [Scenario.WorldEvidence] = []
            for await world in group {
                evidence.append(world)
                if let next = waiting.next() { start(next) }
            }
            return evidence.sorted { $0.number < $1.number }
        }
        try Task.checkCancellation()
        return evidence
    }

    private func measured(_ recipe: Recipe, _ tables: SimulatedTables) async throws -> ExaminationRecord {
        let run = try ExaminationRun(
            recipe,
            rules: rules,
            inference: Inference(
                seed: scenario.seed,
                confidence: looks.confidence,
                method: .student,
                threads: threads
            ),
            tool: tool,
            looks: looks
        )
        let filled = tables.tables
        let recording = Recording(recipe: recipe, tables: filled)
        return try await run.record(recording)
    }
}
