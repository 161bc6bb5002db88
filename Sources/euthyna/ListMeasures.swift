// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Measures
internal import Reporting

struct ListMeasures: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: "Lists every measure with its formula, or shows one of them whole.",
        discussion: """
            Examples:
              euthyna measures
              euthyna measures concentration
              euthyna measures --format json
            """
    )

    @Argument(
        help: ArgumentHelp("A measure.", valueName: "name"),
        completion: .list(MeasureCatalogue.all.map { $0.card.name })
    )
    var name: String?

    @Option(help: "For people or for programs.")
    var format = Format.text

    func run() throws {
        var cards = MeasureCatalogue.all.map { $0.card }
        if let name {
            guard let measure = MeasureCatalogue.named(name) else {
                let known = cards.map(\.name).joined(separator: ", ")
                throw ValidationError("there is no measure \"\(name)\"; there are \(known)")
            }
            cards = [measure.card]
        }
        let text = MeasureText(cards)
        switch format {
        case .json: try Terminal.say(text.json)
        case .text: try Terminal.say(name == nil ? text.list : text.cardTexts)
        }
    }
}
