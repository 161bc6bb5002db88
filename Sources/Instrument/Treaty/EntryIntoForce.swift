// SPDX-License-Identifier: Apache-2.0

/// When an instrument comes into force.
public struct EntryIntoForce: Sendable, Equatable {
    /// Ratifications that it takes.
    public var parties: Int
    /// Days from the last of them.
    public var days: Int

    /// States the rule.
    public init(parties: Int, days: Int) {
        self.parties = parties
        self.days = days
    }
}
