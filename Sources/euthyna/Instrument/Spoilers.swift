// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Reporting

struct Spoilers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spoilers",
        abstract: "Ranks signatories by what would be agreed on without them.",
        discussion: """
            Examples:
              euthyna instrument spoilers Instrument \\
                  --positions Examples/assembly/positions
            """
    )

    @OptionGroup var options: EditionOptions

    func run() throws {
        let (_, derivation) = try options.derived()
        try Terminal.say(DerivationText(derivation, isColoured: Terminal.isColoured).spoilers)
    }
}
