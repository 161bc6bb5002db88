// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite struct SocietyCommandTests {
    private struct Answer: Decodable {
        var world: String
        var impressions: Int
        var noticed: Int
        var posts: Int
        var peakBytes: Int
        var impressionsPerSecond: Double
        var isClean: Bool
    }

    private func answer(_ command: Command, _ arguments: [String]) throws -> Answer {
        let result = try command.run(["society", "--json"] + arguments)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }

    @Test("the same seed is the same society, another one is another, and threads change nothing")
    func seeds() throws {
        let command = try Command()
        defer { command.remove() }
        let arguments = ["--people", "1500", "--steps", "3", "--candidates", "40"]
        let one = try answer(command, arguments + ["--threads", "1"])
        let two = try answer(command, arguments + ["--threads", "2"])
        let other = try answer(command, arguments + ["--seed", "2"])
        #expect(one.world == two.world && one.impressions == two.impressions && one.noticed == two.noticed)
        #expect(one.world != other.world && one.posts != other.posts)
        #expect(one.isClean && one.peakBytes > 1_000_000 && one.impressionsPerSecond > 0)
    }

    @Test("equal work shows everybody exactly ten items of the inventory in every step")
    func equalWork() throws {
        let command = try Command()
        defer { command.remove() }
        let run = try answer(command, ["--preset", "equal-work", "--people", "40", "--items", "70", "--steps", "3"])
        #expect(run.impressions == 40 * 3 * 10 && run.noticed == run.impressions && run.posts == 70)
    }

    @Test("settings that are printed are those that were asked for, and read back")
    func settings() throws {
        let command = try Command()
        defer { command.remove() }
        let printed = try command.run(["society", "--settings", "--people", "77", "--steps", "2"])
        try command.write(printed.output, to: "society.yaml")
        let read = try command.run(["society", "--settings", "--society", "society.yaml"])
        #expect(printed.code == 0 && printed.output == read.output && printed.output.contains("people: 77"))
    }

    @Test(
        "what cannot be is refused with what could",
        arguments: [
            ["--people", "3"], ["--ranker", "no-such"], ["--preset", "equal-work", "--candidates", "5"],
            ["--society", "nowhere.yaml"],
        ]
    )
    func refused(arguments: [String]) throws {
        let command = try Command()
        defer { command.remove() }
        let result = try command.run(["society"] + arguments)
        #expect(result.code >= 64 && result.output.isEmpty && !result.errors.isEmpty)
    }
}
