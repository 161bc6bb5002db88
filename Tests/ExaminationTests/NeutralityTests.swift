// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import TestSupport
import Testing

@Suite("A clause treats all parts alike", .tags(.hostile))
struct NeutralityTests {
    private static let clause = "id: a, measure: amplification, figure: spread, atMost: 9, symmetric: partition"

    private func finding(_ condition: String) async throws -> Finding {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.recipe(SmallTown.voice + condition),
            "charter.md": SmallTown.clauses(Self.clause),
        ])
        return try #require(try await folder.record().findings.first)
    }

    @Test("an analysis that keeps the rows of chosen parts cannot carry a clause on a partition")
    func chosenParts() async throws {
        #expect(try await finding("").verdict == .met)
        for condition in [", where: {part: p0}", ", where: {part: [p0, p1]}", ", where: {part: {not: p2}}"] {
            let finding = try await finding(condition)
            #expect(finding.verdict == .notDetermined, "\(condition)")
            #expect(try #require(finding.reason).contains("chosen parts"))
        }
    }

    @Test("leaving out what has no part at all chooses none")
    func present() async throws {
        #expect(try await finding(", where: {part: {present: true}}").verdict == .met)
    }

    @Test("a part cannot bear a word that tells figures apart", arguments: ["difference", "subject", "reference"])
    func reserved(_ word: String) async throws {
        let text = SmallTown.impressions().split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                return fields.map { $0 == "p1" ? word : $0 }.joined(separator: ",")
            }
            .joined(separator: "\n")
        let folder = try TemporaryFolder(["shown.csv": text, "recipe.yaml": SmallTown.recipe(SmallTown.voice)])
        await #expect {
            try await folder.record()
        } throws: { error in
            "\(error)".contains("a part cannot be called \"\(word)\"")
        }
    }
}
