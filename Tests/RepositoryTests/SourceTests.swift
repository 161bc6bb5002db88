// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite("Sources") struct SourceTests {
    @Test("every Swift file begins with its licence")
    func licence() throws {
        let head = "// SPDX-License-Identifier: Apache-2.0\n"
        for path in Repository.paths(ending: ".swift") {
            let text = try Repository.text(path)
            // The first line of a manifest belongs to the package manager.
            let start = path.hasSuffix("Package.swift") ? text.drop { !$0.isNewline }.dropFirst() : text[...]
            #expect(start.hasPrefix(head), "\(path) has no SPDX line")
        }
    }

    @Test("no file says so much that it has more than 400 lines")
    func length() throws {
        for path in Repository.paths(below: "Sources/", ending: ".swift") {
            let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 401, "\(path) has \(lines - 1) lines: ask which two things it says")
        }
    }

    @Test("nothing in the sources stops the process on bad input")
    func traps() throws {
        for path in Repository.paths(below: "Sources/", ending: ".swift") {
            #expect(Self.traps(in: try Repository.text(path)) == [], "in \(path)")
        }
    }

    @Test(
        "a planted trap is found, and a comment about one is none",
        arguments: [
            ("let value = try! parse(text)", ["try!"]), ("fatalError(\"never\")", ["fatalError("]),
            ("let view = thing as! View", ["as!"]), ("// try! never\nlet text = \"as! a word\"", []),
            ("let isSame = alas != as_is", []),
        ]
    )
    func planted(source: String, found: [String]) { #expect(Self.traps(in: source) == found) }

    private static func traps(in source: String) -> [String] {
        let tokens = SwiftToken.tokens(of: source)
        return zip(tokens, tokens.dropFirst()).compactMap { token, next in
            switch (token, next) {
            case (.word("try"), .sign("!")): "try!"
            case (.word("as"), .sign("!")): "as!"
            case (.word("fatalError"), .sign("(")): "fatalError("
            default: nil
            }
        }
    }
}
