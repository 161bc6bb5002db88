// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Instrument
internal import Reporting

struct Packages: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packages",
        abstract: "Lists the whole packages that so many signatories accept, for an assembly to vote on.",
        discussion: """
            Examples:
              euthyna instrument packages Instrument \\
                  --positions Examples/assembly/positions --at-least 5
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(help: ArgumentHelp("How many signatories have to accept a package.", valueName: "number"))
    var atLeast: Int

    func run() throws {
        let (_, derivation) = try options.derived()
        let packages: [Package]
        do throws(PackageError) {
            packages = try derivation.maximalPackages(atLeast: atLeast)
        } catch {
            throw UsageError(error.description)
        }
        try Terminal.say(DerivationText(derivation).packages(packages, atLeast: atLeast))
    }
}
