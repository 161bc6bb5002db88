// SPDX-License-Identifier: Apache-2.0
public import Instrument

/// A rule-book for a terminal: all clauses as a table, or one article whole.
public struct InstrumentText: Sendable {
    /// Columns of prose.
    private static let width = 80

    private let edition: Edition
    private let isColoured: Bool

    /// A text.
    ///
    /// - Parameters:
    ///   - edition: The rule-book on a day, with the positions of signatories or without.
    ///   - isColoured: Whether the terminal understands colours; nothing is told by colour alone.
    public init(_ edition: Edition, isColoured: Bool = false) {
        self.edition = edition
        self.isColoured = isColoured
    }

    // MARK: All clauses

    /// One line a clause, each ended by a line break: what is asked for, who binds it where there are positions, and how far
    /// examiners have to be let in.
    public var list: String {
        let hasPositions = edition.derivation != nil
        var columns: [TerminalTable.Column] = [
            .init(title: "clause", most: 12), .init(title: "title", most: 40), .init(title: "asked for", most: 44),
        ]
        if hasPositions { columns += [.init(title: "agreed?", most: 36), .init(title: "binding", most: 30)] }
        columns.append(.init(title: "access"))
        var table = TerminalTable(columns)
        for entry in edition.entries {
            var row: [TerminalTable.Cell] = [
                .init(entry.clause.id), .init(entry.clause.title),
                .init(ClauseWords(entry, in: edition).asked(entry.clause.criterion), entry.isInForce ? .plain : .faint),
            ]
            if let words = words(entry) {
                row.append(words.obstacle.map { .init("✗ \($0)", .bad) } ?? .init("✓ agreed", .good))
                row.append(.init(binding(words)))
            }
            table.add(row + [.init(entry.clause.access.rawValue)])
        }
        let head = edition.ruleBook.head
        return paint("\(PrintableText.line(head.title)), version \(PrintableText.line(head.version))", .strong)
            + "\n\(EditionAnswer.sentence(edition))\n\n" + table.text(isColoured: isColoured)
    }

    /// Who keeps a value where it is, where others ask for more.
    private func binding(_ words: DerivedWords) -> String {
        guard words.derived.isAgreed else { return "–" }
        // What the row shows: bound and tolerance. Who keeps other values where they are stands with the article.
        let shown = words.derived.parameters.filter { $0.parameter == .bound || $0.parameter == .limit }
        let names = Set(shown.flatMap(\.keepers)).sorted()
        return names.isEmpty ? "all hold the same" : words.names(names)
    }

    private func words(_ entry: Edition.Entry) -> DerivedWords? {
        entry.derived.map {
            DerivedWords(
                derived: $0,
                words: ClauseWords(entry, in: edition),
                count: edition.derivation?.positions.count ?? 0
            )
        }
    }

    private func paint(_ text: String, _ tone: TerminalTable.Tone) -> String {
        TerminalTable.paint(text, tone, isColoured)
    }

    // MARK: One article

    /// One article whole, its prose in 80 columns; `nil` where the edition has none with this id.
    public func article(_ id: String) -> String? {
        guard let entry = edition.entries.first(where: { $0.clause.id == id }) else { return nil }
        let clause = entry.clause
        let words = ClauseWords(entry, in: edition)
        var text =
            paint(PrintableText.line("\(entry.article.label) · \(clause.id) · \(clause.title)"), .strong) + "\n"
            + status(entry) + "\n\n" + wrapped(clause.duty)
        for (index, paragraph) in entry.article.prose.enumerated() {
            // Entries of a list stand together.
            let isNext = index > 0 && Prose.isEntry(paragraph) && Prose.isEntry(entry.article.prose[index - 1])
            text += (isNext ? "" : "\n") + wrapped(paragraph, indent: Prose.isEntry(paragraph) ? 2 : 0)
        }
        text += heading(entry.isInForce ? "Values" : "Values that the text proposes")
        text += wrapped(words.asked(clause.criterion) + " (\(words.measured))", indent: 2)
        for (parameter, value) in words.others { text += wrapped("\(parameter.words): \(value)", indent: 2) }
        if let derived = self.words(entry) { text += signatories(derived) }
        for exception in entry.article.exceptions { text += self.exception(exception, words) }
        text += cases(entry, words)
        text += heading("Examined")
        text += wrapped("access \(clause.access.rawValue): \(clause.access.words)", indent: 2)
        text += wrapped(
            "method \(clause.method.rawValue): \(clause.method.words); shown by \(clause.burden.words)",
            indent: 2
        )
        if !clause.population.isEmpty { text += wrapped("over: \(clause.population)", indent: 2) }
        text += wrapped("looks at: \(clause.reads.map(\.rawValue).sorted().joined(separator: ", "))", indent: 2)
        if !clause.evidence.isEmpty {
            text += wrapped("evidence: \(clause.evidence.joined(separator: "; "))", indent: 2)
        }
        return text + anchors(clause)
    }

