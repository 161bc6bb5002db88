// SPDX-License-Identifier: Apache-2.0
public import Notation

extension RuleBook {
    /// More articles are refused.
    public static let mostArticles = 2_000

    /// Reads a rule-book and reports everything that is wrong with it at once.
    ///
    /// - Parameters:
    ///   - sources: Its files in their order.
    ///   - measures: The measures that the program computes, each with the keys of its figures.
    /// - Throws: `Problems`, each with file, line and the heading of the article: no article at all, unknown fields, measures and
    ///   laws, figures that name a group, fields that may not be read, values out of range, exceptions that contradict each
    ///   other, too few anchors, examples that the article decides otherwise.
    public init(_ sources: [Source], measures: [String: [String]]) throws(Problems) {
        var reader = RuleBookReader(ReadingContext(figures: measures))
        var parts: [(file: String, pieces: [LiterateText.Piece])] = []
        for source in sources {
            do throws(Problems) {
                guard source.text.utf8.count <= YAMLText.largestText else {
                    throw Problems([
                        Problem(
                            file: source.name,
                            line: 1,
                            message: "is larger than \(YAMLText.largestText >> 20) MiB: articles are written by hand"
                        )
                    ])
                }
                parts.append((source.name, try LiterateText(source.text, file: source.name).pieces))
            } catch {
                reader.problems += error.list
            }
        }
        for part in parts { reader.readHeads(part.pieces, part.file) }
        for part in parts { reader.readArticles(part.pieces, part.file) }
        reader.finish(sources.first?.name ?? "rule-book")
        let order = Dictionary(
            sources.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        guard reader.problems.isEmpty else {
            throw Problems(
                reader.problems.enumerated().sorted { left, right in
                    let first = (order[left.element.file] ?? 0, left.element.line, left.offset)
                    return first < (order[right.element.file] ?? 0, right.element.line, right.offset)
                }.map(\.element)
            )
        }
        self.init(
            head: reader.context.head,
            preamble: reader.preamble,
            chapters: reader.chapters,
            measures: reader.context.terms.values.sorted { $0.name < $1.name },
            laws: reader.context.laws.values.sorted { $0.key < $1.key },
            articles: reader.articles,
            sources: sources
        )
    }
}
