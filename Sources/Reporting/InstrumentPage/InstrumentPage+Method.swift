// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument

extension InstrumentPage {
    /// How to read an article and its drawings, and the preamble.
    var reading: Markup {
        Markup("section", ["id": "on:reading"]) {
            Markup("h2") { "How to read this" }
            Markup("p") {
                "The large words of an article are the duty. The figure below them is what a measure has to keep to: a bound, and with it "
                "how far beyond the bound a figure is commented on and not refused. No article reads what anybody says."
            }
            if edition.derivation != nil {
                Markup("p") {
                    "A ladder shows the values that signatories hold, the strictest on top. Who stands on a rung accepts it and every one "
                    "below. The lowest rung is what all accept; the arrow leads to the next one and says who would have to move for "
                    "it. Bound and tolerance are agreed on together, as the bound and the bound with its tolerance."
                    if signatories.count > LadderChart.mostColumns {
                        " In the bars the dark part are those that hold just this value, the light part those that hold a stricter one."
                    }
                }
            }
            let waiting = edition.ruleBook.articles.filter { $0.clause(asOf: edition.day) == nil }
            if !waiting.isEmpty {
                Markup("p") {
                    "Without values on \(edition.day.description), and so not below: "
                    waiting.map { "\($0.clause.id), \($0.clause.title)" }.joined(separator: "; ")
                    "."
                }
            }
            if !edition.ruleBook.preamble.isEmpty {
                Markup("details") {
                    Markup("summary") { "The words before the first article" }
                    Prose.markup(edition.ruleBook.preamble, places: places)
                }
            }
        }
    }

    /// How the values came about, and how to do it again.
    var method: Markup {
        Markup {
            Markup("section", ["id": "on:method"]) {
                Markup("h2") { "Method" }
                Markup("p") { verdicts }
                Markup("p") {
                    edition.derivation == nil
                        ? "The values are those that the text proposes for the day."
                        : "For each clause the rule-book takes what all positions accept: of numbers the weakest, of sets what all hold, and "
                            + "no clause that one of them lacks (a meet, in the language of order). Arild Underdal called this the law of the "
                            + "least ambitious program, in 1980. It does not depend on the order of the positions, and nothing is averaged."
                }
            }
            reproduce
        }
    }

    private var verdicts: String {
        let head = edition.ruleBook.head
        let confidence = NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%").exact(head.confidence)
        return
            "A verdict looks at one-sided limits at \(confidence), never at an estimate alone. Met: even the unfavourable limit keeps to the "
            + "bound. Met with comments: it stays within the tolerance. Not met: even the favourable limit lies beyond both. "
            + "Otherwise it is not determined. It takes \(head.entry.parties) ratifications and \(head.entry.days) days to come into force."
    }

    private var reproduce: Markup {
        let positions = edition.sources.dropFirst(edition.ruleBook.sources.count)
        return Markup("section", ["id": "on:reproduce"]) {
            Markup("h2") { "Do it again" }
            Markup("p") { "The same files and the same version of the program give the same bytes, on any machine:" }
            Markup("pre") { Markup("code") { command } }
            Markup("dl", ["class": "pairs small"]) {
                Markup("dt") { "Program" }
                Markup("dd") { tool }
                Markup("dt") { "SHA-256 of the rule-book" }
                Markup("dd") { Markup("code") { InstrumentSummary.digest(edition.ruleBook.sources) } }
                if !positions.isEmpty {
                    Markup("dt") { "… with the positions" }
                    Markup("dd") { Markup("code") { InstrumentSummary.digest(edition.sources) } }
                }
            }
            Markup("p", ["class": "muted small"]) {
                "It is the digest of the list of files, each a line with digest, two spaces and name, in order of bytes: "
                Markup("code") { "sha256sum FILES | LC_ALL=C sort | sha256sum" }
                " in the folder where they lie (README.md left aside)."
            }
            Markup("details") {
                Markup("summary") { "The \(NumberStyle.count(edition.sources.count)) files" }
                Markup("p", ["class": "small"]) { edition.sources.map(\.name).joined(separator: ", ") }
            }
        }
    }

    private var command: String {
        "euthyna instrument show INSTRUMENT\(edition.derivation == nil ? "" : " --positions POSITIONS") --as-of \(edition.day)"
    }
}
