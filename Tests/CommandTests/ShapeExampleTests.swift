// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct ShapeExampleTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/shapes")

    @Test(
        "the examples that the recipe language points to give the figures counted by hand",
        arguments: [("nested-feed", 5), ("account-runs", 6), ("weekly-counts", 2)]
    )
    func reproduces(_ name: String, _ cells: Int) throws {
        let command = try Command()
        defer { command.remove() }
        let result = try command.run(["reproduce", Self.folder.path + "/\(name)/recipe.yaml", "--draws", "100"])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("\(cells) cells agree, 0 differ with a stated reason, 0 unexpected"))
    }

    @Test("every example is one of those that are tested")
    func complete() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasPrefix(".") }
        #expect(names.sorted() == ["account-runs", "nested-feed", "weekly-counts"])
    }
}
