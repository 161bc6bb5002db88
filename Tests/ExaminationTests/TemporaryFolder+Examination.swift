// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Instrument
import Measures
import Recipes
import TestSupport

@testable import Examination

/// With a recipe, its data and a rule-book in it.
extension TemporaryFolder {
    /// Few draws: enough for verdicts of clear cases.
    static let inference = Inference(replicates: 200, seed: 7)

    /// The recipe in `recipe.yaml`.
    func recipe() throws -> RecipeFile { try RecipeFile(path + "/recipe.yaml") }

    /// The rule-book in `charter.md`, where there is one, as it binds under the positions of files in the folder.
    func instrument(
        positions: [String] = [],
        in circumstances: Circumstances = Circumstances()
    ) throws -> RulesInForce? {
        let file = path + "/charter.md"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        let files = try RuleBookFiles(path: file)
        let found = positions.isEmpty ? nil : try files.positions(positions.map { path + "/" + $0 })
        return RulesInForce(Edition(files.ruleBook, asOf: files.ruleBook.date, positions: found), in: circumstances)
    }

    func recording(threads: Int = 2) async throws -> Recording {
        let file = try recipe()
        return try await RecordingReader(file.recipe, folder: try file.dataFolder(nil), threads: threads).read()
    }

    func record(
        _ inference: Inference = TemporaryFolder.inference,
        positions: [String] = [],
        in circumstances: Circumstances = Circumstances()
    ) async throws -> ExaminationRecord {
        let run = try ExaminationRun(
            try recipe().recipe,
            rules: try instrument(positions: positions, in: circumstances),
            inference: inference,
            tool: "test"
        )
        return try await run.record(try await recording(threads: inference.threads))
    }

    /// The sample of an analysis.
    func sample(_ analysis: String) async throws -> Sample {
        let recording = try await recording()
        guard let found = recording.recipe.analyses.first(where: { $0.id == analysis }) else {
            throw ExaminationError("there is no analysis \(analysis)")
        }
        return try SampleBuilder(recording, found).sample()
    }

    /// What is said where a sample cannot be made, without the place of the folder.
    func refusal(_ analysis: String) async -> String {
        do {
            _ = try await sample(analysis)
            return "it was not refused"
        } catch {
            return "\(error)".replacing(path + "/", with: "")
        }
    }
}

extension ExaminationRecord {
    func analysis(_ id: String) -> AnalysisResult? { analyses.first { $0.id == id } }
    func finding(_ id: String) -> Finding? { findings.first { $0.id == id } }
}

extension Categorical {
    /// The name of every row.
    var texts: [String?] { codes.indices.map { self[$0] } }
}

extension Partition {
    /// The names of the parts of every row.
    var texts: [[String]] {
        entities.indices.map { row in range(ofRow: row).map { partNames[Int(members[$0])] } }
    }
}
