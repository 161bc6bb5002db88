// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Recipes

@Suite("Choosing files by paths with stars")
struct FileSelectionTests {
    @Test(
        "a star stays in its folder, two cross folders, and two with a slash stand for no folder, too",
        arguments: [
            ("a.csv", "*.csv", true), ("x/a.csv", "*.csv", false), ("x/a.csv", "*/*.csv", true),
            ("x/y/a.csv", "*/*.csv", false),
            ("x/y/a.csv", "**.csv", true), ("a.csv", "**/a.csv", true), ("x/y/a.csv", "**/a.csv", true),
            ("xa.csv", "**/a.csv", false),
            ("x/a.csv", "x/**/a.csv", true), ("x/y/z/a.csv", "x/**/a.csv", true), ("xy/a.csv", "x/**/a.csv", false),
            ("a1.csv", "a?.csv", true), ("a/.csv", "a?.csv", false), ("a.csv", "a?.csv", false), ("", "*", true),
            ("", "?", false),
            ("anything/at/all", "**", true), ("a*b", "a*b", true), ("é.csv", "é.csv", true), ("a.csv", "a.csv ", false),
        ] as [(String, String, Bool)]
    )
    func matches(_ path: String, _ glob: String, _ expected: Bool) {
        #expect(FileSelection.matches(path, glob) == expected)
    }

    @Test("many stars cost no more than path times glob", .timeLimit(.minutes(1)))
    func hostile() {
        let path = String(repeating: "a/", count: 60) + "b"
        #expect(!FileSelection.matches(path, String(repeating: "**/", count: 60) + "c"))
        #expect(!FileSelection.matches(String(repeating: "a", count: 200), String(repeating: "*a", count: 100) + "b"))
    }

    @Test("a recipe reads only what lies below its data folder", arguments: ["../secret", "a/../../b", "/etc/passwd"])
    func below(_ path: String) {
        #expect(!FileSelection.staysBelow(path))
        let text = """
            recipe: r
            tables:
              t:
                kind: items
                files: "\(path)"
                columns: {a: a}
            """
        #expect {
            try Recipe.parse(text, file: "r.yaml")
        } throws: { error in
            "\(error)".contains("leads out of the data folder")
        }
    }
}
