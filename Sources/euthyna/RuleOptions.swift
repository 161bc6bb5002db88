// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
internal import Examination
public import Instrument

extension Surface: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    /// Reads a day as people type it.
    public init?(argument: String) { self.init(argument) }
}

/// Which rules a recording is held against.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The rule-book: a folder of articles in Markdown, or one file.", valueName: "path"),
        completion: .file()
    )
    var instrument: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Positions of signatories: what they all accept takes the place of the values in the text.",
            valueName: "path"
        ),
        completion: .file()
    )
    var positions: [String] = []

    @Option(help: ArgumentHelp("The day whose values hold (default: that of the text).", valueName: "day"))
    var asOf: Day?

    @Option(help: ArgumentHelp("People who use the space in a month; some duties depend on it.", valueName: "number"))
    var monthlyUsers: Int?

    @Option(help: ArgumentHelp("Where it was ranked; some duties depend on it.", valueName: "place"))
    var surface: Surface?

    func validate() throws {
        if instrument == nil, !positions.isEmpty || asOf != nil || monthlyUsers != nil || surface != nil {
            throw ValidationError(
                "--positions, --as-of, --monthly-users and --surface belong to a rule-book; name it with --instrument"
            )
        }
        if let monthlyUsers, monthlyUsers < 0 {
            throw ValidationError("--monthly-users must be 0 or more, not \(monthlyUsers)")
        }
    }

    /// The rules, or `nil` where none were named.
    func rules() throws -> RulesInForce? {
        guard let instrument else { return nil }
        return RulesInForce(
            try RuleBookFiles(path: instrument).edition(positions, asOf: asOf),
            in: Circumstances(monthlyUsers: monthlyUsers, surface: surface)
        )
    }
}
