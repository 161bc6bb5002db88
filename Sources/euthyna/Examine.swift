// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument
internal import Rankers
internal import Recipes
internal import Reporting

struct Examine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Examines a ranker in a simulated society, or a recording, and holds it against a rule-book.",
        discussion: """
            A ranker is named (euthyna rankers lists them), run in worlds of simulated people beside its references on the same \
            draws, and measured by the difference. A recording is what a platform, a study or people kept.

            Prints a table and writes a folder: report.html, findings.json, junit.xml, and every table as CSV; with a rule-book \
            clauses.sarif and OSCAL, too. The path of the report is the last line.

            Examples:
              euthyna examine x-2026 --instrument Instrument
              euthyna examine reddit-hot --against chronological popularity \\
                  --people 200 --days 5 --worlds 8
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

    @Argument(
        help: ArgumentHelp("A ranker by its name.", valueName: "ranker"),
        completion: .list(RankerCatalogue.names)
    )
    var ranker: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "References (default: chronological random, and stated-preference where choices count).",
            valueName: "ranker"
        ),
        completion: .list(RankerCatalogue.names)
    )
    var against: [String] = []

    @OptionGroup(title: "A simulated society") var society: SocietyOptions

    @Option(
        help: ArgumentHelp(
            "Keep the simulated tables there, with a recipe that measures them again.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var evidence: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "A recipe (.yaml), or data: CSV, JSON, JSON Lines, plain, .gz or .zip, or folders of them.",
            valueName: "path"
        ),
        completion: .file()
    )
    var recording: [String] = []

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
        guard ranker != nil || !recording.isEmpty else {
            throw ValidationError(
                "name a ranker, such as: euthyna examine x-2026, or a recording: --recording with a recipe (.yaml) or data files"
            )
        }
        if let ranker {
            guard recording.isEmpty, data == nil else {
                throw ValidationError(
                    "\(ranker) is run in a simulated society; --recording and --data belong to a recording"
                )
            }
        } else if society.areUsed || !against.isEmpty || evidence != nil {
            throw ValidationError(
                "--against, --society, --people, --days, --worlds and --evidence belong to a ranker, which is named first"
            )
        }
        let recipes = recording.count(where: RecordingSource.isRecipe)
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
        if let ranker {
            try await examine(ranker, rules)
        } else {
            try await examineRecording(rules)
        }
    }

    private func examine(_ name: String, _ rules: RulesInForce?) async throws {
        let job = SimulationJob(
            subject: name,
            references: against,
            society: society,
            rules: rules,
            options: inference
        )
        let outcome = try await job.outcome()
        let folder = out ?? "examinations/" + ReportFolder.name(for: outcome.record.recording.id)
        let report = try ReportFolder.write(outcome.record, to: folder)
        if let evidence { try ReportFolder.write(evidence: outcome.tables, recipe: outcome.recipe, to: evidence) }
        try Terminal.say(ExaminationSummary(outcome.record, isColoured: Terminal.isColoured).text + "\n\(report)\n")
        throw ExitCode(outcome.record.exitCode)
    }

    private func examineRecording(_ rules: RulesInForce?) async throws {
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
