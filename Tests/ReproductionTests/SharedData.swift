// SPDX-License-Identifier: Apache-2.0
import Examination
import Foundation
import Instrument
import Measures
import Recipes
import Testing

/// The raw data of the published audits, which lie outside the repository.
enum SharedData {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let folder = root + "/../shared/data"
    static let isThere: Bool = {
        let isThere = FileManager.default.fileExists(atPath: folder + "/expected.json")
        if !isThere {
            print("SKIPPED: the published audits are not reproduced, because \(folder) is not there")
        }
        return isThere
    }()

    static let recipes = ["ads-algorithmwatch", "apple-news", "facebook-argentina", "youtube-geo"]

    /// Runs a shipped recipe, with fewer draws than the command makes.
    static func record(
        _ name: String,
        replicates: Int = 2_000,
        rules: RulesInForce? = nil
    ) async throws -> ExaminationRecord {
        let file = try RecipeFile(root + "/Recipes/\(name).yaml")
        let run = try ExaminationRun(
            file.recipe,
            rules: rules,
            inference: Inference(replicates: replicates, seed: 1),
            tool: "test"
        )
        return try await run.record(try await RecordingReader(file.recipe, folder: try file.dataFolder(nil)).read())
    }

    /// Every number of a data set in `expected.json`, wherever it stands.
    static func expectedNumbers(_ dataset: String) throws -> [Double] {
        let data = try Data(contentsOf: URL(filePath: folder + "/expected.json"))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let sets = try #require(root["datasets"] as? [[String: Any]])
        let set = try #require(sets.first { $0["id"] as? String == dataset })
        var numbers: [Double] = []
        func walk(_ value: Any) {
            switch value {
            case let number as NSNumber: numbers.append(number.doubleValue)
            case let list as [Any]: list.forEach(walk)
            case let group as [String: Any]: group.values.forEach(walk)
            default: break
            }
        }
        walk(set)
        return numbers
    }
}
