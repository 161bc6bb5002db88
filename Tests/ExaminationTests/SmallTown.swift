// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A recording made by a rule: readers of three districts, two rankers, three places each.
enum SmallTown {
    /// `viewer,home,arm,slot,item,author,part,score,split`; score is one half, split is 0 or 1 by viewer.
    static func impressions(viewers: Int = 24, parts: Int = 3) -> String {
        var text = "viewer,home,arm,slot,item,author,part,score,split\n"
        for viewer in 0..<viewers {
            for (arm, name) in ["ranked", "newest"].enumerated() {
                for slot in 1...3 {
                    let item = arm == 0 ? (viewer * viewer * slot + slot) % 11 : (viewer * 3 + slot * 5) % 11
                    let author = item % 7
                    text += "v\(viewer),p\(viewer % parts),\(name),\(slot),i\(item),a\(author),p\(author % parts),0.5,"
                    text += "\(viewer % 2)\n"
                }
            }
        }
        return text
    }

    /// The table of those impressions.
    static let table = """
        recipe: small-town
        tables:
          shown:
            files: shown.csv
            columns:
              viewer: viewer
              home: home
              arm: arm
              slot: {from: slot, type: integer}
              item: item
              author: author
              part: part
              score: {from: score, type: number}
              split: {from: split, type: number}
              page: {join: [viewer, arm]}
            order: slot
        analyses:

        """

    /// A recipe with some analyses, each a line of fields in braces.
    static func recipe(_ analyses: String...) -> String {
        table + analyses.map { "  - {\($0)}\n" }.joined()
    }

    static let mean =
        "id: mean, title: The mean, from: shown, measure: rank-weighted-score, unit: viewer, columns: {page: page, slot: slot, "
        + "score: score}"
    static let split =
        "id: split, from: shown, measure: rank-weighted-score, unit: viewer, columns: {page: page, slot: slot, score: split}"
    static let voice =
        "id: voice, from: shown, measure: amplification, unit: viewer, arms: {by: arm, subject: ranked, reference: newest}, "
        + "columns: {part: part}"
    static let meeting =
        "id: meeting, from: shown, measure: encounter, unit: viewer, columns: {viewer: viewer, author: author, part: part, "
        + "readerPart: home}"
    static let size =
        "id: size, from: shown, measure: volume, unit: viewer, columns: {viewer: viewer, item: item, author: author}"

    /// A rule-book of some clauses, each the line of its fields, with its id in front and without its constant fields.
    static func clauses(_ clauses: String..., confidence: Double = 0.95, head: String = "") -> String {
        "```instrument\n{title: Charter, version: 1, date: 2026-11-01, confidence: \(confidence), lawsPerArticle: 0\(head)}\n```\n"
            + clauses.map { article($0) }.joined()
    }

    /// The article of one clause: "id: a, measure: …".
    private static func article(_ clause: String) -> String {
        let parts = clause.split(separator: ", ", maxSplits: 1).map(String.init)
        let id = parts[0].replacing("id: ", with: "")
        return "## Article — T {#\(id)}\n\nThe duty of \(id).\n\n"
            + "```clause\n{reads: [impressions, partition], \(parts[1])}\n```\n"
    }
}
