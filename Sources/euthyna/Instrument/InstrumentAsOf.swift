// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument
internal import Reporting

struct InstrumentAsOf: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "as-of",
        abstract: "Shows what is in force on a day, for whom, and between whom.",
        discussion: """
            Positions state when they were ratified, and when a party left. Founders are those who had ratified when the instrument came \
            into force; what they had in common that day is frozen.

            Examples:
              euthyna instrument as-of 2028-01-01 Instrument \\
                  --positions Examples/assembly/positions
              euthyna instrument as-of 2028-01-01 Instrument \\
                  --positions Examples/assembly/positions --between Northland Isles
            """
    )

    @Argument(help: ArgumentHelp("The day, written 2028-01-31.", valueName: "day"))
    var day: Day

    @OptionGroup var options: EditionOptions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Two parties.", valueName: "signatory"))
    var between: [String] = []

    func validate() throws {
        guard between.isEmpty || between.count == 2 else { throw ValidationError("--between takes two parties") }
        if options.asOf != nil { throw ValidationError("the day is the first argument; leave --as-of out") }
    }

    func run() throws {
        guard !options.positions.isEmpty else {
            throw UsageError("name the positions of the signatories with --positions")
        }
        let treaty = try RuleBookFiles(path: options.instrument).treaty(options.positions)
        guard between.count == 2 else {
            return try Terminal.say(TreatyText.state(treaty, asOf: day, isColoured: Terminal.isColoured))
        }
        try Signatories.check(between, among: treaty.ratified)
        guard case .inForce(_, let terms, _) = treaty.state(asOf: day) else {
            return try Terminal.say(TreatyText.state(treaty, asOf: day))
        }
        let owed = treaty.terms(between: between[0], and: between[1], asOf: day)
        try Terminal.say(TreatyText.between(between[0], between[1], owed, of: terms, in: treaty.vocabulary))
    }
}
