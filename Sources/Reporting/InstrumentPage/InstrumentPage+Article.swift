// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension InstrumentPage {
    /// One article whole: duty, prose, values, exceptions, and what opens below them.
    func article(_ entry: Edition.Entry) -> Markup {
        let clause = entry.clause
        let words = ClauseWords(entry, in: edition)
        return Markup("section", ["id": clause.id, "class": "article"]) {
            Markup("h3") {
                Markup("a", ["class": "label", "href": "#" + clause.id]) { "\(entry.article.label) · \(clause.id)" }
                clause.title
            }
            Markup("p", ["class": "chips"]) {
                status(entry)
                if clause.isCore { Markup("span", ["class": "tag"]) { "core: no reservations" } }
                Markup("span", ["class": "tag"]) { clause.status.words }
            }
            Markup("div", ["class": "duty"]) { Prose.markup([clause.duty], places: places) }
            Prose.markup(entry.article.prose, places: places)
            values(entry, words)
            for exception in entry.article.exceptions { self.exception(exception, words) }
            cases(entry, words)
            examination(entry)
            anchors(clause)
        }
    }

    private func status(_ entry: Edition.Entry) -> Markup {
        guard let words = derivedWords(entry) else { return Chip.agreement(nil, "proposed") }
        if let obstacle = words.obstacle { return Chip.agreement(false, "not agreed \(obstacle)") }
        let isInForce =
            termsInForce.map { $0[entry.clause.id] == edition.derivation?.instrument[entry.clause.id] } ?? false
        return Chip.agreement(true, isInForce ? "agreed by all, in force" : "agreed by all")
    }

    /// What binds those that have ratified; `nil` where nothing does yet.
    var termsInForce: Terms? {
        if case .inForce(_, let terms, _)? = treaty { return terms }
        return nil
    }

    /// The words for what signatories made of a clause; `nil` where there are no positions.
    func derivedWords(_ entry: Edition.Entry) -> DerivedWords? {
        entry.derived.map {
            DerivedWords(derived: $0, words: ClauseWords(entry, in: edition), count: signatories.count)
        }
    }

    // MARK: Exceptions

    private func exception(_ exception: ClauseException, _ words: ClauseWords) -> Markup {
        Markup("div", ["id": exception.id, "class": "exception"]) {
            Markup("h4") { exception.title }
            Prose.markup(exception.prose, places: places)
            Markup("p") {
                Markup("b") { "When: " }
                "\(exception.when.words). "
                Markup("b") { "Then: " }
                Self.effect(exception, words)
            }
        }
    }

    /// What becomes of the clause, in words.
    static func effect(_ exception: ClauseException, _ words: ClauseWords) -> String {
        guard case .replaces(let values) = exception.effect else { return "the clause does not bind." }
        var parts: [String] = []
        let criterion = words.clause.criterion
        if values.bound != nil || values.tolerance != nil {
            let replaced = Criterion(
                criterion.direction,
                bound: values.bound ?? criterion.bound,
                tolerance: values.tolerance ?? criterion.tolerance
            )
            parts.append(words.asked(replaced))
        }
        if let access = values.access { parts.append("access \(access.rawValue), \(access.words)") }
        if let method = values.method { parts.append("method: \(method.words)") }
        for (parameter, value) in values.parameters.sorted(by: { $0.key < $1.key }) {
            parts.append("\(parameter.words): \(words.text(parameter, value))")
        }
        return "it binds with other values: \(parts.joined(separator: "; "))."
    }

    // MARK: Cases

    /// The cases with what the text says to them, and what it says with the values agreed on.
    private func cases(_ entry: Edition.Entry, _ words: ClauseWords) -> Markup? {
        let examples = entry.article.examples
        guard !examples.isEmpty else { return nil }
        let isDerived = entry.derived?.isAgreed == true
        let rows = examples.map { example -> [Markup] in
            var row = [
                InlineMarkup(example.title).markup(places: places), Markup(example.given(words)),
                Chip.markup(example.verdict),
            ]
            if isDerived {
                let verdict = entry.article.verdict(
                    of: example,
                    entry.clause,
                    confidence: edition.ruleBook.head.confidence
                )
                row.append(verdict.map { Chip.markup($0) } ?? Markup("has to be measured"))
            }
            return row
        }
        let proposed: (title: String, kind: PageTable.Kind) = (
            isDerived ? "With the proposed values" : "Verdict", .name
        )
        let columns: [(title: String, kind: PageTable.Kind)] =
            [("Case", .words), ("What is known", .words), proposed]
            + (isDerived ? [("With the agreed values", .name)] : [])
        return Markup("details") {
            Markup("summary") { examples.count == 1 ? "1 case" : "\(examples.count) cases" }
            PageTable(
                caption: isDerived
                    ? "What the article says to a case. The cases belong to the text; a weaker value can decide them otherwise."
                    : "What the article says to a case. The cases belong to the text and are run as tests.",
                columns: columns,
                rows: rows,
                most: .max
            ).markup
        }
    }

    // MARK: How it is examined

    private func examination(_ entry: Edition.Entry) -> Markup {
        let clause = entry.clause
        return Markup("details") {
            Markup("summary") { "How it is examined" }
            Markup("dl", ["class": "pairs"]) {
                for (term, text) in terms(clause) where text != Markup() {
                    Markup("dt") { term }
                    Markup("dd") { text }
                }
            }
        }
    }

    private func terms(_ clause: Clause) -> [(String, Markup)] {
        let measure = Markup {
            if !clause.figure.isEmpty {
                Markup("code") { clause.figure }
                " of "
            }
            if let place = places[clause.measure] {
                Markup("a", ["href": place]) { Markup("code") { clause.measure } }
            } else {
                Markup("code") { clause.measure }
            }
        }
        var terms = [
            ("Measured", measure), ("Over", Markup(clause.population)),
            ("Looks at", Markup(clause.reads.map(\.rawValue).sorted().joined(separator: ", "))),
            ("Access", Markup("\(clause.access.rawValue): \(clause.access.words)")),
            ("Method", Markup("\(clause.method.rawValue): \(clause.method.words)")),
            ("Shown by", Markup(clause.burden.words)),
            ("Evidence to keep", Markup(clause.evidence.joined(separator: "; "))),
        ]
        if let symmetry = clause.symmetry {
            terms.append(
                ("Same verdict", Markup("when \(symmetry == .partition ? "groups" : "accounts") exchange their names"))
            )
        }
        return terms
    }

    // MARK: Laws

    private func anchors(_ clause: Clause) -> Markup? {
        guard !clause.anchors.isEmpty else { return nil }
        let laws = Dictionary(edition.ruleBook.laws.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return Markup("details") {
            Markup("summary") {
                clause.anchors.count == 1 ? "1 place in existing law" : "\(clause.anchors.count) places in existing law"
            }
            Markup("ul") {
                for anchor in clause.anchors {
                    Markup("li") {
                        name(laws[anchor.law], anchor.law)
                        ", \(anchor.place): \(anchor.relation.words)"
                        if let law = laws[anchor.law], law.status != .binding { " (\(law.status.words))" }
                    }
                }
            }
        }
    }

    /// The title of a law, as a link where it can be read.
    func name(_ law: RuleBook.Law?, _ key: String) -> Markup {
        guard let law else { return Markup(key) }
        guard let uri = law.uri, InlineMarkup.isOutside(uri), InlineMarkup.isAllowed(uri) else {
            return Markup(law.title)
        }
        return Markup("a", ["href": uri, "rel": "noreferrer"]) { law.title }
    }
}
