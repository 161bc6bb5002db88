// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension InstrumentPage {
    /// What is asked for: the values in words, and the ladders of those that signatories hold differently.
    func values(_ entry: Edition.Entry, _ words: ClauseWords) -> Markup {
        let derived = entry.derived
        let sentences = derivedWords(entry)
        return Markup("div", ["class": "values"]) {
            lead(entry, words)
            if entry.clause.rule == .eValue {
                Markup("p", ["class": "muted small"]) {
                    "It belongs to the confidence of the rule-book and is not negotiated."
                }
            }
            if let wouldBe = sentences?.wouldBe { Markup("p") { wouldBe } }
            if let force = force(entry, words) { Markup("p") { force } }
            others(entry, words)
            history(entry.article, words)
            if let derived, let sentences {
                let shown = shown(derived)
                let ladders = shown.filter { $0.strictness != .superset }
                if !ladders.isEmpty {
                    Markup("div", ["class": "figures"]) {
                        for parameter in ladders { ladder(parameter, entry, sentences) }
                    }
                }
                for parameter in shown where parameter.strictness == .superset { matrix(parameter, sentences) }
            }
        }
    }

    /// Parameters that have something to show; a limit that is the bound everywhere says nothing new.
    private func shown(_ derived: DerivedClause) -> [DerivedParameter] {
        derived.parameters.filter { parameter in
            if parameter.parameter == .limit, parameter.ladder == derived[.bound]?.ladder { return false }
            return parameter.isContested
        }
    }

    private func lead(_ entry: Edition.Entry, _ words: ClauseWords) -> Markup {
        let isAgreed = entry.derived?.isAgreed
        let name = isAgreed.map { $0 ? "All accept" : "The text proposes" } ?? "Proposed"
        let proposal = entry.article.clause(asOf: edition.day)
        return Markup {
            Markup("p", ["class": isAgreed == false ? "lead away" : "lead"]) {
                Markup("span", ["class": "muted"]) { name }
                Markup("b") { words.asked(entry.clause.criterion) }
                Markup("span", ["class": "muted"]) { words.measured }
            }
            if isAgreed == true, let proposal, proposal.criterion != entry.clause.criterion {
                Markup("p", ["class": "muted small"]) { "The text proposes \(words.asked(proposal.criterion))." }
            }
        }
    }

    /// What binds those that have ratified, where it is not what all accept.
    private func force(_ entry: Edition.Entry, _ words: ClauseWords) -> String? {
        guard let terms = termsInForce?[entry.clause.id], terms != edition.derivation?.instrument[entry.clause.id]
        else {
            return nil
        }
        var parts: [String] = []
        if let bound = terms[.bound]?.number, let limit = terms[.limit]?.number {
            parts.append(words.asked(Criterion(entry.clause.criterion.direction, bound: bound, limit: limit)))
        }
        for (parameter, value) in terms.sorted(by: { $0.key < $1.key }) where ![.bound, .limit].contains(parameter) {
            parts.append("\(parameter.words) \(words.text(parameter, value))")
        }
        return "In force between those that have ratified: \(parts.joined(separator: "; "))."
    }

    /// The parameters beside the bound, one a line, with what all hold where they hold the same.
    private func others(_ entry: Edition.Entry, _ words: ClauseWords) -> Markup? {
        let others = words.others
        guard !others.isEmpty else { return nil }
        let proposal = entry.derived?.isAgreed == true ? entry.article.clause(asOf: edition.day) : nil
        return Markup("dl", ["class": "pairs"]) {
            for (parameter, text) in others {
                Markup("dt") { parameter.words.capitalised }
                Markup("dd") {
                    text
                    if let value = proposal?.parameters[parameter], words.text(parameter, value) != text {
                        Markup("span", ["class": "muted small"]) { " (proposed: \(words.text(parameter, value)))" }
                    }
                }
            }
        }
    }

    /// Values that change on known days.
    private func history(_ article: Article, _ words: ClauseWords) -> Markup? {
        var changes: [String] = []
        func add<Value>(_ name: String, _ dated: Dated<Value>, _ text: (Value) -> String) {
            guard dated.changes.count > 1 || dated.changes.first?.from != nil else { return }
            for change in dated.changes {
                let day = change.from.map { "from \($0) on" } ?? "at first"
                let reference = change.reference.map { " (\($0))" } ?? ""
                changes.append("\(name) \(day): \(change.value.map(text) ?? "none any more")\(reference)")
            }
        }
        add("Bound", article.bound) { words.bound($0) }
        add("Tolerance", article.tolerance) { words.bound($0) }
        for (parameter, dated) in article.parameters.sorted(by: { $0.key < $1.key }) {
            add(parameter.words.capitalised, dated) { words.text(parameter, $0) }
        }
        guard !changes.isEmpty else { return nil }
        return Markup {
            Markup("h4") { "Proposed through time" }
            Markup("ul") { for change in changes { Markup("li") { change } } }
        }
    }

    // MARK: Ladders

    private func ladder(_ parameter: DerivedParameter, _ entry: Edition.Entry, _ words: DerivedWords) -> Markup {
        let id = "\(entry.clause.id):\(parameter.parameter.rawValue)"
        let name = parameter.parameter.words.capitalised
        return Markup("figure") {
            Markup("figcaption") {
                Markup("b") { name }
                for sentence in words.sentences(parameter) { " " + sentence }
            }
            if parameter.strictness != .neutral {
                chart(parameter, words).markup(id: id, title: "\(entry.clause.title): \(name)")
                if signatories.count > LadderChart.mostColumns { holders(parameter, words) }
            }
        }
    }

    private func chart(_ parameter: DerivedParameter, _ words: DerivedWords) -> LadderChart {
        let columns = columns
        func places(of names: [String]) -> Set<Int> { Set(names.compactMap { columns[$0] }) }
        let accepting = Set(parameter.ladder.last?.acceptedBy ?? [])
        return LadderChart(
            rungs: parameter.ladder.map { rung in
                LadderChart.Rung(
                    label: words.words.text(parameter.parameter, rung.value),
                    acceptedBy: places(of: rung.acceptedBy)
                )
            },
            signatories: signatories,
            absent: places(of: signatories.filter { !accepting.contains($0) }),
            isAgreed: words.derived.isAgreed,
            next: parameter.next.map { (words.words.text(parameter.parameter, $0.value), places(of: $0.needs)) }
        )
    }

    private var columns: [String: Int] {
        Dictionary(signatories.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names behind the counts.
    private func holders(_ parameter: DerivedParameter, _ words: DerivedWords) -> Markup {
        Markup("details") {
            Markup("summary") { "Who holds what" }
            Markup("dl", ["class": "pairs small"]) {
                for index in parameter.ladder.indices {
                    Markup("dt") { words.words.text(parameter.parameter, parameter.ladder[index].value) }
                    Markup("dd") { parameter.holders(of: index).joined(separator: ", ") }
                }
                if !words.derived.absentBecauseOf.isEmpty {
                    Markup("dt") { "Not accepted" }
                    Markup("dd") { words.derived.absentBecauseOf.joined(separator: ", ") }
                }
            }
        }
    }

    // MARK: Sets

    /// Elements against signatories; with many of them, how many hold each.
    private func matrix(_ parameter: DerivedParameter, _ words: DerivedWords) -> Markup {
        let name = parameter.parameter.words.capitalised
        let common = Set(parameter.wouldBe?.elements ?? [])
        let holding = Set(parameter.ladder.flatMap(\.acceptedBy))
        let isDrawnSingly = signatories.count <= LadderChart.mostColumns
        let initials = isDrawnSingly ? Initials.of(signatories) : []
        return Markup("figure", ["class": "wide"]) {
            Markup("figcaption") {
                Markup("b") { name }
                for sentence in words.sentences(parameter) { " " + sentence }
            }
            Markup("div", ["class": "scroll", "role": "region", "aria-label": name, "tabindex": "0"]) {
                Markup("table", ["class": "matrix"]) {
                    Markup("caption") { isDrawnSingly ? "● holds it, – does not." : "How many hold it." }
                    Markup("thead") {
                        Markup("tr") {
                            Markup("th", ["scope": "col"]) { name }
                            if isDrawnSingly {
                                for (index, signatory) in signatories.enumerated() {
                                    Markup("th", ["scope": "col"]) {
                                        Markup("abbr", ["title": signatory]) { initials[index] }
                                    }
                                }
                            } else {
                                Markup("th", ["scope": "col"]) { "Held by, of \(NumberStyle.count(signatories.count))" }
                            }
                            Markup("th", ["scope": "col"]) { words.derived.isAgreed ? "Agreed" : "Would be in it" }
                        }
                    }
                    Markup("tbody") {
                        for rung in parameter.ladder {
                            let isIn = common.isSuperset(of: rung.value.elements ?? [])
                            let has = Set(rung.acceptedBy)
                            Markup("tr", ["class": isIn ? "in" : nil]) {
                                Markup("th", ["scope": "row"]) { words.words.text(parameter.parameter, rung.value) }
                                if isDrawnSingly {
                                    for signatory in signatories {
                                        Markup("td") {
                                            has.contains(signatory) ? "●" : holding.contains(signatory) ? "–" : ""
                                        }
                                    }
                                } else {
                                    Markup("td") { bar(has.count) }
                                }
                                Markup("td") { isIn ? "yes" : "no" }
                            }
                        }
                    }
                }
            }
            if !isDrawnSingly { lacking(parameter, holding, words) }
        }
    }

    private func bar(_ count: Int) -> Markup {
        Markup {
            Markup("span", ["class": "bar"]) {
                Markup("span", ["style": "width:\(count * 100 / max(signatories.count, 1))%"]) { "" }
            }
            NumberStyle.count(count)
        }
    }

    private func lacking(_ parameter: DerivedParameter, _ holding: Set<String>, _ words: DerivedWords) -> Markup {
        Markup("details") {
            Markup("summary") { "Who lacks what" }
            Markup("dl", ["class": "pairs small"]) {
                for rung in parameter.ladder {
                    let lacking = holding.subtracting(rung.acceptedBy).sorted()
                    if !lacking.isEmpty {
                        Markup("dt") { words.words.text(parameter.parameter, rung.value) }
                        Markup("dd") { lacking.joined(separator: ", ") }
                    }
                }
            }
        }
    }
}
