// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Instrument
internal import Reporting

struct ProtocolBetween: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "Shows to what named signatories could bind themselves further.",
        discussion: """
            Examples:
              euthyna instrument protocol Instrument \\
                  --positions Examples/assembly/positions --between Northland Isles
            """
    )

    @OptionGroup var options: EditionOptions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Signatories.", valueName: "signatory"))
    var between: [String]

    func run() throws {
        let (_, derivation) = try options.derived()
        try Signatories.check(between, among: derivation.positions)
        let text = DerivationText(derivation, isColoured: Terminal.isColoured)
        try Terminal.say(text.protocol(derivation.protocol(between: Set(between))))
    }
}

/// Names that people type.
enum Signatories {
    /// - Throws: `ValidationError` with the names that exist, where one does not.
    static func check(_ names: [String], among positions: [Position]) throws {
        let known = positions.map(\.signatory)
        guard !names.isEmpty else {
            throw UsageError("name signatories; there are \(known.joined(separator: ", "))")
        }
        guard Set(names).count == names.count else { throw UsageError("a signatory is named twice") }
        for name in names where !known.contains(name) {
            throw UsageError("there is no signatory \"\(name)\"; there are \(known.joined(separator: ", "))")
        }
    }
}
