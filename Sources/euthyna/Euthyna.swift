// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// The command: its subcommands, and how it ends.
@main
struct Euthyna: AsyncParsableCommand {
    /// The program and its version, as records state it.
    static let version = "0.1.0"
    static let tool = "euthyna \(version)"

    static let configuration = CommandConfiguration(
        commandName: "euthyna",
        abstract: "Examines a ranking algorithm in a simulated society, or from a recording of what people were shown.",
        discussion: """
            Measures with honest intervals, verdicts against a rule-book, a report to hand to the other side.

            Examples:
              euthyna examine x-2026 --instrument Instrument
              euthyna diff x-2023 x-2026
              euthyna hunt x-2026 --clause pl-1
              euthyna examine --recording Examples/town-square/recipe.yaml \\
                  --instrument Examples/town-square/charter.md
              euthyna instrument show Instrument ev-3
              euthyna reproduce Examples/shapes/weekly-counts/recipe.yaml
              euthyna measures amplification

            Exit codes: 0 nothing is not met, 1 a clause is not met, 2 a clause could not be determined, 64 and above the \
            command itself failed (64 usage, 65 bad data or recipe, 66 input missing, 70 internal, 73 report not written).

            Completions for your shell: euthyna --generate-completion-script bash (or zsh, fish).
            """,
        version: "euthyna \(version)",
        subcommands: [
            Examine.self, Diff.self, HuntCommand.self, ShowSociety.self, ListRankers.self, InstrumentCommand.self,
            Reproduce.self, ListMeasures.self,
        ]
    )

    static func main() async {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            // Anything but a verdict ends at 64 or above: 1 and 2 are verdicts.
            exit(withError: ToolError.reported(error))
        }
    }
}
