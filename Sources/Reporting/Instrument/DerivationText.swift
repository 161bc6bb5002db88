// SPDX-License-Identifier: Apache-2.0
public import Instrument

/// What follows from positions, for a terminal: values and who binds them, and the answers to the questions of delegates.
public struct DerivationText: Sendable {
    private let derivation: Derivation
    private let isColoured: Bool

    /// A text.
    ///
    /// - Parameters:
    ///   - derivation: What is shown.
    ///   - isColoured: Whether the terminal understands colours; nothing is told by colour alone.
    public init(_ derivation: Derivation, isColoured: Bool = false) {
        self.derivation = derivation
        self.isColoured = isColoured
    }

    private var count: Int { derivation.positions.count }
    private var everybody: String { count == 1 ? "the one signatory" : "all \(count) signatories" }

    /// One line in words: how much is agreed on, and what kind of thing that is.
    public var answer: String {
        let agreed = derivation.instrument.clauses.count
        let total = derivation.vocabulary.entries.count
        return
            "\(everybody.prefix(1).uppercased() + everybody.dropFirst()) accept \(agreed) of \(total) clauses. This is a floor: what all accept, "
            + "never an average.\n"
    }

    /// A row a parameter: value, who binds it, the next rung and whom it takes.
    public var values: String {
        var table = TerminalTable([
            .init(title: "clause"), .init(title: "parameter", most: 36), .init(title: "value", most: 40),
            .init(title: "binding", most: 36), .init(title: "next step needs", most: 56),
        ])
        for clause in derivation.clauses {
            if !clause.isAgreed { table.add(absent(clause)) }
            for parameter in clause.parameters where isShown(parameter, of: clause) {
                table.add([
                    .init(clause.id), .init(parameter.parameter.words),
                    .init(
                        clause.isAgreed
                            ? parameter.value?.words ?? "–" : "would be \(parameter.wouldBe?.words ?? "nothing")",
                        clause.isAgreed ? .plain : .faint
                    ),
                    .init(binding(parameter)), .init(step(parameter)),
                ])
            }
        }
        return table.text(isColoured: isColoured)
    }

    /// A limit equal to the bound says nothing new, nor does a parameter that nobody holds.
    private func isShown(_ parameter: DerivedParameter, of clause: DerivedClause) -> Bool {
        if parameter.ladder.isEmpty { return false }
        return parameter.parameter != .limit || parameter.ladder != clause[.bound]?.ladder
    }

    private func absent(_ clause: DerivedClause) -> [TerminalTable.Cell] {
        [.init(clause.id), .init(Self.absence(clause, count), .open), .init("not agreed", .open), "", ""]
    }

    private func binding(_ parameter: DerivedParameter) -> String {
        guard !parameter.binding.isEmpty else { return parameter.value == nil ? "" : "all" }
        return parameter.binding.count == count && count > 1 ? "all" : NameList.words(parameter.binding, most: 4)
    }

    private func step(_ parameter: DerivedParameter) -> String {
        parameter.next.map { "\($0.value.words): \(NameList.words($0.needs, most: 4))" } ?? ""
    }

    // MARK: Questions

    /// What one change of a position would do.
    public func changes(to other: Derivation) -> String {
        let (tightened, loosened) = derivation.changes(to: other)
        guard !tightened.isEmpty || !loosened.isEmpty else {
            return "Nothing changes: the instrument stays as it is.\n"
        }
        return Self.section("comes in or becomes stricter", tightened, missing: "comes in")
            + Self.section("goes or becomes looser", loosened, missing: "goes")
    }

    private static func section(_ title: String, _ changes: [Counterexample], missing: String) -> String {
        guard !changes.isEmpty else { return "" }
        let lines = changes.map { change in
            guard let parameter = change.parameter else { return "  \(change.clause): \(missing)\n" }
            let (from, to) = missing == "goes" ? (change.value, change.other) : (change.other, change.value)
            return "  \(change.clause) \(parameter.words): \(from?.words ?? "–") → \(to?.words ?? "–")\n"
        }
        return "\(title):\n" + lines.joined()
    }

