// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Rankers
internal import Society

/// `hunt.html`: the story of one persona, the pictures and the numbers behind it; one file without scripts and without anything from
/// elsewhere, for a screen of any width and for paper.
public struct HuntPage: Sendable {
    let record: HuntRecord
    let words: HuntWords

    /// The page of a record.
    public init(_ record: HuntRecord) {
        self.record = record
        words = HuntWords(record)
    }

    /// HTML in UTF-8.
    public var text: String { "<!DOCTYPE html>\n" + page.text + "\n" }

    var result: HuntResult { record.result }

    private var page: Markup {
        Markup("html", ["lang": "en"]) {
            PageHead.markup(
                title: "\(words.heading) · \(words.subject)",
                tool: record.tool,
                style: StyleSheet.hunt
            )
            Markup("body") {
                header
                Markup("main") {
                    if let story = result.story { picture(story) }
                    if let best = words.best { persona(best.persona) }
                    if let confirmed = result.confirmed { confirmation(confirmed) }
                    shrinking
                    sensitivity
                    method
                    again
                }
                Markup("footer") {
                    "Written by \(record.tool) from simulated worlds, seed \(String(result.seed)). It describes a ranker in a model world, and no person. "
                    "hunt.json holds every number unrounded."
                }
            }
        }
    }

    private var header: Markup {
        Markup("header") {
            Markup("p", ["class": "over"]) { "Search for the worst case in a simulated society" }
            Markup("h1") { words.heading }
            Markup("p", ["class": "contest"]) { words.contest }
            Markup("div", ["class": "story"]) {
                for paragraph in words.paragraphs { Markup("p") { whole(paragraph) } }
            }
            Markup("nav", ["aria-label": "Contents"]) {
                Markup("ul") {
                    for (target, name) in contents {
                        Markup("li") { Markup("a", ["href": "#\(target)"]) { name } }
                    }
                }
            }
        }
    }

