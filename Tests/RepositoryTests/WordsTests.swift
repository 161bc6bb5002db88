// SPDX-License-Identifier: Apache-2.0
import Testing

/// Some words claim what no measure can show, or judge what is said: no public text uses them.
@Suite("Words") struct WordsTests {
    private static let forbidden = [
        "proves intent", "prove intent", "inauthentic", "misinformation", "fake", "safe", "compliant forever",
    ]

    @Test("no text for people claims more than a measure can show")
    func texts() throws {
        for path in Repository.paths(ending: ".md") + Repository.paths(ending: ".yaml") {
            #expect(Self.found(in: try Repository.text(path)) == [], "in \(path)")
        }
    }

    @Test("no text that the command prints does")
    func printed() throws {
        for path in Repository.paths(below: "Sources/", ending: ".swift") {
            for case .text(let text) in SwiftToken.tokens(of: try Repository.text(path)) {
                #expect(Self.found(in: text) == [], "in \(path)")
            }
        }
    }

    @Test(
        "a planted word is found; a quoted one is talked about, not used",
        arguments: [
            ("The feed is safe.", ["safe"]), ("This **proves intent**.", ["proves intent"]),
            ("unsafe, safer, fakery", []), ("Never write \"safe\" or `fake`.", []), ("It is “inauthentic”.", []),
            ("Proves\nintent", ["proves intent"]), ("\"safe, and fake\"", ["fake", "safe"]),
        ]
    )
    func planted(text: String, words: [String]) { #expect(Self.found(in: text).sorted() == words) }

    private static func found(in text: String) -> [String] {
        let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return forbidden.filter { word in
            plain.ranges(of: word).contains { range in
                let before = plain[..<range.lowerBound].last
                let after = plain[range.upperBound...].first
                if let before, let after, ["\"\"", "``", "“”"].contains("\(before)\(after)") { return false }
                return before?.isLetter != true && after?.isLetter != true
            }
        }
    }
}
