// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Rankers
internal import Society

/// From the names of rankers to a record: what both `examine` and `diff` do.
struct SimulationJob {
    let subject: String
    /// Empty for the usual ones.
    let references: [String]
    let society: SocietyOptions
    let rules: RulesInForce?
    let options: InferenceOptions

    /// The references where nobody names any; the last is the one in which people's own choices decide.
    static let usual = ["chronological", "random", "stated-preference"]

    /// Plans, runs the worlds, and measures them.
    func outcome() async throws -> Simulation.Outcome {
        let seed = options.seed
        let scenario = Scenario(
            subject: try SocietyOptions.ranker(subject, seed: seed),
            references: try (references.isEmpty ? Self.usual : references).map {
                try SocietyOptions.ranker($0, seed: seed)
            },
            settings: try society.settings(),
            seed: seed
        )
        let simulation = Simulation(
            scenario,
            rules: rules,
            worlds: society.worlds ?? 16,
            confidence: options.confidence ?? 0.95,
            threads: options.threadCount,
            tool: Euthyna.tool
        )
        let line = ProgressLine(isQuiet: options.quiet)
        defer { line.end() }
        return try await simulation.outcome { line.tell($0) }
    }
}
