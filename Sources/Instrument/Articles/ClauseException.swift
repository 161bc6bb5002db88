// SPDX-License-Identifier: Apache-2.0

/// A case in which a clause binds otherwise, or not at all.
public struct ClauseException: Sendable, Equatable {
    /// What becomes of the clause.
    public enum Effect: Sendable, Equatable {
        /// It does not bind.
        case doesNotApply
        /// It binds with other values.
        case replaces(Replacement)
    }

    /// The values that take the place of the clause's own.
    public struct Replacement: Sendable, Equatable {
        /// The bound, or `nil` for the clause's own.
        public var bound: Double?
        /// The tolerance, or `nil` for the clause's own.
        public var tolerance: Double?
        /// How far examiners have to be let in, or `nil` for the clause's own.
        public var access: Clause.Access?
        /// What examiners do, or `nil` for the clause's own.
        public var method: Clause.Method?
        /// Parameters with another value.
        public var parameters: Terms.Clause = [:]
    }

    /// A stable name: "ev-3.small".
    public var id: String
    /// The heading.
    public var title: String
    /// What it is an exception of: the clause, or another exception of it.
    public var of: String
    /// When it holds.
    public var when: Condition
    /// What it changes.
    public var effect: Effect
    /// The prose below its heading.
    public var prose: [String]
    /// Where it stands in its file.
    public var line: Int
}

/// How a clause binds in given circumstances.
public struct Application: Sendable, Equatable {
    /// The clause with the values of the exceptions that hold.
    public var clause: Clause
    /// Why it does not bind; `nil` where it does.
    public var reasonNotToApply: String?
    /// The exceptions that hold, from the general to the special.
    public var exceptions: [String]
    /// Exceptions of which nobody knows whether they hold: the clause itself is taken to bind.
    public var undecided: [String]
}
