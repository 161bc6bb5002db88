// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite("Catalogues") struct CatalogueTests {
    @Test("every public type of a library stands in the topics of its catalogue")
    func topics() throws {
        let catalogues = Repository.paths(below: "Sources/", ending: ".md").filter { path in
            let pieces = path.split(separator: "/")
            return pieces.count == 4 && pieces[3] == pieces[1] + ".md"
        }
        for catalogue in catalogues {
            let room = catalogue.split(separator: "/")[1]
            let topics = try Repository.text(catalogue)
            for path in Repository.paths(below: "Sources/\(room)/", ending: ".swift") {
                for name in Self.publicNames(in: try Repository.text(path)) {
                    #expect(
                        topics.contains("- ``\(name)``") || topics.contains("- ``\(name)("),
                        "\(catalogue) does not list \(name)"
                    )
                }
            }
        }
        #expect(catalogues.count > 5, "the catalogues were not found")
    }

    @Test("public names are found at the top of a source only")
    func reading() {
        let source = """
            @safe public final class Bytes { public struct Inner {} }
            public func quantile(_ p: Double) -> Double { 0 }
            struct Hidden { public enum Kind {} }
            extension Bytes { public struct Other {} }
            public let limit = 3
            struct Last {}
            public protocol Seam {}
            """
        #expect(Self.publicNames(in: source) == ["Bytes", "quantile", "Seam"])
    }

    /// Types and functions that a source declares as public, those inside of others left out.
    private static func publicNames(in source: String) -> [String] {
        let kinds = ["struct", "enum", "class", "protocol", "actor", "func", "typealias"].map { SwiftToken.word($0) }
        var names: [String] = []
        var depth = 0
        var isPublic = false
        let tokens = SwiftToken.tokens(of: source)
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if token == .sign("{") { depth += 1 }
            if token == .sign("}") { (depth, isPublic) = (depth - 1, false) }
            guard depth == 0 else { continue }
            if token == .word("public") {
                isPublic = next != .word("import")
            } else if isPublic, kinds.contains(token), case .word(let name) = next {
                names.append(name)
                isPublic = false
            } else if ![.word("final"), .word("indirect")].contains(token) {
                isPublic = false
            }
        }
        return names
    }
}
