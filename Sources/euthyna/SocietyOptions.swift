// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Rankers
internal import Society

/// The society in which a ranker is run.
struct SocietyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A society in YAML; euthyna society --settings prints one with all defaults.",
            valueName: "path"
        ),
        completion: .file()
    )
    var society: String?

    @Option(help: ArgumentHelp("People in a world (default: 300, or what the society says).", valueName: "number"))
    var people: Int?

    @Option(help: ArgumentHelp("Days that a run lasts (default: 10, or what the society says).", valueName: "number"))
    var days: Int?

    @Option(help: ArgumentHelp("Most worlds to run, at least 8 (default: 16).", valueName: "number"))
    var worlds: Int?

    /// Whether somebody asked for anything about a society.
    var areUsed: Bool { society != nil || people != nil || days != nil || worlds != nil }

    func validate() throws {
        if let worlds, !(Simulation.leastWorlds...100_000).contains(worlds) {
            throw ValidationError(
                "--worlds must be from \(Simulation.leastWorlds) to 100000, not \(worlds): of fewer worlds no interval can be stated"
            )
        }
        try OptionRange.check([("people", people, 20...4_000_000), ("days", days, 1...10_000)])
    }

    /// The settings, with what the options change.
    func settings() throws -> SocietySettings {
        var settings = try Self.file(society) ?? SocietySettings()
        if let people { settings.people = people }
        if let days { settings.steps = days * settings.slotsPerDay }
        return try settings.checked()
    }

    /// The society of a file, where one is named.
    static func file(_ path: String?) throws -> SocietySettings? { try path.map { try SocietyFile.settings(at: $0) } }

    /// A ranker by its name.
    static func ranker(_ name: String, seed: UInt64) throws -> any Ranker {
        do throws(UnknownRanker) {
            return try RankerCatalogue.make(name, seed: seed)
        } catch {
            throw UsageError(error.description)
        }
    }
}

extension SocietySettings {
    /// The settings, where nothing in them contradicts anything else.
    func checked() throws -> SocietySettings {
        if let contradiction = contradictions.first { throw UsageError(contradiction) }
        return self
    }
}
