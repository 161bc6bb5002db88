// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Rankers
internal import Society

extension ReportPage {
    /// The society of a simulation: what was run, which rankers, what happened in it, and what it was made of.
    func section(_ society: SocietySummary) -> Markup {
        Markup("section", ["id": "society"]) {
            Markup("h2") { "The society" }
            Markup("p") {
                "What is described here is a ranker in a model world: simulated people who see, notice, react, follow, and move a little. "
                "It says what the ranker does there, and nothing about any person. The arms of a world begin with the same people, the same "
                "follow relations and the same chances; ranker and references differ in how they order, and in nothing else."
            }
            extent(society)
            rankers(society)
            overTime(society)
            answers(society)
            sensitivity
            if let ablation = society.ablation { self.ablation(ablation) }
            settings(society)
        }
    }

    // MARK: What was run

    private func extent(_ society: SocietySummary) -> Markup {
        let silent = society.people > 0 ? society.silent / Double(society.people) : 0
        return Markup {
            Markup("h3") { "What was run" }
            Markup("dl", ["class": "pairs"]) {
                for (term, text) in [
                    ("Worlds", NumberStyle.count(society.worlds.count)),
                    ("People in each", NumberStyle.count(society.people)),
                    (
                        "Silent among them",
                        NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%").text(silent)
                            + ": their reactions leave hardly a public trace"
                    ),
                    (
                        "Time",
                        "\(SocietyWords(society).days), \(SocietyWords.counted(society.steps, "step")), "
                            + "\(NumberStyle.count(society.slotsPerDay)) a day"
                    ),
                    ("Impressions", "\(NumberStyle.count(society.impressions)) in all arms of all worlds"),
                    ("Seed", String(society.seed)),
                    ("Why it ended", society.stop),
                ] {
                    Markup("dt") { term }
                    Markup("dd") { text }
                }
            }
            if !society.looks.isEmpty { looks(society) }
        }
    }

    private func looks(_ society: SocietySummary) -> Markup {
        let rows = society.looks.map { look in
            [
                Markup(NumberStyle.count(look.worlds)), Markup(percent(look.confidence)),
                Markup(
                    look.clauses == 0
                        ? "–" : "\(NumberStyle.count(look.decided)) of \(NumberStyle.count(look.clauses)) findings"
                ),
            ]
        }
        let isOne = society.plannedLooks == 1
        return Markup {
            if !isOne {
                Markup("p", ["class": "small"]) {
                    "The evidence was looked at while worlds were still being run, so that no more are run than needed: "
                    "\(SocietyWords.counted(society.plannedLooks, "look")) planned, \(String(society.looks.count)) taken. Whoever looks more often finds more by "
                    "chance; so every look has its part of what may be wrong, and limits are wider than a single look's."
                }
            }
            PageTable(
                caption: isOne ? "The one look that was planned." : "Looks.",
                twin: "society-looks.csv",
                columns: [
                    ("Worlds so far", .name), ("Confidence", .number), ("Decided", .number),
                ],
                rows: rows
            ).markup
        }
    }

    // MARK: Rankers

    private func rankers(_ society: SocietySummary) -> Markup {
        let labels = SocietyWords(society).arms
        return Markup {
            Markup("h3") { "The rankers" }
            Markup("div", ["class": "cards"]) {
                SocietyPieces.card(
                    society.subject,
                    labels.first,
                    role: "examined",
                    more: [("Reads", Self.traits(society.subject))]
                )
                for (index, reference) in society.references.enumerated() {
                    SocietyPieces.card(
                        reference,
                        index + 1 < labels.count ? labels[index + 1] : nil,
                        role: "reference",
                        more: [("Reads", Self.traits(reference))]
                    )
                }
            }
        }
    }

    private static func traits(_ card: RankerCard) -> String {
        var parts = card.reads.map { feature in
            switch feature {
            case .relevance: "how well an item fits what a viewer engages with"
            case .stated: "how well it fits what a viewer asked for"
            case .predictions: "how likely a viewer is to react"
            }
        }
        if parts.isEmpty { parts.append("nothing that has to be estimated about the viewer") }
        parts.append(card.isPersonalised ? "the order depends on who asks" : "the same order for everybody")
        if card.learns { parts.append("learns from what people do") }
        if card.controls.contains(.lessLikeThis) { parts.append("people can ask for less like this") }
        return parts.joined(separator: "; ")
    }

    // MARK: Answers

    /// What of the answers made no sense: a sentence where all were clean.
    private func answers(_ society: SocietySummary) -> Markup {
        let total = society.answers.reduce(0) { $0 + $1.tally.answers }
        return Markup {
            if society.answers.allSatisfy(\.tally.isClean) {
                Markup("p") {
                    "All \(NumberStyle.count(total)) answers of the rankers made sense: every place filled, none twice, every score a number."
                }
            } else {
                Markup("h3") { "Counted and left out" }
                Markup("p") {
                    "What made no sense in the \(NumberStyle.count(total)) answers of the rankers, or was missing from them, was counted and left out; the rest "
                    "of each answer was used."
                }
                PageTable(
                    caption: "Answers by arm.",
                    twin: "society-answers.csv",
                    columns: [("Arm", .name), ("Answers", .number), ("Left out", .words)],
                    rows: society.answers.map { entry in
                        [
                            Markup.name(entry.arm), Markup(NumberStyle.count(entry.tally.answers)),
                            Markup(SocietyWords.nonsense(entry.tally) ?? "nothing"),
                        ]
                    }
                ).markup
            }
        }
    }

    // MARK: Settings

    private func settings(_ society: SocietySummary) -> Markup {
        let changed = society.settings.filter { !$0.isDefault }
        let settings = changed + society.settings.filter(\.isDefault)
        return Markup {
            Markup("h3") { "Settings" }
            Markup("p") {
                if changed.isEmpty {
                    "All \(NumberStyle.count(settings.count)) settings are the defaults; each says where it is from."
                } else {
                    "Of \(NumberStyle.count(settings.count)) settings, \(changed.count == 1 ? "1 is" : "\(changed.count) are") not the default: "
                    for (index, setting) in changed.prefix(8).enumerated() {
                        if index > 0 { ", " }
                        Markup("code") { "\(setting.name) = \(PrintableText.shortened(setting.value, to: 24))" }
                    }
                    changed.count > 8 ? " and \(changed.count - 8) more." : "."
                }
            }
            if !settings.isEmpty {
                Markup("details") {
                    Markup("summary") { "All settings" }
                    SocietyPieces.settings(
                        settings,
                        caption: changed.isEmpty ? "Settings." : "Settings, the changed ones first.",
                        twin: "society-settings.csv"
                    )
                }
            }
        }
    }

    /// The worlds with their digests: whoever runs them again gets the same.
    func worlds(_ society: SocietySummary) -> Markup {
        Markup("details") {
            Markup("summary") {
                "Digests of \(SocietyWords.counted(society.worlds.count, "world")), seed \(String(society.seed))"
            }
            PageTable(
                caption: "Worlds.",
                twin: "society-worlds.csv",
                columns: [("World", .name), ("Digest", .name)],
                rows: society.worlds.map { world in [Markup(String(world.number)), Markup("code") { world.hash }] }
            ).markup
        }
    }
}
