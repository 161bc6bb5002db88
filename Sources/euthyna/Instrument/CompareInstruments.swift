// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument
internal import Reporting

struct CompareInstruments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract:
            "Says whether one instrument is stricter than another, looser, or neither, with every place where they differ.",
        discussion: """
            Both sides are rule-books, or texts in one vocabulary: positions and the instrument.json that derive wrote.

            Examples:
              euthyna instrument compare Instrument Examples/town-square/charter.md
              euthyna instrument compare Examples/assembly/positions/isles.yaml \\
                  Examples/assembly/positions/delta.yaml --vocabulary Instrument
            """
    )

    @Argument(help: ArgumentHelp("The one that is judged.", valueName: "first"), completion: .file())
    var first: String

    @Argument(help: ArgumentHelp("What it is compared with.", valueName: "second"), completion: .file())
    var second: String

    @Option(
        help: ArgumentHelp("The rule-book in whose vocabulary positions are written.", valueName: "rule-book"),
        completion: .file()
    )
    var vocabulary: String?

    @Option(help: ArgumentHelp("The day whose values hold (default: that of each text).", valueName: "day"))
    var asOf: Day?

    func run() throws {
        let comparison = try ComparedSides(first: first, second: second, vocabulary: vocabulary, asOf: asOf).comparison
        try Terminal.say(ComparisonText(comparison, first: first, second: second).text)
    }
}
