// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Foundation
internal import Rankers
internal import Reporting
internal import Society

struct ShowSociety: AsyncParsableCommand {
    enum Preset: String, CaseIterable, ExpressibleByArgument {
        case equalWork = "equal-work"
    }

    static let configuration = CommandConfiguration(
        commandName: "society",
        abstract: "Runs one world under one ranker, and says what it is like and how fast it ran.",
        discussion: """
            What it is like: people, silent readers, posts, sessions, how often people act beside how often they should, whom they \
            meet. How fast: items shown, each looked at or not and acted on or not, a second; largest memory.

            The preset equal-work leaves out what simulators of recommendation do not have, to compare speeds: a fixed inventory, \
            every item scored for everybody in every step, exactly ten shown and noticed, nobody moved.

            Examples:
              euthyna society
              euthyna society --ranker x-2026 --people 2000 --steps 8
              euthyna society --preset equal-work --people 1000 \\
                  --items 1000 --ranker popularity
              euthyna society --settings
            """
    )

    @Option(help: ArgumentHelp("People (default: 300, or what the society says).", valueName: "number"))
    var people: Int?

    @Option(
        help: ArgumentHelp("Steps, four a day as a rule (default: 40, or what the society says).", valueName: "number")
    )
    var steps: Int?

    @Option(
        help: ArgumentHelp(
            "Candidates a session; 0 takes every item of the window (default: 200).",
            valueName: "number"
        )
    )
    var candidates: Int?

    @Option(
        help: ArgumentHelp("What orders the feed; euthyna rankers lists them.", valueName: "name"),
        completion: .list(RankerCatalogue.names)
    )
    var ranker = "chronological"

    @Option(help: ArgumentHelp("A society in YAML.", valueName: "path"), completion: .file())
    var society: String?

    @Option(help: "A society for a purpose.")
    var preset: Preset?

    @Option(help: ArgumentHelp("Items of the preset equal-work.", valueName: "number"))
    var items = 1_000

    @Option(help: "Seed of all random numbers; the same seed gives the same society.")
    var seed: UInt64 = 1

    @Option(help: "Threads; never changes what happens (default: one a core).")
    var threads: Int?

    @Flag(help: "Prints the settings as a file instead, with what each is and where its default comes from.")
    var settings = false

    @Flag(help: "For programs.")
    var json = false

    func validate() throws {
        try OptionRange.check([
            ("people", people, 20...4_000_000), ("steps", steps, 1...100_000), ("candidates", candidates, 0...2_000),
            ("items", items, 1...4_000_000), ("threads", threads, 1...1_024),
        ])
        if preset != nil, society != nil || candidates != nil {
            throw ValidationError("--preset says all settings; --society and --candidates do not belong to it")
        }
    }

    func run() async throws {
        let chosen = try chosenSettings()
        if settings {
            try Terminal.say(SocietyFile.text(chosen))
            return
        }
        let order = try SocietyOptions.ranker(ranker, seed: seed)
        let world = World(chosen, seed: seed, number: 0)
        let habits = await Habits(fittedTo: chosen, seed: seed)
        let before = ProcessUsage.now
        let run = await SpeedRun(
            order,
            in: world,
            acting: habits,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount
        )
        let usage = ProcessUsage.now.since(before)
        let text = SocietyText(
            world,
            ranker: ranker,
            run,
            processorSeconds: usage.processorSeconds,
            peakBytes: usage.peakBytes
        )
        try Terminal.say(json ? text.json : text.table)
    }

    private func chosenSettings() throws -> SocietySettings {
        var chosen = try SocietyOptions.file(society) ?? SocietySettings()
        if preset == .equalWork { chosen = .equalWork(people: people ?? 1_000, items: items, steps: steps ?? 10) }
        if let people { chosen.people = people }
        if let steps { chosen.steps = steps }
        if let candidates {
            chosen.candidates = candidates
            chosen.inNetworkCandidates = min(chosen.inNetworkCandidates, candidates)
        }
        return try chosen.checked()
    }
}
