// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Rankers
internal import Society

extension HuntPage {
    /// How it was looked for, in what, and under which rules.
    var method: Markup {
        let settings = result.settings
        let (clause, head) = (record.target.clause, record.target.head)
        return Markup("section", ["id": "method"]) {
            Markup("h2") { "How it was looked for" }
            Markup("p") {
                "\(words.effort) met \(words.subject) and \(words.reference) in worlds of \(NumberStyle.count(settings.society.people)) simulated people, "
                "\(SocietyWords.counted(settings.society.steps, "step")) long, \(NumberStyle.count(settings.society.slotsPerDay)) a day; made-up persons come "
                "in after \(SocietyWords.counted(settings.warmUp, "step")), when there is something to show. They are spread evenly over all that "
                "a person can be here; the worst are kept, changed, and held against more worlds; worse is what is so with certainty, not what looks so. "
                "No world serves two purposes, and the clause is held to the far edge of its tolerance, as in every other examination."
            }
            Markup("dl", ["class": "pairs"]) {
                for (term, text) in [
                    ("Clause", "\(clause.id), \(clause.title)"),
                    ("Rule-book", "\(head.title) \(head.version), as of \(record.target.day)"),
                    ("Worlds of the search", count(.search)), ("Worlds of simplifying", count(.shrinking)),
                    ("Worlds of the confirmation", count(.confirmation)), ("Seed", String(result.seed)),
                ] {
                    Markup("dt") { term }
                    Markup("dd") { text }
                }
            }
            Markup("div", ["class": "cards"]) {
                card(record.subject, "examined")
                card(record.reference, "reference")
            }
            Markup("details") {
                Markup("summary") { "All settings of the society" }
                PageTable(
                    caption: "Settings.",
                    columns: [("Setting", .name), ("Value", .number), ("What it is", .words), ("Source", .words)],
                    rows: record.settings.map { setting in
                        [
                            Markup.name(setting.name, isCode: true),
                            Markup {
                                if setting.isDefault {
                                    setting.value
                                } else {
                                    Markup("b") { "\(setting.value) (changed)" }
                                }
                            }, Markup(setting.summary), Markup(setting.source),
                        ]
                    },
                    most: 200
                ).markup
            }
        }
    }

    private func count(_ phase: HuntPhase) -> String { NumberStyle.count(result.worlds[phase]?.count ?? 0) }

    private func card(_ card: RankerCard, _ role: String) -> Markup {
        Markup("article", ["class": "card"]) {
            Markup("h4") {
                Markup.name(card.name)
                " "
                Markup("span", ["class": "muted small"]) { "\(card.version) · \(role)" }
            }
            Markup("p") { card.summary }
            Markup("dl", ["class": "small"]) {
                for (term, text) in [
                    ("Formula", card.formula), ("Source", card.source), ("Leaves out", card.leavesOut),
                ] where !text.isEmpty {
                    Markup("dt") { term }
                    Markup("dd", ["class": term == "Formula" ? "formula" : nil]) { text }
                }
            }
        }
    }

    /// The command that finds the same again.
    var again: Markup {
        Markup("section", ["id": "reproduce"]) {
            Markup("h2") { "Do it again" }
            Markup("p") {
                "The same rankers, rule-book, settings, seed and version of the program give the same bytes, on any machine and any number of threads; "
                "the digests of the worlds are there to be compared."
            }
            Markup("pre") { Markup("code") { command } }
        }
    }

    /// One line; a society that differs by more than its size is in a file, which has to be written from the settings.
    var command: String {
        let settings = result.settings
        var parts = [
            "euthyna hunt \(Self.word(record.subject.name, "RANKER"))",
            "--clause \(Self.word(record.target.clause.id, "CLAUSE"))",
            "--instrument RULE-BOOK --as-of \(record.target.day)",
            "--against \(Self.word(record.reference.name, "RANKER"))",
        ]
        let changed = record.settings.filter { !$0.isDefault && !["size.people", "size.steps"].contains($0.name) }
        if !changed.isEmpty { parts.append("--society SOCIETY.yaml") }
        parts.append("--people \(settings.society.people)")
        let (days, rest) = settings.society.steps.quotientAndRemainder(dividingBy: max(1, settings.society.slotsPerDay))
        if rest == 0 { parts.append("--days \(days)") }
        parts.append("--personas \(settings.personas) --worlds \(settings.confirmationWorlds) --seed \(result.seed)")
        return parts.joined(separator: " ")
    }

    /// A name as a word of a command, or what stands for it where it is none.
    private static func word(_ name: String, _ other: String) -> String {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return isPlain && !name.isEmpty && !name.hasPrefix("-") ? name : other
    }
}
