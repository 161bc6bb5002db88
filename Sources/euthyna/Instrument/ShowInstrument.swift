// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Instrument
internal import Reporting

struct ShowInstrument: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Lists the articles, or shows one of them whole; with --out as one page.",
        discussion: """
            Examples:
              euthyna instrument show Instrument
              euthyna instrument show Instrument ev-3 \\
                  --positions Examples/assembly/positions
              euthyna instrument show Instrument --out instrument-page
            """
    )

    @OptionGroup var options: EditionOptions

    @Argument(help: ArgumentHelp("One article, by its id.", valueName: "article"))
    var article: String?

    @Option(
        help: ArgumentHelp("Writes instrument.html and everything else there is into a folder.", valueName: "folder"),
        completion: .directory
    )
    var out: String?

    func run() throws {
        let edition = try options.edition()
        let text = InstrumentText(edition, isColoured: Terminal.isColoured)
        if let article {
            guard let whole = text.article(article) else {
                let known = edition.entries.map(\.clause.id).joined(separator: ", ")
                throw UsageError("there is no article \"\(article)\" in force; there are \(known)")
            }
            try Terminal.say(whole)
        } else {
            try Terminal.say(text.list)
        }
        if let out { try Terminal.say("\n\(try InstrumentFolder.write(edition, tool: Euthyna.tool, to: out))\n") }
    }
}
