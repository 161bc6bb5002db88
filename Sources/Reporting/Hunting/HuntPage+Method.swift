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
                SocietyPieces.card(record.subject, role: "examined")
                SocietyPieces.card(record.reference, role: "reference")
            }
            Markup("details") {
                Markup("summary") { "All settings of the society" }
                SocietyPieces.settings(record.settings, caption: "Settings.")
            }
        }
    }

    private func count(_ phase: HuntPhase) -> String { NumberStyle.count(result.worlds[phase]?.count ?? 0) }

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

    /// One line.
    var command: String {
        let settings = result.settings
        var parts = [
            "euthyna hunt \(CommandWords.word(record.subject.name, or: "RANKER"))",
            "--clause \(CommandWords.word(record.target.clause.id, or: "CLAUSE"))",
            "--instrument RULE-BOOK --as-of \(record.target.day)",
            "--against \(CommandWords.word(record.reference.name, or: "RANKER"))",
        ]
        parts += CommandWords.society(
            record.settings,
            people: settings.society.people,
            steps: settings.society.steps,
            slotsPerDay: settings.society.slotsPerDay
        )
        parts.append("--personas \(settings.personas) --worlds \(settings.confirmationWorlds) --seed \(result.seed)")
        return parts.joined(separator: " ")
    }
}
