// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct ShownCommandTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("an example of the help works as written in the folder of the repository")
    func examples() throws {
        let command = try Command()
        defer { command.remove() }
        try Self.link(to: command)
        var count = 0
        let delegates = [
            "show", "check", "derive", "what-if", "compare", "spoilers", "coverage", "packages", "protocol", "accede",
            "as-of", "export",
        ]
        let subcommands =
            [
                [], ["examine"], ["diff"], ["hunt"], ["society"], ["rankers"], ["reproduce"], ["measures"],
                ["instrument"],
            ] + delegates.map { ["instrument", $0] }
        for subcommand in subcommands {
            let help = try command.run(subcommand + ["--help"]).output
            // What the examples below the folder of recipes read stays with its publishers.
            for example in Self.examples(in: help) where !example.contains("Recipes/") {
                let words = try example.split(separator: " ").dropFirst().flatMap { try Self.expanded(String($0)) }
                let result = try command.run(words + Self.haste(words))
                #expect(result.code <= 2 && result.errors.isEmpty, "\(example): \(result.errors)")
                count += 1
            }
        }
        #expect(count >= 25, "the examples were not found")
    }

    @Test("the README shows what the demo prints")
    func readme() throws {
        let command = try Command()
        defer { command.remove() }
        try Self.link(to: command)
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        var blocks = 0
        for block in readme.components(separatedBy: "```\n$ euthyna ").dropFirst() {
            let shown = try #require(block.components(separatedBy: "\n```").first)
            var lines = shown.components(separatedBy: "\n")
            let result = try command.run(lines.removeFirst().split(separator: " ").map(String.init))
            // The README writes the narrow spaces before units as plain ones, and may leave lines out where it says so.
            let output = String(result.output.map { $0 == "\u{202F}" ? " " : $0 })
            if let place = lines.firstIndex(of: "…") {
                lines.remove(at: place)
                let printed = Set(output.components(separatedBy: "\n"))
                #expect(lines.allSatisfy(printed.contains), "\(lines.filter { !printed.contains($0) })")
            } else {
                #expect(output == lines.joined(separator: "\n") + "\n")
            }
            blocks += 1
        }
        #expect(blocks >= 3)
    }

    /// What makes an example quick and shows the same.
    private static func haste(_ words: [String]) -> [String] {
        let isSimulation = words[0] == "diff" || (words[0] == "examine" && !words.contains("--recording"))
        if isSimulation { return ["--people", "60", "--days", "3", "--worlds", "8"] }
        if words[0] == "hunt" { return ["--people", "60", "--personas", "4", "--worlds", "8"] }
        return ["examine", "reproduce"].contains(words[0]) ? ["--draws", "100"] : []
    }

    private static func link(to command: Command) throws {
        for folder in ["Examples", "Instrument"] {
            try FileManager.default.createSymbolicLink(
                at: command.folder.appending(path: folder),
                withDestinationURL: root.appending(path: folder)
            )
        }
    }

    /// The commands that a help shows, each on one line.
    private static func examples(in help: String) -> [String] {
        let lines = help.split(separator: "\\\n", omittingEmptySubsequences: false).joined()
        return lines.split(separator: "\n").filter { $0.hasPrefix("  euthyna ") }.map(String.init)
    }

    /// The paths that a word with one star stands for, as a shell finds them.
    private static func expanded(_ word: String) throws -> [String] {
        let ends = word.split(separator: "*", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return [word] }
        return try FileManager.default.contentsOfDirectory(atPath: root.appending(path: String(ends[0])).path)
            .sorted().map { ends[0] + $0 + ends[1] }
    }
}
