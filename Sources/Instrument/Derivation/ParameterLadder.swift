// SPDX-License-Identifier: Apache-2.0

/// The values that signatories hold of one parameter, from the strictest down.
struct ParameterLadder {
    private let parameter: Parameter
    private let strictness: Strictness
    /// Who holds what, in the order of the names.
    private let values: [(signatory: String, value: Value)]
    private let absentees: [String]

    init(
        _ parameter: Parameter,
        _ strictness: Strictness,
        values: [(String, Value)],
        absentees: [String]
    ) {
        self.parameter = parameter
        self.strictness = strictness
        self.values = values.map { (signatory: $0.0, value: $0.1) }
        self.absentees = absentees
    }

    /// Who binds the parameter and what it would take to move it.
    ///
    /// - Parameter agreed: Its value in the instrument.
    /// - Returns: The value, who binds it, the next step and the ladder.
    func derived(_ agreed: Value?) -> DerivedParameter {
        let common = common
        var derived = DerivedParameter(
            parameter: parameter,
            strictness: strictness,
            value: agreed,
            wouldBe: common,
            binding: [],
            next: nil,
            ladder: []
        )
        switch strictness {
        case .lower, .higher: climb(&derived)
        case .superset: collect(&derived)
        case .neutral:
            derived.ladder = distinct.map { value in rung(value) }
            derived.binding = common == nil ? values.map(\.signatory) : []
        }
        // Where all that hold the clause say the same, only those that do not hold it are missing.
        if derived.next == nil, let common, !absentees.isEmpty {
            derived.next = DerivedParameter.Step(value: common, needs: absentees)
        }
        return derived
    }

    /// What all holders accept; `nil` where there is nothing, or nobody holds the parameter.
    private var common: Value? {
        guard var met = values.first?.value else { return nil }
        for (_, value) in values.dropFirst() {
            guard let next = strictness.meet(met, value), !next.isEmptySet else { return nil }
            met = next
        }
        return met
    }

    /// Each value once, in the order of its first holder.
    private var distinct: [Value] {
        var seen: Set<Value> = []
        return values.compactMap { seen.insert($0.value).inserted ? $0.value : nil }
    }

    private func rung(_ value: Value) -> DerivedParameter.Rung {
        DerivedParameter.Rung(
            value: value,
            acceptedBy: values.filter { strictness.isNoStricter(value, than: $0.value) }.map(\.signatory)
        )
    }

    private func climb(_ derived: inout DerivedParameter) {
        // Who holds a value accepts every rung below it: each rung is a beginning of the holders, the strictest first.
        let held = values.compactMap { holder in holder.value.number.map { (holder.signatory, $0) } }
            .sorted { strictness == .lower ? $0.1 < $1.1 : $0.1 > $1.1 }
        let names = held.map(\.0)
        for (index, (_, number)) in held.enumerated() where index + 1 == held.count || held[index + 1].1 != number {
            derived.ladder.append(
                DerivedParameter.Rung(value: .number(number), acceptedBy: names, count: index + 1)
            )
        }
        derived.binding = values.filter { $0.value == derived.wouldBe }.map(\.signatory)
        // The last rung is what all holders accept; the one above it is the smallest step to more.
        guard derived.ladder.count > 1 else { return }
        let above = derived.ladder[derived.ladder.count - 2]
        derived.next = DerivedParameter.Step(value: above.value, needs: others(than: above.acceptedBy))
    }

    private func collect(_ derived: inout DerivedParameter) {
        let common = derived.wouldBe?.elements ?? []
        var holders: [String: [String]] = [:]
        for (signatory, value) in values {
            guard case .set(let elements) = value else { continue }
            for element in elements { holders[element, default: []].append(signatory) }
        }
        let rungs = holders.sorted { $0.key < $1.key }.map { element, names in
            DerivedParameter.Rung(value: .set([element]), acceptedBy: names)
        }
        derived.ladder = rungs.sorted { $0.count > $1.count }
        let missing = derived.ladder.filter { rung in !common.contains { rung.value == .set([$0]) } }
        let everything = Set(missing.map { Set($0.acceptedBy) })
        derived.binding = values.map(\.signatory).filter { name in everything.contains { !$0.contains(name) } }
        guard let easiest = missing.first, case .set(let element) = easiest.value else { return }
        derived.next = DerivedParameter.Step(
            value: .set(element.union(common)),
            needs: others(than: easiest.acceptedBy)
        )
    }

    /// Everybody else, holders and absentees, by name.
    private func others(than accepting: [String]) -> [String] {
        let accepting = Set(accepting)
        return (values.map(\.signatory).filter { !accepting.contains($0) } + absentees).sorted()
    }
}
