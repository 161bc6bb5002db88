// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Instrument
internal import Reporting

struct Accede: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accede",
        abstract: "Says how a newcomer can join the instrument in force: whole, with reservations, or not.",
        discussion: """
            Joined is what is in force on the day of --as-of; where nothing is, what all positions have in common. It does not move for a \
            newcomer. Ends with 0 where it can join, with or without reservations, and with 1 where it cannot.

            Examples:
              euthyna instrument accede Instrument \\
                  --positions Examples/assembly/positions \\
                  --newcomer Examples/assembly/newcomer.yaml
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(help: ArgumentHelp("The position of the newcomer.", valueName: "file"), completion: .file())
    var newcomer: String

    func run() throws {
        let files = try RuleBookFiles(path: options.instrument)
        let (edition, derivation) = try options.derived(from: files)
        guard let position = try files.positions([newcomer], asOf: edition.day).positions.first else { return }
        if derivation.positions.contains(where: { $0.signatory == position.signatory }) {
            throw UsageError("\"\(position.signatory)\" is among the positions already")
        }
        // What is in force that day, or else what all positions have in common.
        let treaty = try files.treaty(options.positions)
        let accession: Accession
        if case .inForce(let since, let terms, _) = treaty.state(asOf: edition.day) {
            try Terminal.say("The instrument in force since \(since):\n")
            accession = treaty.vocabulary.accession(to: terms, of: position.terms)
        } else {
            try Terminal.say("Nothing is in force on \(edition.day); were all positions ratified as they are:\n")
            accession = derivation.vocabulary.accession(to: derivation.instrument, of: position.terms)
        }
        try Terminal.say(TreatyText.accession(accession, of: position.signatory))
        if case .refused = accession { throw ExitCode(1) }
    }
}
