// SPDX-License-Identifier: Apache-2.0
import Examination
import Foundation
import Instrument
import TestSupport
import Testing

@Suite("Rule-books and positions on the disk")
struct RuleBookFilesTests {
    private static let score = "measure: rank-weighted-score, figure: score"
    private static let head = SmallTown.clauses()
    private static func article(_ id: String) -> String {
        String(SmallTown.clauses("id: \(id), \(score), atMost: 0.5").dropFirst(head.count))
    }

    private func failure(_ body: () throws -> Void) -> InputError? {
        do {
            try body()
            return nil
        } catch { return error as? InputError }
    }

    @Test("a folder is read in the order of the names of its files, README.md and all that is no Markdown left aside")
    func folder() throws {
        let folder = try TemporaryFolder([
            "10.md": Self.article("c"), "02.md": Self.article("b"), "01.md": Self.head + Self.article("a"),
            "README.md": "```clause\nnever closed", "notes.txt": "## Two {#a}", ".hidden.md": "```",
            "UPPER.MD": "Prose.",
        ])
        for path in [folder.path, folder.path + "/"] {
            let files = try RuleBookFiles(path: path)
            #expect(files.ruleBook.sources.map(\.name) == ["01.md", "02.md", "10.md", "UPPER.MD"])
            #expect(files.ruleBook.articles.map(\.clause.id) == ["a", "b", "c"])
            #expect(files.folder == path)
        }
        let one = try RuleBookFiles(path: folder.path + "/01.md")
        #expect(one.ruleBook.articles.map(\.clause.id) == ["a"] && one.folder == folder.path)
    }

