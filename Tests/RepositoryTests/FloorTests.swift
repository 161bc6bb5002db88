// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite("The house") struct FloorTests {
    @Test("every room depends on rooms of lower floors only")
    func dependencies() throws {
        let manifest = try Manifest(try Repository.text("Package.swift"))
        #expect(House.violations(of: manifest) == [])
        #expect(manifest.targets.count > 10, "the manifest was not read whole")
    }

    @Test("every source imports rooms of lower floors only, and the rooms that only compute import no Foundation")
    func imports() throws {
        let sources = Repository.paths(below: "Sources/", ending: ".swift")
        for path in sources {
            let room = String(path.split(separator: "/")[1])
            #expect(House.violations(of: try Repository.text(path), in: room, called: path) == [])
        }
        #expect(sources.count > 100, "the sources were not found")
    }

    // MARK: The test itself

    @Test("dependencies are read however they are written")
    func reading() throws {
        let manifest = try Manifest(
            #"""
            // .target(name: "Commented", dependencies: ["Office"])
            let settings: [SwiftSetting] = [.enableUpcomingFeature("X")]
            let package = Package(
                name: "house", products: [.library(name: "Evidence", targets: ["Evidence"])],
                dependencies: [.package(url: "https://example.org/yams", from: "1.0.0")],
                targets: [
                    /* .target(name: "Hidden") /* nested */ */
                    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
                    .target(name: "Evidence", dependencies: ["CArchive"], swiftSettings: settings + [.unsafeFlags(["-O"])]),
                    .target(
                        name: "Recipes",
                        dependencies: [
                            .target(name: "Evidence", condition: .when(traits: ["A"])), .byName(name: "Yams"),
                            .product(name: "Crypto", package: "swift-crypto"),
                        ]),
                    .testTarget(name: "RecipesTests", dependencies: ["Recipes"]),
                ])
            """#
        )
        #expect(
            manifest.targets == [
                .init(name: "CArchive", kind: "systemLibrary"),
                .init(name: "Evidence", kind: "target", rooms: ["CArchive"]),
                .init(name: "Recipes", kind: "target", rooms: ["Evidence"], products: ["Yams", "Crypto"]),
                .init(name: "RecipesTests", kind: "testTarget", rooms: ["Recipes"]),
            ]
        )
        #expect(House.violations(of: manifest) == [])
    }

    @Test(
        "a planted dependency is found",
        arguments: [
            (
                #".target(name: "Measures", dependencies: ["Recipes"]), .target(name: "Recipes")"#,
                "Measures depends on Recipes, which is not on a lower floor"
            ),
            (
                #".target(name: "Evidence", dependencies: [.target(name: "Examination")]), .target(name: "Examination")"#,
                "Evidence depends on Examination, which is not on a lower floor"
            ),
            (
                #".target(name: "Statistics", dependencies: [.product(name: "Numerics", package: "swift-numerics")])"#,
                "Statistics depends on the package product Numerics; it may use none"
            ),
            (
                #".target(name: "Measures", dependencies: ["Algorithms"])"#,
                "Measures depends on the package product Algorithms; it may use none"
            ),
            (#".target(name: "Utilities")"#, "Utilities has no floor: enter it in House.floors"),
            (
                #".executableTarget(name: "euthyna", dependencies: ["Office"]), .target(name: "Office")"#,
                "euthyna depends on Office, which is not on a lower floor"
            ),
        ]
    )
    func plantedDependency(targets: String, violation: String) throws {
        let manifest = try Manifest("let package = Package(name: \"house\", targets: [\(targets)])")
        #expect(House.violations(of: manifest) == [violation])
    }

    @Test(
        "nothing hides behind a variable",
        arguments: [
            "Package(name: \"h\", targets: rooms)", "Package(name: \"h\", targets: [.target(name: \"A\")] + rooms)",
            "Package(name: \"h\", targets: [.target(name: \"A\", dependencies: shared)])",
            "Package(name: \"h\", targets: [.target(name: \"A\", dependencies: [evidence])])",
            "Package(name: \"h\", targets: [room])", "let house = 1",
            "let package = Package(name: \"h\", targets: [])\npackage.targets.append(room)",
        ]
    )
    func hidden(source: String) {
        #expect(throws: ManifestError.self) { try Manifest(source) }
    }

    @Test(
        "a planted import is found",
        arguments: [
            ("import Reporting", "Examination"), ("@testable import Examination", "Recipes"),
            ("public import struct Examination.Finding", "Measures"), ("internal import Recipes", "Instrument"),
            ("/* no */ package\n import\n Measures", "Evidence"), ("private import Foundation", "Statistics"),
            ("import FoundationEssentials", "Evidence"),
            ("internal import class Foundation.NSString", "Measures"),
        ]
    )
    func plantedImport(source: String, room: String) {
        #expect(House.violations(of: source, in: room, called: "Planted.swift").count == 1)
    }

    @Test("what is said in a comment or a text is no import")
    func noImport() {
        let source =
            "// import Office\nlet text = \"import Office\"\nlet raw = #\"\"\"\nimport Office\n\"\"\"#\nimport Glibc"
        #expect(House.imports(source) == ["Glibc"])
    }
}
