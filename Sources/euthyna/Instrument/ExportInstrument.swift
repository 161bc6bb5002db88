// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Instrument
internal import Reporting

struct ExportInstrument: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Writes the rule-book for other programs: OSCAL catalogue, profile and mapping, JSON and CSV, and the page.",
        discussion: """
            Examples:
              euthyna instrument export Instrument --out instrument-export
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(help: ArgumentHelp("Where it goes.", valueName: "folder"), completion: .directory)
    var out: String

    func run() throws {
        try Terminal.say("\(try InstrumentFolder.write(try options.edition(), tool: Euthyna.tool, to: out))\n")
    }
}
