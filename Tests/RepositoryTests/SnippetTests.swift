// SPDX-License-Identifier: Apache-2.0
import Testing

/// The examples of the guides are compiled as snippets; these tests hold the two copies together.
@Suite("Snippets") struct SnippetTests {
    @Test("every snippet stands in a guide, word by word")
    func shown() throws {
        let guides = try Self.guides()
        let snippets = Repository.paths(below: "Snippets/", ending: ".swift")
        for path in snippets {
            let code = Self.code(try Repository.text(path))
            #expect(guides.contains { $0.blocks.contains(code) }, "\(path) stands in no guide as it is")
        }
        #expect(!snippets.isEmpty, "the snippets were not found")
    }

    @Test("every Swift example of a guide is a snippet, so that it compiles")
    func compiled() throws {
        let snippets = try Repository.paths(below: "Snippets/", ending: ".swift").map {
            Self.code(try Repository.text($0))
        }
        for guide in try Self.guides() {
            for block in guide.blocks {
                #expect(snippets.contains(block), "\(guide.path): not in Snippets:\n\(block)")
            }
        }
    }

    private static func guides() throws -> [(path: String, blocks: [String])] {
        try Repository.paths(below: "Sources/", ending: ".md").map { path in
            (path, Markdown(try Repository.text(path)).blocks(of: "swift"))
        }
    }

    /// A snippet without its licence.
    private static func code(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.first, line.hasPrefix("// SPDX") || line.isEmpty { lines = lines.dropFirst() }
        return lines.joined(separator: "\n")
    }
}
