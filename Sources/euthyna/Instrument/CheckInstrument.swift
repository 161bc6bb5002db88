// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument
internal import Reporting

struct CheckInstrument: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a rule-book as strictly as an examination does, and decides its cases.",
        discussion: """
            Prints every problem at once, with file, line and article, and ends with 65 where there is one.

            Examples:
              euthyna instrument check Instrument
              euthyna instrument check Instrument \\
                  --positions Examples/assembly/positions
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(parsing: .unconditional, help: "Bootstrap draws for cases that are recordings, at least 100.")
    var draws = 1000

    func validate() throws {
        guard (100...1_000_000).contains(draws) else {
            throw ValidationError("--draws must be a whole number from 100 to 1000000, not \(draws)")
        }
    }

    func run() async throws {
        let files = try RuleBookFiles(path: options.instrument)
        let positions = options.positions.isEmpty ? nil : try files.positions(options.positions, asOf: options.asOf)
        try await files.checkRecordings(replicates: draws)
        try Terminal.say(InstrumentCheck.text(files.ruleBook, positions: positions?.positions.count))
    }
}
