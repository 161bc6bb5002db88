// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import TestSupport
import Testing

@Suite("Simulated worlds as units") struct WorldsTests {
    private static let recipe = """
        recipe: worlds
        tables:
          people:
            kind: people
            files: people.csv
            columns:
              world: world
              arm: arm
              issue: issue
              moved: {from: moved, type: number}
        analyses:
          - {id: drift, from: people, measure: excess-drift, unit: world, columns: {score: moved, stratum: issue},
             arms: {by: arm, subject: ranked, reference: newest}}

        """

    /// Eight worlds of four people and two issues; under the subject all lean to one side on the second.
    private static func people(lean: Double) -> String {
        var text = "world,arm,issue,moved\n"
        for world in 0..<8 {
            for person in 0..<4 {
                for issue in ["roads", "parks"] {
                    let moved = 0.2 * Double(person) - 0.3 + 0.002 * Double((world * 3 + person) % 5)
                    text += "w\(world),newest,\(issue),\(moved)\n"
                    text +=
                        "w\(world),ranked,\(issue),\(moved + (issue == "parks" ? lean : 0) + 0.001 * Double(world))\n"
                }
            }
        }
        return text
    }

    @Test(
        "eight worlds decide on steering by Student's t, to either side alike, where the bootstrap gives no interval",
        arguments: [(0.0, Verdict.met), (0.4, .notMet), (-0.4, .notMet)]
    )
    func steering(lean: Double, verdict: Verdict) async throws {
        let folder = try TemporaryFolder([
            "people.csv": Self.people(lean: lean), "recipe.yaml": Self.recipe,
            "charter.md": SmallTown.clauses(
                "id: a, measure: excess-drift, figure: excess, atMost: 0.1, tolerance: 0.05"
            ),
        ])
        let record = try await folder.record(Inference(replicates: 100, seed: 1, method: .student))
        #expect(record.findings.map(\.verdict) == [verdict])
        #expect(record.inference.method == "student" && record.findings.first?.clusters == 8)
        let drawn = try await folder.record()
        #expect(drawn.findings.map(\.verdict) == [.notDetermined])
        #expect(drawn.findings.first?.reason == "8 independent units: an interval needs at least 12")
    }
}
