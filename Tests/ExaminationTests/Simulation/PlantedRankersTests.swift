// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import Rankers
import Society
import TestSupport
import Testing

/// Each planted ranker is caught by the clause that is meant for it, and honest ones by none.
@Suite("Planted rankers in a society") struct PlantedRankersTests {
    private static let references: [any Ranker] = [Chronological(), RandomOrder(), StatedPreference()]

    private static func record(
        _ subject: any Ranker,
        references: [any Ranker] = references,
        seed: UInt64 = 1,
        worlds: Int = 8,
        change: (inout SocietySettings) -> Void = { _ in }
    ) async throws -> ExaminationRecord {
        let rules = RulesInForce(
            try RuleBookFiles(path: "Instrument").edition([], asOf: nil),
            in: Circumstances(monthlyUsers: 3_000_000)
        )
        var settings = SocietySettings()
        settings.people = 200
        settings.panel = 60
        change(&settings)
        var scenario = Scenario(subject: subject, references: references, settings: settings, seed: seed)
        scenario.sensitivityWorlds = 0
        scenario.ablationWorlds = 0
        let simulation = Simulation(scenario, rules: rules, worlds: worlds, threads: 2, tool: "test")
        return try await simulation.outcome().record
    }

    private static func verdicts(_ record: ExaminationRecord, _ clause: String) -> [Verdict] {
        record.findings.filter { $0.clause.id == clause && $0.analysis != nil }.map(\.verdict)
    }

    @Test("a boost of one circle by 1.6 is caught by equal voice")
    func boost() async throws {
        let record = try await Self.record(BoostsGroup(1, factor: 1.6, over: RandomOrder())) { $0.people = 300 }
        let voices = record.findings.filter { $0.clause.id == "ev-3" && ($0.analysis ?? "").hasPrefix("voice") }
        #expect(voices.map(\.verdict) == [.notMet, .notMet])
        #expect(Self.verdicts(record, "ev-1").allSatisfy { $0 != .notMet })
        #expect(Self.verdicts(record, "mn-3") == [.met, .met])
    }

    @Test("one suppressed author is caught by the exchange of identities")
    func suppression() async throws {
        let record = try await Self.record(SuppressesAuthor(5, over: RandomOrder()))
        #expect(Self.verdicts(record, "ev-1") == [.notMet])
        #expect(Self.verdicts(record, "ev-3").allSatisfy { $0 == .met })
    }

    @Test("a ranker that pulls people to stay is caught by the growth of time")
    func pull() async throws {
        let record = try await Self.record(Addicts()) { $0.steps = 80 }
        #expect(Self.verdicts(record, "mn-2") == [.notMet, .notMet])
    }

    @Test("a ranker that locks interests in is caught by their narrowing")
    func lock() async throws {
        let record = try await Self.record(LocksInInterests(keeping: 1, over: RandomOrder()))
        #expect(Self.verdicts(record, "mn-3") == [.notMet, .notMet])
        // It withholds, and that is told.
        let answers = try #require(record.society?.answers.first)
        #expect(answers.tally.withheld > 0)
    }

    @Test("a control that does nothing is caught, one that works is not")
    func control() async throws {
        let planted = try await Self.record(IgnoresLess(over: Engagement(seed: 1)))
        #expect(Self.verdicts(planted, "ch-3") == [.notMet])
        let honest = try await Self.record(X2026())
        #expect(Self.verdicts(honest, "ch-3").allSatisfy { $0 != .notMet })
    }

    @Test("honest references raise no finding over twenty seeds")
    func honesty() async throws {
        var determined = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            for (subject, reference) in [
                (Chronological(), RandomOrder()), (RandomOrder(), Chronological()),
            ] as [(any Ranker, any Ranker)] {
                let record = try await Self.record(subject, references: [reference], seed: seed) {
                    ($0.people, $0.steps, $0.panel) = (120, 20, 40)
                }
                let findings = record.findings.filter { $0.analysis != nil }
                let broken = findings.filter { $0.verdict == .notMet }.map(\.id)
                #expect(broken.isEmpty, "\(subject.card.name), seed \(seed): \(broken)")
                determined += findings.count { $0.verdict == .met || $0.verdict == .metWithComments }
            }
        }
        // Saying nothing at all would raise no finding either.
        #expect(determined > 20 * 2 * 6)
    }

    @Test(
        "nonsense is counted and goes no further",
        arguments: Nonsense<RandomOrder>.Kind.allCases
    )
    func nonsense(kind: Nonsense<RandomOrder>.Kind) async throws {
        let record = try await Self.record(Nonsense(kind, over: RandomOrder())) {
            ($0.people, $0.steps, $0.panel) = (100, 16, 30)
        }
        let society = try #require(record.society)
        #expect(!society.answers[0].tally.isClean)
        #expect(society.answers.dropFirst().allSatisfy { $0.tally.isClean })
        for analysis in record.analyses {
            #expect(analysis.reading.figures.allSatisfy { $0.value?.isFinite ?? true }, "\(analysis.id)")
        }
    }
}
