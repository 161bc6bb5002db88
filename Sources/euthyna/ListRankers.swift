// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Rankers
internal import Reporting

struct ListRankers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rankers",
        abstract: "Lists every ranker that is built in, or shows one of them whole.",
        discussion: """
            References that everybody can check, and published formulas with the state of their source.

            Examples:
              euthyna rankers
              euthyna rankers x-2026
              euthyna rankers --format json
            """
    )

    @Argument(
        help: ArgumentHelp("A ranker.", valueName: "name"),
        completion: .list(RankerCatalogue.names)
    )
    var name: String?

    @Option(help: "For people or for programs.")
    var format = ListMeasures.Format.text

    func run() throws {
        var cards = RankerCatalogue.cards
        if let name { cards = [try SocietyOptions.ranker(name, seed: 0).card] }
        let text = RankerText(cards)
        switch format {
        case .json: try Terminal.say(text.json)
        case .text: try Terminal.say(name == nil ? text.list : text.whole)
        }
    }
}
