// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import Rankers
import Society
import TestSupport
import Testing

@Suite("Simulations") struct SimulationTests {
    private static func scenario(_ subject: any Ranker, against reference: any Ranker) -> Scenario {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.panel) = (100, 16, 30)
        return Scenario(subject: subject, references: [reference], settings: settings, seed: 3)
    }

    private static func rules() throws -> RulesInForce {
        RulesInForce(
            try RuleBookFiles(path: "Instrument").edition([], asOf: nil),
            in: Circumstances(monthlyUsers: 3_000_000)
        )
    }

    @Test("the record is the same for any number of threads")
    func threads() async throws {
        let records = try await [1, 3].asyncMap { threads in
            let scenario = Self.scenario(Engagement(seed: 3), against: Chronological())
            return try await Simulation(scenario, rules: nil, worlds: 8, threads: threads, tool: "test").outcome()
                .record
        }
        #expect(records[0] == records[1])
    }

    @Test("a ranker beside itself differs in nothing")
    func itself() async throws {
        let scenario = Self.scenario(Popularity(), against: Popularity())
        var record = try await Simulation(scenario, rules: nil, worlds: 8, threads: 2, tool: "test").outcome().record
        record.compare()
        #expect(record.differences.count >= 9)
        for difference in record.differences {
            #expect(difference.figure.value == difference.neutral, "\(difference.analysis)")
            // A world without newcomers leaves the ratio of their reach without an interval.
            if difference.figure.uncertainty != nil { #expect(difference.outcome == .same) }
        }
    }

    @Test("worlds are run until all is decided, and each look has its part of the error")
    func looks() async throws {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.panel) = (100, 16, 30)
        var scenario = Scenario(subject: RandomOrder(), references: [Chronological()], settings: settings, seed: 3)
        scenario.swapShare = 1
        let record = try await Simulation(scenario, rules: try Self.rules(), worlds: 64, threads: 2, tool: "test")
            .outcome().record
        let society = try #require(record.society)
        #expect(society.plannedLooks == 4)
        #expect(society.looks.map(\.worlds) == Array([8, 16, 32, 64].prefix(society.looks.count)))
        #expect(society.looks.allSatisfy { abs($0.confidence - (1 - 0.05 / 4)) < 1e-12 })
        let open = record.findings.filter { $0.analysis != nil && $0.verdict == .notDetermined }
        #expect(open.isEmpty == society.stop.hasPrefix("every clause"))
        #expect(society.worlds.count == society.looks.last?.worlds)
    }

    @Test("two that decide about as much differ in their draws alone, and the difference is known to be small")
    func equivalence() {
        func figure(_ lower: Double, _ upper: Double) -> Figure {
            var figure = Figure(key: "ratio", value: (lower + upper) / 2, unit: "ratio")
            figure.uncertainty = Uncertainty(
                lower: lower,
                upper: upper,
                lowerLimit: lower,
                upperLimit: upper,
                method: "by hand"
            )
            return figure
        }
        typealias Case = (Double, Double, Bool, BehaviourDifference.Outcome)
        let cases: [Case] = [
            (0.95, 1.05, true, .same), (0.8, 1.05, true, .undecided), (1.2, 1.4, true, .different),
            (0.5, 0.7, true, .different), (1 / 1.1, 1.1, true, .same), (-0.02, 0.09, false, .same),
            (-0.02, 0.11, false, .undecided), (0.101, 0.2, false, .different), (-0.3, -0.11, false, .different),
        ]
        for (lower, upper, isRatio, outcome) in cases {
            let found = BehaviourDifference.outcome(figure(lower, upper), isRatio: isRatio, margin: 0.1)
            #expect(found == outcome, "\(lower) … \(upper)")
        }
        let bare = Figure(key: "ratio", value: 1, unit: "ratio")
        #expect(BehaviourDifference.outcome(bare, isRatio: true, margin: 0.1) == .undecided)
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
