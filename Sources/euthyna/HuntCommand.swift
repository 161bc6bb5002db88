// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument
internal import Rankers
internal import Reporting
internal import Society

struct HuntCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hunt",
        abstract: "Looks for the person for whom a clause fails worst, and tells their story.",
        discussion: """
            Simulated people are made up and put into small worlds, where they only read; those for whom the clause fails worst are \
            changed and kept; the worst one is simplified until nothing can be left out; what remains is held against worlds that \
            were set aside for that. A mean over many people can hide one for whom it fails.

            Prints the story and writes a folder: hunt.html, hunt.json, and persona.json with what it takes to meet them again. The \
            path of the page is the last line. It describes a ranker in a model world, and no person.

            Examples:
              euthyna hunt x-2026 --clause pl-1
              euthyna hunt reddit-hot --clause pl-1 --personas 32 --worlds 16
              euthyna hunt engagement --clause mn-3 --against random \\
                  --personas 32 --worlds 16

            Ends with 1 where the clause fails for somebody, 2 where that was not confirmed, 0 where nobody was found.
            """
    )

    @Argument(
        help: ArgumentHelp("A ranker by its name.", valueName: "ranker"),
        completion: .list(RankerCatalogue.names)
    )
    var ranker: String

    @Option(help: ArgumentHelp("The clause that has to hold for everybody: pl-1.", valueName: "id"))
    var clause: String

    @Option(
        help: ArgumentHelp(
            "The rule-book, a folder of articles in Markdown or one file (default: Instrument, where there is one).",
            valueName: "path"
        ),
        completion: .file()
    )
    var instrument: String?

    @Option(help: ArgumentHelp("The day whose values hold (default: that of the text).", valueName: "day"))
    var asOf: Day?

    @Option(
        help: ArgumentHelp("The ranker it is compared with.", valueName: "ranker"),
        completion: .list(RankerCatalogue.names)
    )
    var against = "chronological"

    @OptionGroup(title: "The search") var options: HuntOptions

    @Option(
        help: ArgumentHelp(
            "Where the report goes (default: examinations/hunt-, the ranker and the clause).",
            valueName: "folder"
        ),
        completion: .directory
    )
    var out: String?

    func run() async throws {
        let job = HuntJob(
            subject: ranker,
            reference: against,
            clause: clause,
            instrument: instrument,
            day: asOf,
            options: options
        )
        let record = try await job.record()
        let folder = out ?? "examinations/" + ReportFolder.name(for: "hunt-\(ranker)-\(clause)")
        let page = try HuntFolder.write(record, to: folder)
        try Terminal.say(HuntText(record, isColoured: Terminal.isColoured).text + "\n\(page)\n")
        throw ExitCode(record.exitCode)
    }
}
