// SPDX-License-Identifier: Apache-2.0
public import Instrument

/// An instrument through time, for a terminal: what holds on a day, and how somebody can join.
public enum TreatyText {
    /// What holds on a day.
    public static func state(_ treaty: Treaty, asOf day: Day, isColoured: Bool = false) -> String {
        let needed = treaty.entry.parties
        switch treaty.state(asOf: day) {
        case .notYet(let ratified):
            return "Not in force on \(day): \(ratified) of the \(needed) ratifications it takes.\n"
        case .comes(let start):
            return "Not in force on \(day): enough have ratified, and it comes into force on \(start).\n"
        case .inForce(let since, let terms, let parties):
            var table = TerminalTable([
                .init(title: "party", most: 40), .init(title: "since"), .init(title: "as"),
                .init(title: "clauses", side: .right), .init(title: "reservations", most: 60),
            ])
            for party in parties {
                table.add([
                    .init(party.signatory), .init(party.since.description),
                    .init(party.isFounder ? "founder" : "acceded"), .init("\(party.terms.clauses.count)"),
                    .init(party.reservations.map { words($0) }.joined(separator: "; ")),
                ])
            }
            let outside = treaty.ratified.filter { position in
                (position.ratified.map { $0 <= day } ?? false) && (position.left.map { $0 > day } ?? true)
                    && !parties.contains { $0.signatory == position.signatory }
            }
            let refused =
                outside.isEmpty
                ? ""
                : "\nNot parties, since they fall short of core clauses: \(NameList.words(outside.map(\.signatory))).\n"
            let frozen = treaty.vocabulary.entries.map(\.id).filter { terms[$0] != nil }.joined(separator: ", ")
            return
                "In force since \(since), with \(terms.clauses.count) clauses frozen that day and \(parties.count) parties on \(day).\n\n"
                + table.text(isColoured: isColoured) + refused + "\nThe clauses: \(frozen).\n"
        }
    }

    /// What two parties owe each other.
    public static func between(
        _ first: String,
        _ second: String,
        _ terms: Terms?,
        of instrument: Terms,
        in vocabulary: Vocabulary
    ) -> String {
        guard let terms else {
            return "\(first) and \(second) owe each other nothing that day: one of them is no party.\n"
        }
        let missing = vocabulary.counterexamples(instrument, noStricterThan: terms)
        var text = "\(first) and \(second) owe each other \(terms.clauses.count) clauses"
        text += missing.isEmpty ? ", the whole instrument.\n" : "; less than the instrument, because of reservations:\n"
        for gap in missing {
            text +=
                gap.parameter.map {
                    "  \(gap.clause) \($0.words): \(gap.value?.words ?? "–") → \(gap.other?.words ?? "–")\n"
                }
                ?? "  \(gap.clause): does not bind between them\n"
        }
        return text
    }

    /// How a newcomer can join.
    public static func accession(_ accession: Accession, of signatory: String) -> String {
        switch accession {
        case .full: "\(signatory) can join as it is: its position accepts the whole instrument.\n"
        case .withReservations(let reservations):
            "\(signatory) can join with reservations, which bind only towards it; the instrument of the others stays as it is:\n"
                + lines(reservations)
        case .refused(let core, let others):
            "\(signatory) cannot join: it falls short of core clauses, which nobody can reserve.\n"
                + core.map { "  \($0.parameter == nil ? "\($0.clause): it does not accept it" : $0.words)\n" }.joined()
                + (others.isEmpty ? "" : "What it could reserve:\n" + lines(others))
        }
    }

    private static func lines(_ reservations: [Reservation]) -> String {
        reservations.map { "  \(words($0))\n" }.joined()
    }

    private static func words(_ reservation: Reservation) -> String {
        guard !reservation.parameters.isEmpty else { return "\(reservation.clause), the whole clause" }
        return "\(reservation.clause): \(reservation.parameters.map(\.words).joined(separator: ", "))"
    }
}
