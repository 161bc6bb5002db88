// SPDX-License-Identifier: Apache-2.0

/// Paragraphs of a rule-book, with entries of lists among them.
enum Prose {
    /// How an entry of a list begins.
    private static let entry = "– "

    /// Whether a paragraph is an entry of a list.
    static func isEntry(_ paragraph: String) -> Bool { paragraph.hasPrefix(entry) }

    /// The paragraphs as markup; entries that follow each other are one list.
    ///
    /// - Parameters:
    ///   - paragraphs: Each with inline marks.
    ///   - places: Where words in code lead.
    /// - Returns: Paragraphs and lists.
    static func markup(_ paragraphs: [String], places: [String: String] = [:]) -> Markup {
        var markup = Markup()
        var entries: [Markup] = []
        func endList() {
            if !entries.isEmpty { markup += Markup("ul") { for entry in entries { Markup("li") { entry } } } }
            entries = []
        }
        for paragraph in paragraphs {
            if isEntry(paragraph) {
                entries.append(InlineMarkup(String(paragraph.dropFirst(entry.count))).markup(places: places))
            } else {
                endList()
                markup += Markup("p") { InlineMarkup(paragraph).markup(places: places) }
            }
        }
        endList()
        return markup
    }
}
