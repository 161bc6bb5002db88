// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// The rule-book: reading it, checking it, and what follows from the positions of signatories.
struct InstrumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument",
        abstract: "Reads a rule-book, checks it, and derives it from what signatories accept.",
        discussion: """
            A rule-book is a folder of articles in Markdown, or one file; Instrument/ is the one that is proposed. Positions are files in \
            YAML or JSON, one a signatory; Examples/assembly/positions/ has six invented ones.

            Examples:
              euthyna instrument show Instrument ev-3
              euthyna instrument check Instrument
              euthyna instrument derive Instrument \\
                  --positions Examples/assembly/positions
              euthyna instrument what-if Instrument \\
                  --positions Examples/assembly/positions --of Southmark ev-3.bound=1.25
            """,
        subcommands: [
            ShowInstrument.self, CheckInstrument.self, DeriveInstrument.self, WhatIf.self, CompareInstruments.self,
            Spoilers.self, CoverageOfInstrument.self, Packages.self, ProtocolBetween.self, Accede.self,
            InstrumentAsOf.self, ExportInstrument.self,
        ]
    )
}
