// SPDX-License-Identifier: Apache-2.0

/// How somebody can join an instrument in force.
///
/// The instrument does not move for it: after entry into force accession loosens nothing (the ratchet), and weakening takes an
/// amendment.
public enum Accession: Sendable, Equatable {
    /// The position accepts all of it.
    case full
    /// The position accepts all core clauses, and the rest but for these.
    case withReservations([Reservation])
    /// The position falls short of core clauses, which nobody can reserve.
    case refused(core: [Counterexample], others: [Reservation])
}

extension Vocabulary {
    /// How a position can join terms in force.
    ///
    /// - Parameters:
    ///   - terms: The instrument as it was when it came into force.
    ///   - position: What the newcomer accepts.
    /// - Returns: Whether it can, and what it has to reserve for it.
    public func accession(to terms: Terms, of position: Terms) -> Accession {
        let gaps = counterexamples(terms, noStricterThan: position)
        let core = gaps.filter { self[$0.clause]?.isCore == true }
        let reservations = reservations(gaps.filter { self[$0.clause]?.isCore != true })
        if !core.isEmpty { return .refused(core: core, others: reservations) }
        return reservations.isEmpty ? .full : .withReservations(reservations)
    }

    private func reservations(_ gaps: [Counterexample]) -> [Reservation] {
        var reservations: [Reservation] = []
        for gap in gaps {
            if let last = reservations.last, last.clause == gap.clause, let parameter = gap.parameter {
                reservations[reservations.count - 1].parameters.append(parameter)
            } else {
                reservations.append(Reservation(clause: gap.clause, parameters: gap.parameter.map { [$0] } ?? []))
            }
        }
        return reservations
    }

    /// Terms in force as they bind somebody who made reservations: a reserved clause falls away, reserved parameters are those of
    /// the author's own position.
    func reserved(_ terms: Terms, _ reservations: [Reservation], position: Terms) -> Terms {
        var bound = terms
        for reservation in reservations {
            guard let entry = self[reservation.clause], let clause = bound[reservation.clause] else { continue }
            guard let own = position[reservation.clause], !reservation.parameters.isEmpty else {
                bound[reservation.clause] = nil
                continue
            }
            var values = clause
            for parameter in reservation.parameters {
                guard let value = clause[parameter] else { continue }
                values[parameter] = own[parameter].flatMap { entry.parameters[parameter]?.meet(value, $0) }
            }
            // Values that have nothing in common leave the clause without an object.
            let lost = reservation.parameters.filter { clause[$0] != nil && values[$0] == nil }
            let isLost = lost.contains { entry.parameters[$0]?.isChain == false }
            bound[reservation.clause] = isLost ? nil : values
        }
        return bound
    }
}
