// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Foundation
internal import Society

/// How thoroughly a hunt looks, and in what society.
struct HuntOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A society in YAML, instead of the small one of a hunt.", valueName: "path"),
        completion: .file()
    )
    var society: String?

    @Option(help: ArgumentHelp("People in a world (default: 150, or what the society says).", valueName: "number"))
    var people: Int?

    @Option(
        help: ArgumentHelp(
            "Days of a world, the first two without personas (default: 5, or what the society says).",
            valueName: "number"
        )
    )
    var days: Int?

    @Option(help: ArgumentHelp("Personas to make up; changed ones come on top.", valueName: "number"))
    var personas = 256

    @Option(help: ArgumentHelp("Worlds set aside for the confirmation, at least 8.", valueName: "number"))
    var worlds = 64

    @Option(parsing: .unconditional, help: "Seed of all random numbers; the same seed gives the same bytes.")
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: "Threads; never changes what is found (default: one a core).")
    var threads: Int?

    @Flag(help: "No progress line.")
    var quiet = false

    func validate() throws {
        try OptionRange.check([
            ("people", people, 20...100_000), ("days", days, 3...1_000), ("personas", personas, 1...100_000),
            ("worlds", worlds, 8...1_000), ("threads", threads, 1...1_024),
        ])
    }

    /// The settings, with what the options change.
    func settings() throws -> HuntSettings {
        var settings = HuntSettings()
        if let stated = try SocietyOptions.file(society) { settings.society = stated }
        if let people { settings.society.people = people }
        if let days { settings.society.steps = days * settings.society.slotsPerDay }
        settings.warmUp = 2 * settings.society.slotsPerDay
        settings.personas = personas
        settings.confirmationWorlds = worlds
        settings.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        settings.society = try settings.society.checked()
        guard settings.society.steps > settings.warmUp else {
            throw UsageError(
                "a world of \(settings.society.steps) steps is over before a persona comes in: the first two days, "
                    + "\(settings.warmUp) steps, are without; ask for more --days"
            )
        }
        return settings
    }
}