    /// A paragraph in which short names with a hyphen are not broken.
    private func whole(_ paragraph: String) -> Markup {
        let names = [words.clause, words.subject, words.reference].filter { $0.contains("-") && $0.count <= 24 }
        var (markup, rest) = (Markup(), paragraph[...])
        while let range = names.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            markup +=
                Markup(String(rest[..<range.lowerBound])) + Markup("span", ["class": "id"]) { String(rest[range]) }
            rest = rest[range.upperBound...]
        }
        return markup + Markup(String(rest))
    }

    private var contents: [(target: String, name: String)] {
        var contents: [(target: String, name: String)] = []
        if result.story != nil { contents.append(("shown", "What was shown")) }
        if words.best != nil { contents.append(("persona", who)) }
        if result.confirmed != nil { contents.append(("worlds", "World by world")) }
        if !result.trace.isEmpty { contents.append(("shrinking", "What did not matter")) }
        if !result.sensitivity.isEmpty { contents.append(("sensitivity", "How easily people are moved")) }
        return contents + [("method", "How it was looked for"), ("reproduce", "Do it again")]
    }

    // MARK: What was shown

    private func picture(_ story: HuntStory) -> Markup {
        let mark = FeedPicture.Mark(result.property.kind)
        var rows = [
            FeedPicture.Row(title: words.subject, record: story.subject),
            FeedPicture.Row(title: "\(words.reference), the reference", record: story.reference),
        ]
        let isPlain = result.confirmed?.persona == Persona()
        if !isPlain {
            rows.insert(
                FeedPicture.Row(title: "\(words.subject), for the plainest person", record: story.plain),
                at: 1
            )
        }
        return Markup("section", ["id": "shown"]) {
            Markup("h2") { "What was shown" }
            Markup("p") {
                "The beginning of the feed in one world, in the order in which it was shown. The number in a square is its topic; circles and topics "
                "are numbers here, and nothing of what is said was read. "
                isPlain
                    ? ""
                    : "The plainest person has no history, no interest before others and no group but a circle; beside it one sees what the person adds. "
                "The world is the one in the middle: of those that confirmed it, half were worse for this person."
            }
            Markup("figure", ["class": "wide"]) {
                Markup("figcaption") {
                    key("rect", "item marked", mark.filled)
                    key("rect", "item", mark.empty)
                }
                FeedPicture(rows: rows, mark: mark).markup(id: "hunt-feeds", title: "What was shown, feed beside feed")
            }
        }
    }

    /// A sign with what it means.
    private func key(_ shape: String, _ style: String, _ meaning: String) -> Markup {
        Markup("span", ["class": "key"]) {
            Markup("svg", ["viewBox": "0 0 16 16", "aria-hidden": "true"]) {
                switch shape {
                case "rect":
                    Markup(
                        empty: "rect",
                        ["x": "1", "y": "1", "width": "14", "height": "14", "class": style]
                    )
                case "line": Markup(empty: "line", ["x1": "8", "y1": "1", "x2": "8", "y2": "15", "class": style])
                default: Markup(empty: "circle", ["cx": "8", "cy": "8", "r": "5.5", "class": style])
                }
            }
            meaning
        }
    }

    // MARK: Who it is

    private var who: String { result.outcome == .nothingFound ? "The worst of them" : "Who it is" }

    /// What others are shown because of a persona.
    private var effect: String {
        record.subject.learns || record.reference.learns
            ? "a ranker that learns sees what they do as it sees everybody\u{2019}s, and nothing else changes because of them"
            : "nobody else is shown anything else because of them"
    }

    private func persona(_ persona: Persona) -> Markup {
        let features = HuntWords.features(persona)
        return Markup("section", ["id": "persona"]) {
            Markup("h2") { who }
            if features.isEmpty {
                Markup("p") {
                    "The simplest person that can be made up: of circle 0 and no other group, interested in all topics alike, without an opinion, "
                    "moved as easily as most, following nobody, with nothing done before, opening the space once."
                }
            } else {
                Markup("p") { "Somebody like the simplest person that can be made up, but for:" }
                Markup("ul", ["class": "persona"]) {
                    for feature in features { Markup("li") { feature.words } }
                }
                Markup("p", ["class": "small muted"]) {
                    "The simplest person is of circle 0 and no other group, interested in all topics alike, without an opinion, moved as easily as most, "
                    "following nobody, with nothing done before, opening the space once."
                }
            }
            Markup("p", ["class": "small"]) {
                "They only read: they post nothing and change no counter; \(effect). As a program reads it: "
                Markup("code") { persona.text }
                "; with digests and seed: "
                Markup("a", ["href": "persona.json"]) { "persona.json" }
            }
        }
    }

    // MARK: World by world

    private func confirmation(_ confirmed: HuntCase) -> Markup {
        let figure = confirmed.figure
        let confidence = NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%").exact(result.settings.confidence)
        return Markup("section", ["id": "worlds"]) {
            Markup("h2") { "World by world" }
            Markup("p") {
                "\(SocietyWords.counted(figure.worlds, "world")) were set aside before the search began, and used for nothing else. In each, the same "
                "person meets both rankers with the same luck."
            }
            Markup("figure", ["class": "wide"]) {
                Markup("figcaption") {
                    "\(words.figureName), a line a world, the worst on top. "
                    key("circle", "dot", words.subject)
                    key("circle", "level", words.reference)
                    key(
                        "line",
                        "edge",
                        result.property.kind == .encounter
                            ? "the least that is tolerated in this world" : "the most that is tolerated in this world"
                    )
                }
                HuntChart(outcomes: result.outcomes, words: words, told: result.story?.world)
                    .markup(id: "hunt-worlds", title: "\(words.figureName), world by world")
            }
            Markup("dl", ["class": "pairs"]) {
                for (term, text) in [
                    ("Outcome", "\(result.outcome.symbol) \(result.outcome.words)"),
                    (words.subject, words.value(figure.subject)),
                    (words.reference, words.value(figure.reference)),
                    ("Tolerated", words.value(words.limit(figure.reference))),
                    ("Beyond it by", words.difference(figure.margin)),
                    ("At least", "\(words.difference(figure.lowerLimit)), the lower limit at \(confidence)"),
                    ("p", "\(NumberStyle.pValue(figure.p)), that it just holds"),
                    (
                        "Beyond it in",
                        "\(NumberStyle.count(result.outcomes.count { $0.margin > 0 })) of \(SocietyWords.counted(figure.worlds, "world"))"
                    ),
                ] {
                    Markup("dt") { term }
                    Markup("dd") { text }
                }
            }
            Markup("details") {
                Markup("summary") { "All worlds with their digests" }
                PageTable(
                    caption: "Worlds that were set aside.",
                    columns: [
                        ("World", .name), (words.subject, .number), (words.reference, .number), ("Beyond by", .number),
                        ("Digest", .words),
                    ],
                    rows: result.outcomes.map { outcome in
                        [
                            Markup(String(outcome.world)), Markup(words.value(outcome.subject)),
                            Markup(words.value(outcome.reference)), Markup(words.difference(outcome.margin)),
                            Markup("code") { outcome.hash },
                        ]
                    },
                    most: 1_000
                ).markup
            }
        }
    }

    // MARK: What did not matter

    private var shrinking: Markup? {
        guard let found = result.found, !result.trace.isEmpty else { return nil }
        let cases = [found] + result.trace
        let rows = cases.indices.map { index in
            let (figure, isFirst) = (cases[index].figure, index == 0)
            return [
                Markup(String(index)),
                Markup(
                    isFirst
                        ? worst(found.persona)
                        : HuntWords.leftOut(from: cases[index - 1].persona, to: cases[index].persona)
                ), Markup(words.value(figure.subject)), Markup(words.value(figure.reference)),
                Markup(words.difference(figure.lowerLimit)), Markup(NumberStyle.count(figure.worlds)),
            ]
        }
        return Markup("section", ["id": "shrinking"]) {
            Markup("h2") { "What did not matter" }
            Markup("p") {
                "The worst person of the search had much about them that had nothing to do with it. Step by step, things were left out; a step counts "
                "only if the clause still clearly fails, in worlds that nobody had looked at. The worst of many always looks worse than it is: the "
                "first line is chosen by its own numbers, the later ones are not."
            }
            Markup("div", ["class": "trace"]) {
                PageTable(
                    caption: "What was left out, step by step.",
                    columns: [
                        ("Step", .name), ("Left out", .words), (words.subject, .number), (words.reference, .number),
                        ("Beyond by at least", .number), ("Worlds", .number),
                    ],
                    rows: rows,
                    most: 100
                ).markup
            }
        }
    }

    private func worst(_ persona: Persona) -> String {
        let features = HuntWords.features(persona).map(\.words)
        return "the worst of the search: \(features.isEmpty ? "the simplest person" : features.joined(separator: "; "))"
    }

    // MARK: Sensitivity

    private var sensitivity: Markup? {
        guard !result.sensitivity.isEmpty, let confirmed = result.confirmed else { return nil }
        let all = ([(1, confirmed.figure)] + result.sensitivity.map { ($0.influence, $0.figure) }).sorted {
            $0.0 < $1.0
        }
        let limit = words.difference(result.property.bound)
        return Markup("section", ["id": "sensitivity"]) {
            Markup("h2") { "If people were easier to move, or harder" }
            Markup("p") {
                "Nobody knows well how much what one reads moves one. So the same person met the same worlds with people who are moved less, and "
                "more. A finding that hangs on it changes its side here; \(limit) more than under the reference is tolerated."
            }
            PageTable(
                caption: "The same worlds with other people; × 1 is this examination.",
                columns: [
                    ("Moved", .name), (words.subject, .number), (words.reference, .number), ("Beyond by", .number),
                    ("At least", .number), ("Fails", .words),
                ],
                rows: all.map { factor, figure in
                    [
                        Markup("× \(NumberStyle(decimals: 0).exact(factor))"), Markup(words.value(figure.subject)),
                        Markup(words.value(figure.reference)), Markup(words.difference(figure.margin)),
                        Markup(words.difference(figure.lowerLimit)), Markup(figure.fails ? "yes" : "not clearly"),
                    ]
                }
            ).markup
        }
    }
}
