// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures
internal import Rankers

extension ReportPage {
    /// How intervals came about, what each measure is, how to do it again.
    var method: Markup {
        let inference = record.inference
        return Markup {
            Markup("section", ["id": "method"]) {
                Markup("h2") { "Method" }
                Markup("p") {
                    if inference.method == Inference.Method.student.rawValue {
                        "Each cluster is left out once; how far the figures move gives their standard error, and Student's t at \(confidence) the "
                        "interval. Nothing is drawn for it; tests draw from random numbers keyed by the seed \(String(inference.seed)). Rows within a "
                        "cluster are never treated as independent. Below \(String(Inference.leastForStudent)) clusters no such interval is given. "
                        "Settings: "
                    } else {
                        "Whole clusters are drawn with replacement, \(NumberStyle.count(inference.replicates)) times, from random numbers keyed by the "
                        "seed \(String(inference.seed)); rows within a cluster are never treated as independent. The headline interval is of the kind "
                        "\u{201C}\(inference.method)\u{201D} at \(confidence); the other kind stands beside it in figures.csv. Below \(String(Inference.leastClusters)) "
                        "clusters no bootstrap interval is given. Settings: "
                    }
                    Markup("a", ["href": "inference.csv"]) { "inference.csv" }
                }
                for card in record.measures { measure(card) }
            }
            reproduce
        }
    }

    private func measure(_ card: MeasureCard) -> Markup {
        Markup {
            Markup("h3") { "\(card.name) \(card.version)" }
            Markup("p") { card.summary }
            Markup("dl", ["class": "pairs"]) {
                for (term, text) in [
                    ("Formula", card.formula), ("Unit", card.unit), ("Range", card.range),
                    ("Denominator", card.denominator),
                    ("Source", card.source),
                ] {
                    Markup("dt") { term }
                    Markup("dd") { text }
                }
            }
        }
    }

    private var reproduce: Markup {
        Markup("section", ["id": "reproduce"]) {
            Markup("h2") { "Do it again" }
            if let society = record.society {
                Markup("p") {
                    "The same rankers, settings, seed and version of the program give the same bytes, on any machine and any number of threads; with "
                    "--evidence FOLDER they leave the tables, too, and a recipe that measures them. Settings: "
                    Markup("a", ["href": "society-settings.csv"]) { "society-settings.csv" }
                    "; digests of the worlds, to compare: "
                    Markup("a", ["href": "society-worlds.csv"]) { "society-worlds.csv" }
                }
                Markup("pre") { Markup("code") { command(society) } }
            } else {
                Markup("p") {
                    "With the same recipe, data and version of the program this gives the same bytes, on any machine and any number of threads:"
                }
                Markup("pre") { Markup("code") { command } }
            }
            Markup("dl", ["class": "pairs small"]) {
                Markup("dt") { "Program" }
                Markup("dd") { record.tool }
                Markup("dt") { "SHA-256 of the recipe" }
                Markup("dd") { Markup("code") { record.recording.recipeDigest } }
                if let instrument = record.instrument {
                    Markup("dt") { "SHA-256 of the rule-book" }
                    Markup("dd") { Markup("code") { instrument.digest } }
                }
            }
        }
    }

    private var command: String {
        let inference = record.inference
        var words = ["euthyna examine --recording RECIPE.yaml"] + rules
        words.append("--seed \(inference.seed) --draws \(inference.replicates) --method \(inference.method)")
        if record.instrument == nil { words.append("--confidence \(inference.confidence)") }
        return words.joined(separator: " ")
    }

    private func command(_ society: SocietySummary) -> String {
        var words = ["euthyna examine \(CommandWords.word(society.subject.name, or: "RANKER"))"]
        if !society.references.isEmpty {
            words.append(
                "--against "
                    + society.references.map { CommandWords.word($0.name, or: "RANKER") }.joined(separator: " ")
            )
        }
        words += CommandWords.society(
            society.settings,
            people: society.people,
            steps: society.steps,
            slotsPerDay: society.slotsPerDay
        )
        words.append("--worlds \(most(society))")
        words += rules
        words.append("--seed \(society.seed)")
        if record.instrument == nil {
            let spent = (1 - record.inference.confidence) * Double(max(1, society.plannedLooks))
            words.append("--confidence \(NumberStyle(decimals: 0).exact(1 - spent))")
        }
        return words.joined(separator: " ")
    }

    /// Most worlds: those that were run, or where it ended early as many as have the same looks.
    private func most(_ society: SocietySummary) -> Int {
        guard society.looks.count < society.plannedLooks, let first = society.looks.first?.worlds else {
            return society.worlds.count
        }
        return first << min(society.plannedLooks - 1, 32)
    }

    /// Which rules, in the words of the command; the confidence is theirs where there are any.
    private var rules: [String] {
        guard let instrument = record.instrument else { return [] }
        var words = ["--instrument RULE-BOOK --as-of \(instrument.day)"]
        if !instrument.signatories.isEmpty { words.append("--positions POSITIONS") }
        if let users = instrument.circumstances.monthlyUsers { words.append("--monthly-users \(users)") }
        if let surface = instrument.circumstances.surface { words.append("--surface \(surface.rawValue)") }
        return words
    }
}
