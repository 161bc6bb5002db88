// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Recipes
internal import Reporting

struct Examine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures a recording and holds it against a rule-book.",
        discussion: """
            Prints a table and writes a folder: report.html, findings.json, junit.xml, and every table as CSV; with a rule-book \
            clauses.sarif and OSCAL, too. The path of the report is the last line.

            Examples:
              euthyna examine --recording Examples/town-square/recipe.yaml \\
                  --instrument Examples/town-square/charter.md
              euthyna examine --recording Examples/town-square/recipe.yaml \\
                  --instrument Instrument --monthly-users 3000000
              euthyna examine --recording Examples/town-square/recipe.yaml \\
                  --data Examples/town-square --seed 7
              euthyna examine --recording Examples/town-square/impressions.csv \\
                  Examples/town-square/authors.csv

            Ends with 1 where a clause is not met, else 2 where one could not be determined, else 0.
            """
    )

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "A recipe (.yaml), or data: CSV, JSON, JSON Lines, plain, .gz or .zip, or folders of them.",
            valueName: "path"
        ),
        completion: .file()
    )
    var recording: [String]

    @OptionGroup var rules: RuleOptions

    @Option(
        help: ArgumentHelp("Where the data of the recipe lie (default: where the recipe says).", valueName: "folder"),
        completion: .directory
    )
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Where the report goes (default: examinations/ and the recipe's name).",
            valueName: "folder"
        ),
        completion: .directory
    )
    var out: String?

    @OptionGroup var inference: InferenceOptions

    func validate() throws {
        let recipes = recording.count(where: RecordingSource.isRecipe)
        guard !recording.isEmpty else {
            throw ValidationError("--recording needs a path: a recipe (.yaml) or data files")
        }
        guard recipes == 0 || recording.count == 1 else {
            throw ValidationError(
                "--recording takes either one recipe or data files, not both; examine one recipe at a time"
            )
        }
        if recipes == 0, data != nil {
            throw ValidationError("--data belongs to a recipe; data files are named by --recording itself")
        }
        if rules.instrument != nil, inference.confidence != nil {
            throw ValidationError("--confidence cannot be chosen where a rule-book is given: it states its own")
        }
    }

    func run() async throws {
        // The rules first: they are read in no time, and a long recording is not read in vain.
        let rules = try rules.rules()
        let source = try await RecordingSource(recording, data: data)
        let job = ExaminationJob(recipe: source.recipe, folder: source.folder, rules: rules, options: inference)
        let record = try await job.record()
        let folder = out ?? "examinations/" + ReportFolder.name(for: record.recording.id)
        let report = try ReportFolder.write(record, to: folder, proposed: source.isProposed ? source.recipe.text : nil)
        if source.isProposed {
            for note in source.recipe.notes { try Terminal.say("assumed: \(Terminal.harmless(note))\n") }
            try Terminal.say(
                "the recipe that was assumed is \(folder)/recipe.yaml; change it and name it under --recording\n\n"
            )
        }
        try Terminal.say(ExaminationSummary(record, isColoured: Terminal.isColoured).text + "\n\(report)\n")
        throw ExitCode(record.exitCode)
    }
}
