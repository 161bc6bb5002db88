// SPDX-License-Identifier: Apache-2.0
import Foundation
import Instrument
import Recipes
import TestSupport
import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import Examination

@Suite("Files that an examination is given")
struct InputFileTests {
    private func failure(_ body: () throws -> Void) -> InputError? {
        do {
            try body()
            return nil
        } catch { return error as? InputError }
    }

    @Test("a recipe that is not there, and a folder in its place, are told apart")
    func missing() throws {
        let folder = try TemporaryFolder()
        let none = failure { _ = try RecipeFile(folder.path + "/none.yaml") }
        #expect(
            none
                == InputError(
                    .missing,
                    "\(folder.path)/none.yaml: there is no such file; a recipe in YAML was expected"
                )
        )
        let place = failure { _ = try RecipeFile(folder.path) }
        #expect(place == InputError(.bad, "\(folder.path): is a folder; a recipe in YAML was expected"))
        let rules = failure { _ = try RuleBookFiles(path: folder.path + "/none.md") }
        #expect(rules?.kind == .missing)
        #expect(rules?.description.hasSuffix("there is no such file; a rule-book in Markdown was expected") == true)
        #expect(failure { _ = try RuleBookFiles(path: "") }?.kind == .missing)
    }

    @Test("what is no file is not read")
    func noFile() {
        #expect(failure { _ = try RecipeFile("/dev/zero") } == InputError(.missing, "/dev/zero: is not a regular file"))
    }

    @Test("bytes that are not UTF-8 are refused, and a byte-order mark is not")
    func encoding() throws {
        let folder = try TemporaryFolder()
        let text = SmallTown.recipe(SmallTown.mean)
        for (name, bytes) in [
            ("latin.yaml", Data("title: caf".utf8) + [0xE9]), ("utf16.yaml", Data([0xFF, 0xFE, 0x72, 0x00])),
            ("cut.yaml", Data("title: caf".utf8) + [0xC3]), ("surrogate.yaml", Data([0xED, 0xA0, 0x80])),
        ] {
            try folder.write(bytes, as: name)
            #expect(
                failure { _ = try RecipeFile(folder.path + "/" + name) }
                    == InputError(.bad, "\(folder.path)/\(name): is not UTF-8; a recipe in YAML was expected")
            )
        }
        try folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), as: "mark.yaml")
        #expect(try RecipeFile(folder.path + "/mark.yaml").recipe.id == "small-town")
    }

    @Test("a file that is no text people write is refused before it is read")
    func size() throws {
        let folder = try TemporaryFolder(["large.yaml": ""])
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/large.yaml"))
        try handle.truncate(atOffset: 64 << 20 + 1)
        try handle.close()
        #expect(
            failure { _ = try RecipeFile(folder.path + "/large.yaml") }
                == InputError(.bad, "\(folder.path)/large.yaml: is larger than 64 MiB; a recipe in YAML was expected")
        )
        #expect(failure { _ = try RuleBookFiles(path: folder.path + "/large.yaml") }?.kind == .bad)
    }

    @Test("every problem of a text is a line of the error")
    func problems() throws {
        let folder = try TemporaryFolder([
            "recipe.yaml": "recipe: r\ncolour: blue\n",
            "charter.md": "```instrument\ntitle: C\nversion: 1\nconfidence: 2\n```\n",
            "empty.yaml": "",
        ])
        let recipe = try #require(failure { _ = try folder.recipe() })
        #expect(recipe.kind == .bad)
        #expect(recipe.description.split(separator: "\n").count == 1)
        #expect(recipe.description.hasPrefix("\(folder.path)/recipe.yaml:2: there is no field \"colour\" here"))
        let rules = try #require(failure { _ = try folder.instrument() })
        #expect(
            rules.description.split(separator: "\n").map { $0.replacing(folder.path, with: "F") } == [
                "F/charter.md:4: confidence must be from 0.5 to below 1"
            ]
        )
        #expect(failure { _ = try RecipeFile(folder.path + "/empty.yaml") }?.kind == .bad)
    }

    @Test("the list of digests lies beside the recipe, and a recipe without it is refused")
    func digests() throws {
        let recipe = SmallTown.recipe(SmallTown.mean).replacing(
            "tables:\n",
            with: "checksums: sums/list.sha256\ntables:\n"
        )
        let digest = String(repeating: "ab", count: 32)
        let folder = try TemporaryFolder(["recipe.yaml": recipe, "sums/list.sha256": "\(digest)  shown.csv\n"])
        #expect(try folder.recipe().recipe.digests == ["shown.csv": digest])
        let without = try TemporaryFolder(["recipe.yaml": recipe])
        #expect(
            failure { _ = try without.recipe() }?.description
                == "\(without.path)/recipe.yaml:2: the list of digests \"sums/list.sha256\" cannot be read beside the recipe"
        )
    }

    @Test("the first data folder of the recipe that is there is taken, seen from where the recipe lies")
    func dataFolder() throws {
        let recipe = SmallTown.recipe(SmallTown.mean)
        let folder = try TemporaryFolder([
            "recipe.yaml": recipe, "two/shown.csv": "", "three/shown.csv": "", "file": "",
            "named.yaml": recipe.replacing("tables:\n", with: "data: [one, file, two, three]\ntables:\n"),
        ])
        #expect(try folder.recipe().folder == folder.path)
        #expect(try folder.recipe().dataFolder(nil) == folder.path)
        let named = try RecipeFile(folder.path + "/named.yaml")
        #expect(try named.dataFolder(nil) == folder.path + "/two")
        #expect(try named.dataFolder(folder.path + "/three") == folder.path + "/three")
        let absolute = recipe.replacing("tables:\n", with: "data: \(folder.path)/three\ntables:\n")
        try folder.write(Data(absolute.utf8), as: "absolute.yaml")
        #expect(try RecipeFile(folder.path + "/absolute.yaml").dataFolder(nil) == folder.path + "/three")
    }

    @Test("a data folder that is nowhere is an error with all that were tried")
    func noDataFolder() throws {
        let text = SmallTown.recipe(SmallTown.mean).replacing(
            "tables:\n",
            with: "data: [one, ../two, /none/three]\ntables:\n"
        )
        let folder = try TemporaryFolder(["recipe.yaml": text, "file": ""])
        let place = folder.path
        #expect(
            failure { _ = try folder.recipe().dataFolder(nil) }
                == InputError(
                    .missing,
                    "\(place)/recipe.yaml: none of the data folders it names is there (tried \(place)/one, \(place)/../two, "
                        + "/none/three); name the folder with --data FOLDER"
                )
        )
        for given in [place + "/none", place + "/file", ""] {
            #expect(
                failure { _ = try folder.recipe().dataFolder(given) }
                    == InputError(
                        .missing,
                        "\(given): there is no such folder; --data names the folder of the recording's files"
                    )
            )
        }
    }

    @Test("the folder of a path is what stands before its last slash")
    func folders() {
        #expect(InputFile.folder(of: "a/b/c.yaml") == "a/b" && InputFile.folder(of: "c.yaml") == ".")
        #expect(InputFile.folder(of: "/c.yaml") == "/" && InputFile.folder(of: "./c.yaml") == ".")
    }

    @Test("the rule-book and the recipe of the example are in order")
    func example() throws {
        let root =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Examples/town-square"
        let book = try RuleBookFiles(path: root + "/charter.md").ruleBook
        let rules = RulesInForce(Edition(book, asOf: book.date))
        let clauses = rules.clauses.map(\.clause)
        #expect(rules.head.title == "Town square charter" && clauses.map(\.id) == ["ev-3", "ev-4", "pl-1", "pl-2"])
        #expect(clauses.map(\.isSymmetric) == [true, false, true, false])
        let recipe = try RecipeFile(root + "/recipe.yaml")
        #expect(recipe.recipe.analyses.map(\.measure) == clauses.map(\.measure))
        #expect(
            throws: Never.self
        ) {
            try ExaminationRun(recipe.recipe, rules: rules, inference: TemporaryFolder.inference, tool: "test")
        }
    }
}