    /// A row a signatory: what would be agreed on without it.
    public var spoilers: String {
        var table = TerminalTable([
            .init(title: "without", most: 40), .init(title: "clauses gained", side: .right),
            .init(title: "they are", most: 60), .init(title: "values tightened", side: .right),
        ])
        for spoiler in derivation.spoilers {
            table.add([
                .init(spoiler.signatory), .init("\(spoiler.adds.count)"), .init(spoiler.adds.joined(separator: ", ")),
                .init("\(spoiler.tightens.count)"),
            ])
        }
        return table.text(isColoured: isColoured)
    }

    /// The share of the vocabulary that is agreed on, as a whole and by chapter, and who keeps what out.
    public var coverage: String {
        var table = TerminalTable([
            .init(title: "group"), .init(title: "agreed", side: .right), .init(title: "of", side: .right),
            .init(title: ""), .init(title: "absent", most: 100),
        ])
        let clauses = derivation.clauses
        var groups: [String] = []
        for clause in clauses where !groups.contains(Self.group(clause)) { groups.append(Self.group(clause)) }
        for group in groups {
            let own = clauses.filter { Self.group($0) == group }
            let agreed = own.count(where: \.isAgreed)
            table.add([
                .init(group), .init("\(agreed)"), .init("\(own.count)"),
                .init(String(repeating: "■", count: agreed) + String(repeating: "□", count: own.count - agreed)),
                .init(absences(own)),
            ])
        }
        return answer + "\n" + table.text(isColoured: isColoured)
    }

    /// Clauses with the same reason stand together.
    private func absences(_ clauses: [DerivedClause]) -> String {
        var reasons: [(reason: String, ids: [String])] = []
        for clause in clauses where !clause.isAgreed {
            let reason = Self.absence(clause, count)
            if let index = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[index].ids.append(clause.id)
            } else {
                reasons.append((reason, [clause.id]))
            }
        }
        return reasons.map { "\($0.ids.joined(separator: ", ")): \($0.reason)" }.joined(separator: "; ")
    }

    private static func absence(_ clause: DerivedClause, _ count: Int) -> String {
        if clause.absentBecauseOf.isEmpty {
            return "no common \(clause.disagreement.map(\.words).joined(separator: ", "))"
        }
        if clause.absentBecauseOf.count == count { return "nobody accepts it" }
        return "because of \(NameList.words(clause.absentBecauseOf, most: 4))"
    }

    private static func group(_ clause: DerivedClause) -> String { String(clause.id.prefix { $0 != "-" }) }

    /// The packages that enough signatories accept whole.
    public func packages(_ packages: [Package], atLeast count: Int) -> String {
        let kind = packages.count == 1 ? "1 package" : "\(packages.count) packages"
        var text =
            "\(kind) that at least \(count) of \(self.count) signatories accept as a whole, and that no other such package goes beyond. "
            + "An assembly votes on whole packages, never parameter by parameter.\n"
        for (index, package) in packages.enumerated() {
            let (gains, _) = derivation.changes(to: derivation.protocol(between: Set(package.supporters)))
            text += "\n\(index + 1). \(NameList.words(package.supporters, most: 12))\n"
            text +=
                "   \(package.terms.clauses.count) of \(derivation.vocabulary.entries.count) clauses; beyond the instrument of all:\n"
            text += Self.lines(gains, indent: "   ")
        }
        return text
    }

    /// What a group of signatories could bind itself to beyond the instrument of all.
    public func `protocol`(_ other: Derivation) -> String {
        let (gains, _) = derivation.changes(to: other)
        return "\(NameList.words(other.positions.map(\.signatory), most: 20)) can bind themselves to "
            + "\(other.instrument.clauses.count) clauses; beyond the instrument of all:\n"
            + Self.lines(gains, indent: "")
    }

    private static func lines(_ gains: [Counterexample], indent: String) -> String {
        guard !gains.isEmpty else { return "\(indent)  nothing\n" }
        return gains.map { gain in
            guard let parameter = gain.parameter else { return "\(indent)  \(gain.clause) comes in\n" }
            return
                "\(indent)  \(gain.clause) \(parameter.words): \(gain.other?.words ?? "–") → \(gain.value?.words ?? "–")\n"
        }.joined()
    }
}