    @Test("problems of all files stand in one error, each with the path that was given")
    func problems() throws {
        let folder = try TemporaryFolder([
            "1.md": Self.head + "## A duty {#a}\n\nIt is kept.\n", "2.md": "```clause\nmeasure: x\n```\n",
        ])
        for path in [folder.path, folder.path + "/"] {
            let error = try #require(failure { _ = try RuleBookFiles(path: path) })
            #expect(error.kind == .bad)
            #expect(
                error.description.split(separator: "\n").map { $0.replacing(folder.path, with: "F") } == [
                    "F/1.md:4: Article 1, A duty {#a}: the article has no block \"clause\"",
                    "F/2.md:1: a block \"clause\" belongs below the heading of an article, "
                        + "\"## Article 1 — Title {#xx-1}\"",
                ]
            )
        }
    }

    @Test("a folder without a rule-book, and a path that leads nowhere, are missing")
    func missing() throws {
        let folder = try TemporaryFolder(["README.md": Self.head])
        #expect(
            failure { _ = try RuleBookFiles(path: folder.path) }
                == InputError(
                    .missing,
                    "\(folder.path): holds no file; a rule-book, Markdown files (.md) were expected"
                )
        )
        #expect(
            failure { _ = try RuleBookFiles(path: folder.path + "/none") }
                == InputError(
                    .missing,
                    "\(folder.path)/none: there is no such file; a rule-book in Markdown was expected"
                )
        )
        let inside = try TemporaryFolder(["deep.md/a.md": Self.head])
        #expect(failure { _ = try RuleBookFiles(path: inside.path) }?.kind == .bad)
    }

    @Test("files that nobody writes by hand are refused before they are read", .tags(.hostile))
    func sizes() throws {
        func fill(_ folder: TemporaryFolder, _ name: String, _ bytes: UInt64) throws {
            try folder.write("", as: name)
            let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/" + name))
            try handle.truncate(atOffset: bytes)
            try handle.close()
        }
        let large = try TemporaryFolder()
        try fill(large, "a.md", 100_000_000)
        let clock = ContinuousClock()
        let start = clock.now
        #expect(
            failure { _ = try RuleBookFiles(path: large.path + "/a.md") }
                == InputError(
                    .bad,
                    "\(large.path)/a.md: is larger than 4 MiB; a rule-book in Markdown was expected"
                )
        )
        #expect(clock.now - start < .seconds(1))

        let many = try TemporaryFolder()
        for index in 1...9 { try fill(many, "\(index).md", 4 << 20) }
        #expect(
            failure { _ = try RuleBookFiles(path: many.path) }
                == InputError(.bad, "\(many.path)/9.md: these files hold more than 32 MiB altogether")
        )
    }

    @Test("a file that is not UTF-8 is named", .tags(.hostile))
    func encoding() throws {
        let folder = try TemporaryFolder(["1.md": Self.head + Self.article("a")])
        try folder.write([0x63, 0x61, 0x66, 0xE9], as: "2.md")
        #expect(
            failure { _ = try RuleBookFiles(path: folder.path) }
                == InputError(.bad, "\(folder.path)/2.md: is not UTF-8; a rule-book in Markdown was expected")
        )
    }

    // MARK: Positions

    /// With a core clause, one with a set, and one whose bound is a matter of confidence.
    private static let charter = SmallTown.clauses(
        "id: ac-1, measure: volume, figure: items, atMost: 100",
        "id: ev-3, measure: amplification, figure: spread, atMost: 1.25, parameters: {surfaces: [feed, search]}",
        "id: mn-1, measure: volume, figure: pages, atMost: 20, rule: e-value",
        head: ", core: ac"
    )

    private static func files(_ positions: [String: String]) throws -> (TemporaryFolder, RuleBookFiles) {
        let folder = try TemporaryFolder(["charter.md": charter])
        for (name, text) in positions { try folder.write(text, as: name) }
        return (folder, try RuleBookFiles(path: folder.path + "/charter.md"))
    }

    @Test("positions are read from folders and files, in YAML and in JSON, in the order they are named")
    func positions() throws {
        let (folder, files) = try Self.files([
            "p/b.yml": "signatory: B\nclauses: {ac-1: , ev-3: {bound: 1.4}}\n",
            "p/a.json": #"{"signatory": "A", "clauses": {"ev-3": {"surfaces": ["feed"]}}}"#,
            "p/README.md": "no position", "c.yaml": "signatory: C\n",
        ])
        let found = try files.positions([folder.path + "/c.yaml", folder.path + "/p"])
        #expect(found.positions.map(\.signatory) == ["C", "A", "B"])
        #expect(found.sources.map(\.name) == ["c.yaml", "a.json", "b.yml"])
        #expect(found.positions[0].terms.clauses.isEmpty)
        #expect(found.positions[1].terms["ev-3"]?[.surfaces] == .set(["feed"]))
        #expect(found.positions[1].terms["ev-3"]?[.bound] == .number(1.25))
        #expect(found.positions[2].terms["ev-3"]?[.bound] == .number(1.4))
        #expect(found.positions[2].terms["ac-1"]?[.bound] == .number(100))
    }

    @Test("every problem of every position is said at once, with path and line", .tags(.hostile))
    func badPositions() throws {
        let (folder, files) = try Self.files([
            "p/a.yaml": "signatory: A\n",
            "p/b.yaml": """
            signatory: B
            vocabulary: "9"
            clauses:
              ev-3: {bound: 1.3, volume: 3}
              zz-1: {}
              mn-1: {bound: 30}
            reservations:
              - {clause: ac-1}
            """,
            "p/c.json": #"{"signatory": "A", "clauses": {"ac-1": null}}"#, "p/d.yaml": "clauses: [",
        ])
        let error = try #require(failure { _ = try files.positions([folder.path + "/p"]) })
        #expect(error.kind == .bad)
        let lines = error.description.split(separator: "\n").map { $0.replacing(folder.path, with: "F") }
        #expect(
            lines.prefix(6) == [
                "F/p/b.yaml:2: the position is written for version 9 of the vocabulary; the rule-book is version 1",
                "F/p/b.yaml:4: ev-3: there is no field \"volume\" here; there are bound, tolerance, surfaces",
                "F/p/b.yaml:5: the rule-book has no clause \"zz-1\" in force; it has ac-1, ev-3, mn-1",
                "F/p/b.yaml:6: mn-1: the bound of an e-value is a matter of confidence and not negotiated",
                "F/p/b.yaml:8: ac-1 is a core clause: it cannot be reserved",
                "F/p/c.json:1: the position of \"A\" is in F/p/a.yaml, too; one file a signatory",
            ]
        )
        #expect(lines.count > 6 && lines[6].hasPrefix("F/p/d.yaml:"))
    }

    @Test("a folder without positions is missing, and a position is a text people write", .tags(.hostile))
    func noPositions() throws {
        let (folder, files) = try Self.files(["p/readme.txt": "", "q.yaml": ""])
        #expect(
            failure { _ = try files.positions([folder.path + "/p"]) }
                == InputError(.missing, "\(folder.path)/p: holds no file; positions (.yaml, .json) were expected")
        )
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/q.yaml"))
        try handle.truncate(atOffset: 4 << 20 + 1)
        try handle.close()
        #expect(
            failure { _ = try files.positions([folder.path + "/q.yaml"]) }
                == InputError(
                    .bad,
                    "\(folder.path)/q.yaml: is larger than 4 MiB; a position in YAML or JSON was expected"
                )
        )
    }

    @Test("what a position does not state is what the text proposes on the day")
    func asOf() throws {
        let dated = SmallTown.clauses(
            "id: a, \(Self.score), atMost: [{from: 2026-01-01, value: 0.6}, {from: 2028-01-01, value: 0.4}]"
        )
        let folder = try TemporaryFolder(["charter.md": dated, "p.yaml": "signatory: A\nclauses: {a: {}}\n"])
        let files = try RuleBookFiles(path: folder.path + "/charter.md")
        for (day, bound) in [("2026-11-01", 0.6), ("2028-01-01", 0.4)] {
            let found = try files.positions([folder.path + "/p.yaml"], asOf: Day(day))
            #expect(found.positions.first?.terms["a"]?[.bound] == .number(bound))
        }
        #expect(
            try files.positions([folder.path + "/p.yaml"]).positions.first?.terms["a"]?[.bound] == .number(0.6)
        )
    }
}
