// SPDX-License-Identifier: Apache-2.0
internal import Instrument

/// What signatories made of a clause, in sentences: who keeps a value where it is, and what it would take to move it.
struct DerivedWords {

    let derived: DerivedClause
    let words: ClauseWords
    /// How many signatories there are.
    let count: Int

    /// Names in a row, or their number: "C, D".
    func names(_ names: [String]) -> String { Self.names(names, of: count) }

    /// More names than make a sentence are counted.
    static func names(_ names: [String], of count: Int) -> String {
        names.count <= (count > LadderChart.mostColumns ? 3 : 8)
            ? names.joined(separator: ", ")
            : "\(NumberStyle.count(names.count)) of \(NumberStyle.count(count)) signatories"
    }

    /// Why the clause is not agreed on; `nil` where it is.
    var obstacle: String? {
        if derived.isAgreed { return nil }
        if !derived.absentBecauseOf.isEmpty {
            return derived.absentBecauseOf.count == count
                ? "because no signatory accepts it" : "because of \(names(derived.absentBecauseOf))"
        }
        let names = derived.disagreement.map(\.words).joined(separator: " and ")
        return names.isEmpty
            ? "because nobody has stated a position" : "because signatories have nothing in common: \(names)"
    }

    /// What would be if those who do not accept the clause joined; `nil` where it is agreed on or nobody accepts it.
    var wouldBe: String? {
        guard !derived.isAgreed, !derived.absentBecauseOf.isEmpty, derived.absentBecauseOf.count < count else {
            return nil
        }
        let values = derived.parameters.compactMap { parameter -> String? in
            guard let value = parameter.wouldBe else { return nil }
            // A limit that is the bound says nothing new.
            if parameter.parameter == .limit, value == derived[.bound]?.wouldBe { return nil }
            let text = words.phrase(parameter.parameter, value)
            return [.bound, .limit].contains(parameter.parameter) ? text : "\(parameter.parameter.words) \(text)"
        }
        return "If \(names(derived.absentBecauseOf)) accepted it at the level of the others, it would read: "
            + values.joined(separator: "; ") + "."
    }

    /// One plain sentence each: who keeps it there, and what the next step takes.
    func sentences(_ parameter: DerivedParameter) -> [String] {
        switch parameter.strictness {
        case .lower, .higher: ladder(parameter)
        case .superset: set(parameter)
        case .neutral: neutral(parameter)
        }
    }

    private func ladder(_ parameter: DerivedParameter) -> [String] {
        guard let value = parameter.wouldBe else { return [] }
        let text = words.text(parameter.parameter, value)
        guard parameter.ladder.count > 1 else {
            return [derived.isAgreed ? "All hold \(text)." : "All that accept the clause hold \(text)."]
        }
        let who = names(parameter.binding)
        let verb = parameter.binding.count == 1 ? "keeps" : "keep"
        var sentences = [
            derived.isAgreed
                ? "\(who) \(verb) it at \(text)." : "Of those that accept the clause, \(who) \(verb) it at \(text)."
        ]
        if let next = parameter.next {
            sentences.append(
                "The next step, \(words.text(parameter.parameter, next.value)), needs \(names(next.needs))."
            )
        }
        return sentences
    }

    private func set(_ parameter: DerivedParameter) -> [String] {
        let common = Set(parameter.wouldBe?.elements ?? [])
        let missing = parameter.ladder.filter { !common.isSuperset(of: $0.value.elements ?? []) }
        guard !missing.isEmpty else {
            return [derived.isAgreed ? "All hold the same." : "All that accept the clause hold the same."]
        }
        let holders = Set(parameter.ladder.flatMap(\.acceptedBy))
        let parts = missing.prefix(4).map { rung in
            let lacking = holders.subtracting(rung.acceptedBy).sorted()
            return "\(words.text(parameter.parameter, rung.value)) (without \(names(lacking)))"
        }
        let more = missing.count > 4 ? ", and \(missing.count - 4) more" : ""
        var sentences = ["Some hold more: \(parts.joined(separator: ", "))\(more)."]
        if let next = parameter.next, let first = missing.first {
            sentences.append(
                "The next step, \(words.text(parameter.parameter, first.value)), needs \(names(next.needs))."
            )
        }
        return sentences
    }

    private func neutral(_ parameter: DerivedParameter) -> [String] {
        guard let value = parameter.wouldBe else {
            let held = parameter.ladder.map { "\(words.text(parameter.parameter, $0.value)) (\(names($0.acceptedBy)))" }
            return held.isEmpty
                ? [] : ["All have to say the same here, and they do not: \(held.joined(separator: ", "))."]
        }
        return ["It is not negotiated: all hold \(words.text(parameter.parameter, value))."]
    }
}

extension DerivedParameter {
    /// Whether signatories hold different values, so that there is something to show.
    var isContested: Bool {
        switch strictness {
        case .lower, .higher, .neutral: ladder.count > 1
        case .superset:
            ladder.contains { rung in !Set(wouldBe?.elements ?? []).isSuperset(of: rung.value.elements ?? []) }
        }
    }

    /// Who would have to move for the next step: of a ladder those at its foot, of a set those without its most widely held element.
    var keepers: [String] { isContested ? strictness == .superset ? next?.needs ?? [] : binding : [] }

    /// Who holds just the value of a rung of a ladder, and no stricter one.
    func holders(of index: Int) -> [String] {
        guard index > 0 else { return ladder[index].acceptedBy }
        let above = Set(ladder[index - 1].acceptedBy)
        return ladder[index].acceptedBy.filter { !above.contains($0) }
    }
}
