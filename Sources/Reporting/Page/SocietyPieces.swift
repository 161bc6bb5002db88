// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Rankers

/// What the page of an examination and the page of a hunt both show of a society.
enum SocietyPieces {
    /// What a ranker is.
    ///
    /// - Parameters:
    ///   - card: Of the ranker.
    ///   - label: What its arm is called, where that is not its name.
    ///   - role: "examined", "reference".
    ///   - more: Further terms, behind those of the card.
    /// - Returns: An article.
    static func card(
        _ card: RankerCard,
        _ label: String? = nil,
        role: String,
        more: [(term: String, text: String)] = []
    ) -> Markup {
        Markup("article", ["class": "card"]) {
            Markup("h4") {
                Markup.name(label ?? card.name)
                " "
                Markup("span", ["class": "muted small"]) { "\(card.version) · \(role)" }
            }
            Markup("p") { card.summary }
            Markup("dl", ["class": "small"]) {
                for (term, text) in [
                    ("Formula", card.formula), ("Source", card.source), ("Leaves out", card.leavesOut),
                ] + more where !text.isEmpty {
                    Markup("dt") { term }
                    Markup("dd", ["class": term == "Formula" ? "formula" : nil]) { text }
                }
            }
        }
    }

    /// Settings with what they are and where they come from.
    static func settings(
        _ settings: [SocietySummary.SettingValue],
        caption: String,
        twin: String? = nil
    ) -> Markup {
        PageTable(
            caption: caption,
            twin: twin,
            columns: [("Setting", .name), ("Value", .number), ("What it is", .words), ("Source", .words)],
            rows: settings.map { setting in
                [
                    Markup.name(setting.name, isCode: true),
                    Markup {
                        if setting.isDefault { setting.value } else { Markup("b") { "\(setting.value) (changed)" } }
                    }, Markup(setting.summary), Markup(setting.source),
                ]
            },
            most: 200
        ).markup
    }
}
