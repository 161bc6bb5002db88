// SPDX-License-Identifier: Apache-2.0

/// Shows so many items of the opposite wing first and then only those of the person's own: 0 is the honest policy, ten the best one
/// for the strong personas.
public struct PlannedTampering: TamperingPolicy, Equatable {
    /// How many items of the opposite wing come first.
    public let opposedFirst: Int

    /// States a policy.
    ///
    /// - Parameter opposedFirst: How many items of the opposite wing come first.
    public init(opposedFirst: Int) { self.opposedFirst = opposedFirst }

    /// What the plan shows comes first.
    ///
    /// - Parameter moment: Where it stands.
    /// - Returns: Each wing once; the first is shown.
    public func order(at moment: TamperingMoment) -> [Wing] {
        guard let own = TamperingPersona.all[moment.persona].wing, let opposite = own.opposite else {
            return [.centre, .left, .right]
        }
        return moment.step < opposedFirst ? [opposite, own, .centre] : [own, .centre, opposite]
    }
}
