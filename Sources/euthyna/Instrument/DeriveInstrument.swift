// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Instrument
internal import Reporting

struct DeriveInstrument: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "derive",
        abstract: "Derives the instrument: what all signatories accept, who binds it, what it would take to move.",
        discussion: """
            Examples:
              euthyna instrument derive Instrument \\
                  --positions Examples/assembly/positions
              euthyna instrument derive Instrument \\
                  --positions Examples/assembly/positions --out derived
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(
        help: ArgumentHelp(
            "Writes instrument.json, derivation.json, instrument.html and everything else there is into a folder.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var out: String?

    func run() throws {
        let (edition, derivation) = try options.derived()
        let text = DerivationText(derivation, isColoured: Terminal.isColoured)
        try Terminal.say(text.answer + "\n" + text.values)
        if let out { try Terminal.say("\n\(try InstrumentFolder.write(edition, tool: Euthyna.tool, to: out))\n") }
    }
}
