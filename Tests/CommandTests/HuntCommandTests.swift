// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestSupport
import Testing

@Suite struct HuntCommandTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let small = ["--people", "60", "--personas", "8", "--worlds", "8", "--quiet"]

    private static func command() throws -> Command {
        let command = try Command()
        try FileManager.default.createSymbolicLink(
            at: command.folder.appending(path: "Instrument"),
            withDestinationURL: root.appending(path: "Instrument")
        )
        return command
    }

    @Test("a small hunt ends soon, prints the page last, and gives the same bytes on one and on two threads")
    func small() throws {
        let command = try Self.command()
        defer { command.remove() }
        let order = ["hunt", "x-2026", "--clause", "pl-1"] + Self.small
        let one = try command.run(order + ["--threads", "1"])
        #expect((0...2).contains(one.code) && one.errors.isEmpty, "\(one.errors)")
        #expect(one.output.hasSuffix("\n\nexaminations/hunt-x-2026-pl-1/hunt.html\n"))
        let two = try command.run(order + ["--threads", "2", "--out", "other"])
        #expect(two.code == one.code)
        for file in ["hunt.json", "persona.json", "hunt.html"] {
            let bytes = try command.read("other/\(file)")
            #expect(try command.read("examinations/hunt-x-2026-pl-1/\(file)") == bytes, "\(file)")
        }
    }

    @Test(
        "what cannot be hunted ends with 64 and says what can",
        arguments: [
            (["x-2026", "--clause", "ev-4"], "ev-4 binds concentration, a figure over many people"),
            (["x-2026", "--clause", "zz-1"], "hunt works for pl-1, mn-1, mn-2, mn-3"),
            (["x-2025", "--clause", "pl-1"], "did you mean x-2023?"),
            (["x-2026", "--clause", "pl-1", "--against", "nobody"], "There is no ranker \"nobody\""),
            (["random", "--clause", "pl-1", "--against", "random"], "compared with itself"),
            (["x-2026"], "--clause"), (["x-2026", "--clause", "pl-1", "--worlds", "7"], "from 8 to 1000"),
            (["x-2026", "--clause", "pl-1", "--days", "2"], "from 3 to 1000"),
            (["x-2026", "--clause", "pl-1", "--personas", "0"], "from 1 to 100000"),
        ] as [([String], String)]
    )
    func refused(arguments: [String], words: String) throws {
        let command = try Self.command()
        defer { command.remove() }
        let result = try command.run(["hunt"] + arguments)
        #expect(result.code == 64 && result.errors.contains(words) && result.output.isEmpty, "\(result.errors)")
    }

    @Test("without a rule-book it says what to name; a named one is read")
    func ruleBook() throws {
        let command = try Command()
        defer { command.remove() }
        let none = try command.run(["hunt", "x-2026", "--clause", "pl-1"])
        #expect(none.code == 64 && none.errors.contains("name the rule-book with --instrument"))
        let missing = try command.run(["hunt", "x-2026", "--clause", "pl-1", "--instrument", "gone"])
        #expect(missing.code == 66 && missing.errors.contains("gone: there is no such file"))
    }
}
