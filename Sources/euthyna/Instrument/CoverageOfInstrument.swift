// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Reporting

struct CoverageOfInstrument: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Shows how much of the rule-book is agreed on, and because of whom the rest is not.",
        discussion: """
            Examples:
              euthyna instrument coverage Instrument \\
                  --positions Examples/assembly/positions
            """
    )

    @OptionGroup var options: EditionOptions

    func run() throws {
        let (_, derivation) = try options.derived()
        try Terminal.say(DerivationText(derivation, isColoured: Terminal.isColoured).coverage)
    }
}
