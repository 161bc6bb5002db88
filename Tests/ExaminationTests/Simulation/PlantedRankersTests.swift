// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import Rankers
import Society
import TestSupport
import Testing

@Suite("Planted rankers in a society") struct PlantedRankersTests {
    @Test func scratch() async throws {
        let rules = RulesInForce(
            try RuleBookFiles(path: "Instrument").edition([], asOf: nil),
            in: Circumstances(monthlyUsers: 3_000_000)
        )
        var settings = SocietySettings()
        settings.panel = 60
        for subject in [
            BoostsGroup(1, factor: 1.6, over: RandomOrder()), Addicts(), LocksInInterests(keeping: 1, over: Chronological()), X2026(), RandomOrder(), 
        ] as [any Ranker] {
            var scenario = Scenario(
                subject: subject,
                references: [Chronological(), RandomOrder(), StatedPreference()],
                settings: settings,
                seed: 1
            )
            scenario.sensitivityWorlds = 0
            let outcome = try await Simulation(scenario, rules: rules, worlds: 8, threads: 2, tool: "test").outcome()
            print("==", subject.card.name)
            for finding in outcome.record.findings where finding.analysis != nil {
                print(finding.id, finding.verdict, finding.figure?.value ?? .nan, finding.figure?.uncertainty?.lowerLimit ?? .nan, finding.figure?.uncertainty?.upperLimit ?? .nan, finding.reason ?? "")
            }
        }
    }
}
