// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Instrument
internal import Notation
internal import Reporting

struct WhatIf: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Shows what the instrument would be if one signatory changed its position.",
        discussion: """
            Examples:
              euthyna instrument what-if Instrument \\
                  --positions Examples/assembly/positions --of Southmark \\
                  ev-3.bound=1.25 ev-3.tolerance=0.1
              euthyna instrument what-if Instrument \\
                  --positions Examples/assembly/positions --of Isles pl-1=proposed
              euthyna instrument what-if Instrument \\
                  --positions Examples/assembly/positions --of Isles --leaves
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(
        name: .customLong("of"),
        help: ArgumentHelp("Whose position changes; a new name joins.", valueName: "signatory")
    )
    var signatory: String

    @Argument(
        help: ArgumentHelp(
            "Changes: ev-3.bound=1.25, ad-1.fields=sponsor,payer, ev-3=none, ev-3=proposed.",
            valueName: "change"
        )
    )
    var changes: [String] = []

    @Flag(help: "The signatory is not there at all.")
    var leaves = false

    func validate() throws {
        guard leaves == changes.isEmpty else {
            throw ValidationError("name changes such as ev-3.bound=1.25, or say --leaves")
        }
    }

    func run() throws {
        let (edition, derivation) = try options.derived()
        let names = derivation.positions.map(\.signatory)
        if leaves || !changes.allSatisfy({ $0.hasSuffix("=proposed") }), !names.contains(signatory) {
            throw UsageError("there is no signatory \"\(signatory)\"; there are \(names.joined(separator: ", "))")
        }
        if !leaves, !names.contains(signatory) { try Terminal.say("\(signatory) is new here and joins the others.\n") }
        let other: Derivation
        if leaves {
            other = derivation.protocol(between: Set(names).subtracting([signatory]))
        } else {
            var changed = derivation.positions.first { $0.signatory == signatory }?.terms ?? Terms()
            for change in changes { try changed.apply(change: change, for: edition.ruleBook, asOf: edition.day) }
            other = derivation.whatIf(signatory) { $0 = changed }
        }
        try Terminal.say(DerivationText(derivation, isColoured: Terminal.isColoured).changes(to: other))
    }
}
