// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument

/// Which rule-book, on which day, with whose positions.
struct EditionOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The rule-book: a folder of articles in Markdown, or one file.", valueName: "rule-book"),
        completion: .file()
    )
    var instrument: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Positions of signatories: files in YAML or JSON, or folders of them.", valueName: "path"),
        completion: .file()
    )
    var positions: [String] = []

    @Option(help: ArgumentHelp("The day whose values hold (default: that of the text).", valueName: "day"))
    var asOf: Day?

    /// The rule-book with the positions that were named.
    func edition() throws -> Edition { try RuleBookFiles(path: instrument).edition(positions, asOf: asOf) }

    /// The same where a question cannot be answered without positions.
    func derived() throws -> (edition: Edition, derivation: Derivation) {
        try derived(from: RuleBookFiles(path: instrument))
    }

    /// The same from a rule-book that was read already.
    func derived(from files: RuleBookFiles) throws -> (edition: Edition, derivation: Derivation) {
        let edition = try files.edition(positions, asOf: asOf)
        guard let derivation = edition.derivation else {
            throw UsageError("name the positions of the signatories with --positions")
        }
        return (edition, derivation)
    }
}
