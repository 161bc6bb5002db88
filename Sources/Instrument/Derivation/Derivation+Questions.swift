// SPDX-License-Identifier: Apache-2.0

extension Derivation {
    /// What the instrument of a group of signatories would be: named signatories may bind themselves further.
    ///
    /// It is never looser than the instrument of all.
    public func `protocol`(between names: Set<String>) -> Derivation {
        Derivation(vocabulary, positions.filter { names.contains($0.signatory) })
    }

    /// The derivation with one position changed.
    ///
    /// - Parameters:
    ///   - signatory: Whose; a name that is new joins.
    ///   - change: What becomes of its terms.
    /// - Returns: What follows from the changed positions.
    public func whatIf(_ signatory: String, _ change: (inout Terms) -> Void) -> Derivation {
        var positions = positions
        if let index = positions.firstIndex(where: { $0.signatory == signatory }) {
            change(&positions[index].terms)
        } else {
            var terms = Terms()
            change(&terms)
            positions.append(Position(signatory: signatory, terms: terms))
        }
        return Derivation(vocabulary, positions)
    }

    /// What leaving would change, signatory by signatory: those whose leaving adds most clauses come first.
    public var spoilers: [Spoiler] {
        // The meets of all before and of all behind each signatory: their meet is the instrument without it.
        var behind = [positions.last?.terms].compactMap(\.self)
        for position in positions.dropLast().reversed() {
            behind.append(vocabulary.meet([position.terms, behind[behind.count - 1]]))
        }
        var before: Terms?
        var spoilers: [Spoiler] = []
        for (index, position) in positions.enumerated() {
            let rest = index + 1 < positions.count ? behind[positions.count - 2 - index] : nil
            let without = vocabulary.meet([before, rest].compactMap(\.self))
            spoilers.append(spoiler(position.signatory, without))
            before = before.map { vocabulary.meet([$0, position.terms]) } ?? position.terms
        }
        return spoilers.sorted {
            ($1.adds.count, $1.tightens.count, $0.signatory) < ($0.adds.count, $0.tightens.count, $1.signatory)
        }
    }

    private func spoiler(_ signatory: String, _ without: Terms) -> Spoiler {
        let gains = vocabulary.counterexamples(without, noStricterThan: instrument)
        return Spoiler(
            signatory: signatory,
            adds: gains.filter { $0.parameter == nil }.map(\.clause),
            tightens: gains.filter { $0.parameter != nil }
        )
    }

    /// How an instrument changes from one derivation to another.
    public func changes(to other: Derivation) -> (tightened: [Counterexample], loosened: [Counterexample]) {
        (
            vocabulary.counterexamples(other.instrument, noStricterThan: instrument),
            vocabulary.counterexamples(instrument, noStricterThan: other.instrument)
        )
    }
}

/// What would be agreed on if one signatory were not there.
public struct Spoiler: Sendable, Equatable {
    /// Who.
    public var signatory: String
    /// Clauses that would come into the instrument.
    public var adds: [String]
    /// Parameters that would become stricter.
    public var tightens: [Counterexample]
}
