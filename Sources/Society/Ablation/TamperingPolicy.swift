// SPDX-License-Identifier: Apache-2.0

/// What to show, without learning and without trying.
public protocol TamperingPolicy: Sendable {
    /// The three wings, what it would show first.
    ///
    /// - Parameter moment: Where it stands.
    /// - Returns: Each wing once; the first is shown.
    func order(at moment: TamperingMoment) -> [Wing]
}
