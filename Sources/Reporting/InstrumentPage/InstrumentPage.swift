// SPDX-License-Identifier: Apache-2.0
internal import Examination
public import Instrument

/// A rule-book as one page for everybody: every article with its duty, its values and cases, and what signatories made of it.
///
/// One file without scripts and without anything from elsewhere, for a screen of any width and for paper.
public struct InstrumentPage: Sendable {
    let edition: Edition
    let tool: String
    /// The articles by chapter, in the order of the text.
    let chapters: [Chapter]
    /// Where words in code lead: the ids of articles, exceptions, measures and laws.
    let places: [String: String]
    /// What leaving would change, signatory by signatory.
    let spoilers: [Spoiler]
    let treaty: Treaty.State?

    /// Articles below one heading.
    struct Chapter: Sendable {
        /// Its place in the page.
        let id: String
        let title: String
        let entries: [Edition.Entry]

        /// How many of its clauses are agreed on.
        var agreed: Int { entries.count(where: \.isInForce) }
    }

    /// The page of an edition.
    ///
    /// - Parameters:
    ///   - edition: The rule-book on a day, with the positions of signatories or without.
    ///   - tool: The program that writes it, with its version.
    public init(_ edition: Edition, tool: String) {
        self.edition = edition
        self.tool = tool
        var groups: [(title: String, entries: [Edition.Entry])] = []
        for entry in edition.entries {
            if groups.last?.title != entry.article.chapter { groups.append((entry.article.chapter, [])) }
            groups[groups.count - 1].entries.append(entry)
        }
        chapters = groups.enumerated().map { index, group in
            Chapter(
                id: Self.id("chapter", index),
                title: group.title.isEmpty ? "Articles" : group.title,
                entries: group.entries
            )
        }
        places = Self.places(edition)
        spoilers = edition.derivation?.spoilers ?? []
        treaty = edition.derivation.map {
            Treaty($0.vocabulary, $0.positions, entry: edition.ruleBook.head.entry).state(asOf: edition.day)
        }
    }

    /// An id that no article can have: theirs hold no colon.
    static func id(_ kind: StaticString, _ index: Int) -> String { "\(kind):\(index + 1)" }

    private static func places(_ edition: Edition) -> [String: String] {
        var places: [String: String] = [:]
        for (index, law) in edition.ruleBook.laws.enumerated() { places[law.key] = "#" + id("law", index) }
        for (index, term) in measures(edition).enumerated() { places[term.name] = "#" + id("measure", index) }
        for entry in edition.entries {
            for exception in entry.article.exceptions { places[exception.id] = "#" + exception.id }
            places[entry.clause.id] = "#" + entry.clause.id
        }
        return places
    }

    /// HTML in UTF-8.
    public var text: String { "<!DOCTYPE html>\n" + page.text + "\n" }

    private var page: Markup {
        Markup("html", ["lang": "en"]) {
            PageHead.markup(title: "\(title) · \(edition.day)", tool: tool, style: StyleSheet.instrument)
            Markup("body") {
                header
                Markup("main") {
                    overview
                    reading
                    for chapter in chapters {
                        Markup("section", ["id": chapter.id]) {
                            Markup("h2") {
                                chapter.title
                                Markup("span", ["class": "count"]) { count(chapter) }
                            }
                            Prose.markup(prose(chapter.title), places: places)
                            for entry in chapter.entries { article(entry) }
                        }
                    }
                    vocabulary
                    method
                }
                Markup("footer") {
                    "Written by \(tool) from version \(edition.ruleBook.head.version) of the rule-book, as of \(edition.day.description)."
                }
            }
        }
    }

    private var title: String { edition.ruleBook.head.title }

    /// Names of signatories in the order of their columns.
    var signatories: [String] { edition.derivation?.positions.map(\.signatory) ?? [] }

    // MARK: Header

    private var header: Markup {
        Markup("header") {
            Markup("p", ["class": "over"]) {
                "Rule-book · version \(edition.ruleBook.head.version) · as of \(edition.day.description)"
            }
            Markup("h1") { title }
            Markup("p", ["class": "answer"]) { EditionAnswer.sentence(edition) }
            Markup("p") {
                Markup("b") {
                    edition.derivation == nil
                        ? "This is a proposal." : "This is a floor: what all accept, never an average."
                }
                " " + EditionAnswer.floor(edition)
            }
            Markup("nav", ["aria-label": "Contents"]) {
                Markup("ul", ["class": "contents"]) {
                    for chapter in chapters {
                        Markup("li") {
                            Markup("a", ["href": "#" + chapter.id]) { chapter.title }
                            Markup("span", ["class": "count"]) { count(chapter) }
                        }
                    }
                }
                Markup("ul") {
                    for (target, name) in contents {
                        Markup("li") { Markup("a", ["href": "#" + target]) { name } }
                    }
                }
            }
        }
    }

    /// What a chapter says before its first article.
    private func prose(_ title: String) -> [String] {
        edition.ruleBook.chapters.first { $0.title == title }?.prose ?? []
    }

    private func count(_ chapter: Chapter) -> String {
        edition.derivation == nil
            ? String(chapter.entries.count) : "\(chapter.agreed) of \(chapter.entries.count) agreed"
    }

    private var contents: [(target: String, name: String)] {
        var contents: [(target: String, name: String)] = []
        if edition.derivation != nil { contents = [("on:overview", "Overview"), ("on:signatories", "Signatories")] }
        return contents + [
            ("on:reading", "How to read this"), ("on:measures", "Measures"), ("on:laws", "Laws"),
            ("on:method", "Method"),
            ("on:reproduce", "Do it again"),
        ]
    }
}

/// What an edition holds, in a sentence or two.
enum EditionAnswer {
    static func sentence(_ edition: Edition) -> String {
        let count = edition.entries.count
        let clauses = count == 1 ? "1 clause" : "\(NumberStyle.count(count)) clauses"
        guard let derivation = edition.derivation else {
            return "\(clauses). The values are proposals; nobody has signed."
        }
        let agreed = edition.entries.count(where: \.isInForce)
        let all = signatories(derivation.positions.count)
        return
            "\(clauses); \(agreed == 0 ? "none" : NumberStyle.count(agreed)) \(agreed == 1 ? "is" : "are") agreed by \(all)."
    }

    private static func signatories(_ count: Int) -> String {
        switch count {
        case 0: "nobody: there is no signatory"
        case 1: "the only signatory"
        case 2: "both signatories"
        default: "all \(NumberStyle.count(count)) signatories"
        }
    }

    static func floor(_ edition: Edition) -> String {
        edition.derivation == nil
            ? "Once signatories have stated positions, each value is the weakest of theirs: a floor, what all accept, never an average. "
                + "Every signatory may ask for more at home, and every service may do better."
            : "Each value is the weakest that a signatory holds, and a clause that one of them does not accept is not in it. "
                + "Every signatory may ask for more at home, and every service may do better."
    }
}
