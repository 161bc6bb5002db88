// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Rankers
internal import Reporting

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells how two rankers, or two versions of one, differ in what they do.",
        discussion: """
            Both are run in the same worlds on the same draws. Measure by measure: the difference with its interval, and whether it \
            is the same within the margin, different, or undecided.

            Examples:
              euthyna diff x-2023 x-2026
              euthyna diff lemmy-hot lemmy-scaled --people 200 --days 5 --worlds 8

            Ends with 1 where something is different, else 2 where something is undecided, else 0.
            """
    )

    @Argument(help: ArgumentHelp("The ranker as it was.", valueName: "old"), completion: .list(RankerCatalogue.names))
    var old: String

    @Argument(
        help: ArgumentHelp("The ranker as it is to be.", valueName: "new"),
        completion: .list(RankerCatalogue.names)
    )
    var new: String

    @OptionGroup(title: "A simulated society") var society: SocietyOptions

    @Option(help: "Multiplies every margin within which two rankers count as the same.")
    var margin = 1.0

    @Option(
        help: ArgumentHelp("Where the report goes (default: examinations/ and the names).", valueName: "folder"),
        completion: .directory
    )
    var out: String?

    @OptionGroup var inference: InferenceOptions

    func validate() throws {
        guard margin > 0, margin <= 100 else { throw ValidationError("--margin must be above 0 and at most 100") }
    }

    func run() async throws {
        let job = SimulationJob(subject: new, references: [old], society: society, rules: nil, options: inference)
        var record = try await job.outcome().record
        record.compare(scale: margin)
        let report = try ReportFolder.write(
            record,
            to: out ?? "examinations/" + ReportFolder.name(for: "\(old)-to-\(new)")
        )
        try Terminal.say(DifferenceText(record, isColoured: Terminal.isColoured).text + "\n\(report)\n")
        throw ExitCode(DifferenceText.exitCode(record))
    }
}
