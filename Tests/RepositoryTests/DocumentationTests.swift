// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite("Documentation") struct DocumentationTests {
    @Test("every subcommand is documented")
    func subcommands() throws {
        let texts = try Repository.documentation.map { try Repository.text($0) }
        let commands = try Command.all()
        for command in commands {
            #expect(texts.contains { $0.contains("euthyna \(command)") }, "euthyna \(command) is documented nowhere")
        }
        #expect(commands.contains("examine") && commands.contains("measures"), "the commands were not found")
    }

    @Test("the reference of measures says of every measure what its card says, and of no other")
    func measures() throws {
        let cards = try MeasureText.all()
        let reference = Markdown(try Repository.text("docs/measures.md"))
        for card in cards {
            let section = reference.section(card.name)
            #expect(section != nil, "\(card.name) is missing: run Tools/measures_reference.py")
            for text in card.texts {
                #expect(
                    section?.contains(Self.escaped(text)) == true,
                    "\(card.name) lacks \"\(text)\": run Tools/measures_reference.py"
                )
            }
        }
        let families = ["voice", "encounter", "association", "exit", "autonomy", "integrity"]
        let unknown = reference.headings.dropFirst().filter { heading in
            !families.contains(heading.lowercased()) && !cards.contains { $0.name == heading }
        }
        #expect(unknown == [], "there are no such measures: run Tools/measures_reference.py")
        #expect(cards.count > 10, "the cards were not found")
    }

    @Test("every shipped recipe is listed in the README")
    func recipes() throws {
        let readme = try Repository.text("README.md")
        let recipes = Repository.paths(below: "Recipes/", ending: ".yaml")
        for recipe in recipes { #expect(readme.contains(recipe), "the README does not name \(recipe)") }
        #expect(!recipes.isEmpty, "the recipes were not found")
    }

    @Test("every relative link leads to a file that exists")
    func links() throws {
        for path in Repository.paths(ending: ".md") {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            for link in Markdown(try Repository.text(path)).links {
                guard let target = Self.file(link, from: folder) else { continue }
                #expect(Repository.exists(target), "\(path) links to \(link), which is not there")
            }
        }
    }

    @Test(
        "links are resolved as a reader would",
        arguments: [
            ("https://swift.org", "docs", nil), ("#words", "docs", nil), ("doc:Guide", "docs", nil),
            ("mailto:a@example.org", "", nil), ("measures.md#voice", "docs", "docs/measures.md"),
            ("../README.md", "docs", "README.md"), ("./a/../b.md", "", "b.md"),
        ] as [(String, String, String?)]
    )
    func resolving(link: String, folder: String, file: String?) { #expect(Self.file(link, from: folder) == file) }

    /// The file that a link leads to, or `nil` where it leads into its own text or out of the repository.
    private static func file(_ link: String, from folder: String) -> String? {
        let path = link.prefix { $0 != "#" }
        if path.isEmpty || path.contains(":") { return nil }
        var pieces = folder.split(separator: "/")
        for piece in path.split(separator: "/") where piece != "." {
            if piece == ".." { _ = pieces.popLast() } else { pieces.append(piece) }
        }
        return pieces.joined(separator: "/")
    }

    /// A text as it stands in the reference: signs of Markdown in front of a card's own are escaped.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            if "<>|*_".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
    }
}

/// The subcommands, read from the sources of the command.
private enum Command {
    static func all() throws -> [String] {
        try Repository.paths(below: "Sources/euthyna/", ending: ".swift").compactMap { path in
            let source = try Repository.text(path)
            guard source.contains("ParsableCommand {"), !source.contains("@main"),
                let configuration = SwiftExpression.firstCall(of: "CommandConfiguration", in: source)
            else { return nil }
            // Where nothing is said, the name of the type in lower case is the command.
            let type = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
            let name = configuration["commandName"]?.text ?? type.lowercased()
            // Those in a folder belong to the command of its name.
            return path.hasPrefix("Sources/euthyna/Instrument/") && name != "instrument" ? "instrument \(name)" : name
        }
    }
}

/// The cards of the measures, read from the sources.
struct MeasureText {
    let name: String
    /// What the reference has to say word by word.
    let texts: [String]

    static func all() throws -> [MeasureText] {
        try Repository.paths(below: "Sources/Measures/", ending: ".swift").compactMap { path in
            guard let card = SwiftExpression.firstCall(of: "MeasureCard", in: try Repository.text(path)),
                let name = card["name"]?.text
            else { return nil }
            let labels = ["version", "summary", "formula", "unit", "range", "denominator", "source"]
            return MeasureText(name: name, texts: labels.compactMap { card[$0]?.text })
        }
    }
}