    private func status(_ entry: Edition.Entry) -> String {
        var parts: [String] = []
        if let words = words(entry) {
            parts.append(
                words.obstacle.map { paint(PrintableText.line("✗ not agreed \($0)"), .bad) }
                    ?? paint("✓ agreed by all", .good)
            )
        } else {
            parts.append(paint("≈ proposed", .open))
        }
        if entry.clause.isCore { parts.append("core") }
        parts.append(entry.clause.status.words)
        return parts.joined(separator: " · ")
    }

    // MARK: Signatories

    private func signatories(_ words: DerivedWords) -> String {
        var text = ""
        if let wouldBe = words.wouldBe { text += "\n" + wrapped(wouldBe, indent: 2) }
        for parameter in words.derived.parameters {
            // A limit that is the bound everywhere says nothing new.
            if parameter.parameter == .limit, parameter.ladder == words.derived[.bound]?.ladder { continue }
            text += heading(parameter.parameter.words.capitalised)
            if parameter.isContested, parameter.strictness != .neutral { text += ladder(parameter, words) }
            for sentence in words.sentences(parameter) { text += wrapped(sentence, indent: 2) }
        }
        return text
    }

    /// A line a rung, the strictest on top; of a set a line an element.
    private func ladder(_ parameter: DerivedParameter, _ words: DerivedWords) -> String {
        var table = TerminalTable([
            .init(title: "", most: 12),
            .init(title: "", side: parameter.strictness == .superset ? .left : .right, most: 30),
            .init(title: "", most: 60),
        ])
        let common = Set(parameter.wouldBe?.elements ?? [])
        for (index, rung) in parameter.ladder.enumerated() {
            let isFloor =
                parameter.strictness == .superset
                ? common.isSuperset(of: rung.value.elements ?? []) : index == parameter.ladder.count - 1
            let mark = isFloor ? (words.derived.isAgreed ? "  floor" : "  would be") : index == 0 ? "  strictest" : ""
            table.add([
                .init(mark, .faint),
                .init(words.words.text(parameter.parameter, rung.value), isFloor ? .strong : .plain),
                .init(words.names(rung.acceptedBy)),
            ])
        }
        // The headings are empty.
        return table.text(isColoured: isColoured).split(separator: "\n").map { $0 + "\n" }.joined()
    }

    // MARK: Exceptions, cases, laws

    private func exception(_ exception: ClauseException, _ words: ClauseWords) -> String {
        var text = heading("\(exception.title) (\(exception.id))")
        for paragraph in exception.prose { text += wrapped(paragraph, indent: 2) }
        return text
            + wrapped("When: \(exception.when.words). Then: \(InstrumentPage.effect(exception, words))", indent: 2)
    }

    private func cases(_ entry: Edition.Entry, _ words: ClauseWords) -> String {
        guard !entry.article.examples.isEmpty else { return "" }
        let isDerived = entry.derived?.isAgreed == true
        var columns: [TerminalTable.Column] = [
            .init(title: "  case", most: 44), .init(title: "what is known", most: 44),
            .init(title: isDerived ? "as proposed" : "verdict"),
        ]
        if isDerived { columns.append(.init(title: "as agreed")) }
        var table = TerminalTable(columns)
        for example in entry.article.examples {
            var row: [TerminalTable.Cell] = [
                .init("  " + InlineMarkup(example.title).plain), .init(example.given(words)),
                .init("\(example.verdict.symbol) \(example.verdict.label)", example.verdict.tone),
            ]
            if isDerived {
                let confidence = edition.ruleBook.head.confidence
                let verdict = entry.article.verdict(of: example, entry.clause, confidence: confidence)
                row.append(verdict.map { .init("\($0.symbol) \($0.label)", $0.tone) } ?? .init("to be measured"))
            }
            table.add(row)
        }
        return heading("Cases") + table.text(isColoured: isColoured)
    }

    private func anchors(_ clause: Clause) -> String {
        guard !clause.anchors.isEmpty else { return "" }
        let laws = Dictionary(edition.ruleBook.laws.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return heading("Existing law")
            + clause.anchors.map { anchor in
                let law = laws[anchor.law]
                let kind = law.map { $0.status == .binding ? "" : " (\($0.status.words))" } ?? ""
                return wrapped(
                    "\(law?.title ?? anchor.law), \(anchor.place): \(anchor.relation.words)\(kind)",
                    indent: 2
                )
            }.joined()
    }

    // MARK: Lines

    private func heading(_ text: String) -> String { "\n" + paint(PrintableText.line(text), .strong) + "\n" }

    /// A paragraph in lines of 80 columns, each ended by a line break; lines after the first of an indented one stand further in.
    private func wrapped(_ text: String, indent: Int = 0) -> String {
        let words = PrintableText.line(InlineMarkup(text).plain).split(separator: " ")
        var lines: [String] = []
        var line = String(repeating: " ", count: indent)
        var used = indent
        var isEmpty = true
        for word in words {
            let length = DisplayWidth.of(String(word))
            if !isEmpty, used + 1 + length > Self.width {
                lines.append(line)
                line = String(repeating: " ", count: indent > 0 ? indent + 2 : 0)
                used = indent > 0 ? indent + 2 : 0
                isEmpty = true
            }
            if !isEmpty {
                line += " "
                used += 1
            }
            line += word
            used += length
            isEmpty = false
        }
        return (lines + [line]).map { $0 + "\n" }.joined()
    }
}
