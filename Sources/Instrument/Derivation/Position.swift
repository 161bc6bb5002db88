// SPDX-License-Identifier: Apache-2.0

/// What one signatory accepts, and since when it is bound.
public struct Position: Sendable, Equatable {
    /// Who it is.
    public var signatory: String
    /// What is accepted.
    public var terms: Terms
    /// The version of the vocabulary it was written for.
    public var vocabulary: String?
    /// The day it was stated.
    public var stated: Day?
    /// The day it was ratified; without one the signatory is no party.
    public var ratified: Day?
    /// The day from which on it is no party any more.
    public var left: Day?
    /// What the signatory will not be held to.
    public var reservations: [Reservation]

    /// States a position.
    public init(
        signatory: String,
        terms: Terms,
        vocabulary: String? = nil,
        stated: Day? = nil,
        ratified: Day? = nil,
        left: Day? = nil,
        reservations: [Reservation] = []
    ) {
        self.signatory = signatory
        self.terms = terms
        self.vocabulary = vocabulary
        self.stated = stated
        self.ratified = ratified
        self.left = left
        self.reservations = reservations
    }
}

/// A clause or some parameters of it to which a signatory will not be held, or only in its own terms.
public struct Reservation: Sendable, Hashable {
    /// The clause.
    public var clause: String
    /// The parameters it concerns; all, and the clause as a whole, where there is none.
    public var parameters: [Parameter]

    /// States a reservation.
    public init(clause: String, parameters: [Parameter]) {
        self.clause = clause
        self.parameters = parameters
    }
    /// One reservation a clause, in the order of their first: what is reserved twice is reserved once, and the whole clause where one
    /// of them says so.
    static func merged(_ reservations: [Reservation]) -> [Reservation] {
        var merged: [Reservation] = []
        for reservation in reservations {
            guard let place = merged.firstIndex(where: { $0.clause == reservation.clause }) else {
                merged.append(reservation)
                continue
            }
            let isWhole = merged[place].parameters.isEmpty || reservation.parameters.isEmpty
            merged[place].parameters =
                isWhole ? [] : Set(merged[place].parameters + reservation.parameters).sorted()
        }
        return merged
    }
}
