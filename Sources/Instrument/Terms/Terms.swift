// SPDX-License-Identifier: Apache-2.0

/// What is accepted clause by clause: a signatory's position, or an instrument.
///
/// A clause that is missing is not accepted. A clause one of whose sets is empty has no object; it is left out.
public struct Terms: Sendable, Hashable {
    /// The values of one clause.
    public typealias Clause = [Parameter: Value]

    /// By the id of the clause.
    public private(set) var clauses: [String: Clause]

    /// Puts terms together.
    public init(_ clauses: [String: Clause] = [:]) {
        self.clauses = clauses.filter { !$0.value.values.contains(where: \.isEmptySet) }
    }

    /// The values of a clause; `nil` where it is not accepted.
    public subscript(id: String) -> Clause? {
        get { clauses[id] }
        set { clauses[id] = newValue?.values.contains(where: \.isEmptySet) == true ? nil : newValue }
    }
}
