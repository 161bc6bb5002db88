// SPDX-License-Identifier: Apache-2.0
import Examination
import Rankers
import Society
import Synchronization
import TestSupport
import Testing

@Suite("Influence ablation in a simulation", .tags(.simulation))
struct SimulatedAblationTests {
    private func society(
        of ranker: any Ranker,
        tell: @escaping @Sendable (Simulation.Stage) -> Void
    ) async throws -> SocietySummary? {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.panel, settings.window) = (60, 8, 60, 4)
        (settings.candidates, settings.inNetworkCandidates, settings.follows) = (40, 20, 8)
        (settings.scroll, settings.scrollCap) = (8, 30)
        let scenario = Scenario(subject: ranker, references: [Chronological()], settings: settings, seed: 3)
        let simulation = Simulation(scenario, rules: nil, worlds: 8, threads: 2, tool: "test")
        return try await simulation.outcome(tell: tell).record.society
    }

    @Test("a subject that learns is put to the test, and whoever waits is told")
    func learner() async throws {
        let told = Mutex<[Int]>([])
        let society = try await society(of: Engagement(seed: 3)) { stage in
            if case .ablation(let worlds, 8) = stage { told.withLock { $0.append(worlds) } }
        }
        let ablation = try #require(society?.ablation)
        #expect(ablation.controls.havePassed && ablation.verdict != nil)
        #expect(ablation.comparison.replicates.count == 8 && ablation.comparison.metrics.count == 5)
        #expect(told.withLock { $0 } == Array(1...8))
    }

    @Test("a formula is not")
    func formula() async throws {
        let told = Mutex(false)
        let society = try await society(of: Popularity()) { stage in
            if case .ablation = stage { told.withLock { $0 = true } }
        }
        #expect(try #require(society).ablation == nil && !told.withLock { $0 })
    }
}
