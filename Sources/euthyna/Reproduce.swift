// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Recipes
internal import Reporting

struct Reproduce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recomputes the figures of a publication from its data.",
        discussion: """
            Prints cell by cell: published, recomputed, difference, whether they agree, our own estimate with its interval, and the \
            same under other defensible choices.

            Examples:
              euthyna reproduce Examples/shapes/weekly-counts/recipe.yaml
              euthyna reproduce Examples/shapes/*/recipe.yaml --out reproductions
              euthyna reproduce Recipes/apple-news.yaml --data ~/apple-news

            The data of published audits stay with their publishers: docs/published-audits.md says where to get them.

            Ends with 0 where every cell is as the recipe expects (a difference it explains is no failure), else with 1.
            """
    )

    @Argument(
        help: ArgumentHelp("Recipes with published figures.", valueName: "recipe"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var recipes: [String]

    @Option(
        help: ArgumentHelp("Where the data of the one recipe lie (default: where it says).", valueName: "folder"),
        completion: .directory
    )
    var data: String?

    @Option(
        help: ArgumentHelp("Writes the report of each recipe into a folder below this one.", valueName: "folder"),
        completion: .directory
    )
    var out: String?

    @OptionGroup var inference: InferenceOptions

    func validate() throws {
        if data != nil, recipes.count > 1 {
            throw ValidationError("--data names the data of one recipe; give the recipes one at a time")
        }
    }

    func run() async throws {
        var cells: [CellResult] = []
        for path in recipes {
            let file = try RecipeFile(path)
            guard !file.recipe.published.isEmpty || !file.recipe.publishedTables.isEmpty else {
                throw InputError(.bad, "\(path): states no published figures; use euthyna examine to measure it")
            }
            let job = ExaminationJob(
                recipe: file.recipe,
                folder: try file.dataFolder(data),
                rules: nil,
                options: inference
            )
            let record = try await job.record()
            cells += record.cells
            if path != recipes.first { try Terminal.say("\n") }
            try Terminal.say(ReproductionSummary(record, isColoured: Terminal.isColoured).text)
            guard let out else { continue }
            let report = try ReportFolder.write(record, to: out + "/" + ReportFolder.name(for: record.recording.id))
            try Terminal.say("\(report)\n")
        }
        let counts = CellCounts(cells)
        if recipes.count > 1 { try Terminal.say("\nAll recipes: \(counts.line)\n") }
        if counts.unexpected > 0 { throw ExitCode(1) }
    }
}
