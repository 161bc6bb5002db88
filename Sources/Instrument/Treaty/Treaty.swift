// SPDX-License-Identifier: Apache-2.0

/// An instrument through time: who is a party on a day, what binds it, and what binds two parties towards each other.
///
/// The founders are those who ratified before it came into force. Their meet is frozen that day; later parties join it as it is,
/// with or without reservations, and leaving changes nothing for those who stay (after the Vienna Convention on the Law of
/// Treaties, 1155 UNTS 331, articles 15, 19, 21, 24 and 54).
public struct Treaty: Sendable {
    /// How a party stands on a day.
    public struct Party: Sendable, Equatable {
        /// Who.
        public var signatory: String
        /// Since when.
        public var since: Day
        /// Whether it was there when the instrument came into force.
        public var isFounder: Bool
        /// What it is not held to.
        public var reservations: [Reservation]
        /// What binds it.
        public var terms: Terms
    }

    /// What holds on a day.
    public enum State: Sendable, Equatable {
        /// Too few have ratified; the number so far.
        case notYet(ratified: Int)
        /// Enough have, and it comes into force on that day.
        case comes(Day)
        /// In force since a day, with its frozen terms and its parties by name.
        case inForce(since: Day, terms: Terms, parties: [Party])
    }

    /// What was negotiated.
    public let vocabulary: Vocabulary
    /// In the order of ratification, then of names; those without one are left out.
    public let ratified: [Position]
    /// When it comes into force.
    public let entry: EntryIntoForce

    /// Follows an instrument through time.
    public init(_ vocabulary: Vocabulary, _ positions: [Position], entry: EntryIntoForce) {
        self.vocabulary = vocabulary
        self.entry = entry
        ratified = positions.filter { $0.ratified != nil }.sorted { left, right in
            guard let first = left.ratified, let second = right.ratified, first != second else {
                return left.signatory < right.signatory
            }
            return first < second
        }
    }

    /// The day on which enough had ratified and the delay was over, counting only those that had not left by that day: an instrument
    /// never comes into force between fewer parties than it needs.
    public var force: Day? {
        for (index, position) in ratified.enumerated() {
            guard let day = position.ratified else { continue }
            let start = day.adding(days: entry.days)
            let there = ratified[...index].count { $0.left.map { $0 > start } ?? true }
            if there >= max(entry.parties, 1) { return start }
        }
        return nil
    }

    /// What holds on a day.
    public func state(asOf day: Day) -> State {
        guard let force, let trigger = ratified.first(where: { isTrigger($0, force) })?.ratified, trigger <= day else {
            return .notYet(ratified: ratified.count { isBound($0, day) })
        }
        guard force <= day else { return .comes(force) }
        let founders = ratified.filter { isBound($0, force) }
        let terms = floor(of: founders)
        let parties = ratified.filter { isBound($0, day) }.compactMap { position in
            party(position, terms, isFounder: founders.contains(position), force)
        }
        return .inForce(since: force, terms: terms, parties: parties.sorted { $0.signatory < $1.signatory })
    }

    /// What the founders have in common, each left out where it reserved: a reservation binds only towards its author, and lowers
    /// nothing for the others.
    private func floor(of founders: [Position]) -> Terms {
        let reserved = founders.map { founder in
            Dictionary(
                Reservation.merged(founder.reservations.filter { vocabulary[$0.clause]?.isCore != true }).map {
                    ($0.clause, $0.parameters)
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
        return vocabulary.meet(
            founders.indices.map { index in
                var terms = founders[index].terms
                for (clause, parameters) in reserved[index] {
                    // In the place of what it reserved stands what the others have in common.
                    let others = founders.indices.filter { $0 != index && reserved[$0][clause] == nil }
                    let common = vocabulary.meet(others.map { founders[$0].terms })[clause]
                    guard let common else { continue }
                    if parameters.isEmpty {
                        terms[clause] = common
                    } else if var own = terms[clause] {
                        for parameter in parameters { own[parameter] = common[parameter] ?? own[parameter] }
                        terms[clause] = own
                    }
                }
                return terms
            }
        )
    }

    /// Whether the delay runs from the ratification of this position.
    private func isTrigger(_ position: Position, _ force: Day) -> Bool {
        position.ratified?.adding(days: entry.days) == force
    }

    private func isBound(_ position: Position, _ day: Day) -> Bool {
        guard let since = position.ratified, since <= day else { return false }
        return position.left.map { $0 > day } ?? true
    }

    /// A party as it stands; `nil` where its position falls short of a core clause, so that it could not join.
    private func party(_ position: Position, _ terms: Terms, isFounder: Bool, _ force: Day) -> Party? {
        var reservations = Reservation.merged(position.reservations.filter { vocabulary[$0.clause]?.isCore != true })
        if !isFounder {
            switch vocabulary.accession(to: terms, of: position.terms) {
            case .full: break
            case .withReservations(let needed):
                reservations = Reservation.merged(reservations + needed)
            case .refused: return nil
            }
        }
        return Party(
            signatory: position.signatory,
            since: max(position.ratified ?? force, force),
            isFounder: isFounder,
            reservations: reservations,
            terms: vocabulary.reserved(terms, reservations, position: position.terms)
        )
    }

    /// What two parties owe each other on a day: what binds both, since a reservation works both ways (article 21).
    ///
    /// - Returns: `nil` where the instrument is not in force or one of them is no party.
    public func terms(between first: String, and second: String, asOf day: Day) -> Terms? {
        guard case .inForce(_, _, let parties) = state(asOf: day) else { return nil }
        guard let one = parties.first(where: { $0.signatory == first }),
            let two = parties.first(where: { $0.signatory == second })
        else { return nil }
        return vocabulary.meet([one.terms, two.terms])
    }
}
