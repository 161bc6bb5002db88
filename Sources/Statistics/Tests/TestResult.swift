// SPDX-License-Identifier: Apache-2.0

/// What a test of a null hypothesis gave.
public struct TestResult: Sendable, Equatable {
    /// The two-sided p-value, in (0, 1].
    public var pValue: Double
    /// Whether the p-value is the exact one under the null hypothesis, not one from sampled draws or an approximation.
    public var isExact: Bool
    /// Arrangements that were looked at: all of them where exact, else the number drawn; 0 for an approximation.
    public var draws: Int

    /// States a result.
    ///
    /// - Parameters:
    ///   - pValue: The two-sided p-value.
    ///   - isExact: Whether it is exact.
    ///   - draws: Arrangements that were looked at.
    public init(pValue: Double, isExact: Bool, draws: Int) {
        self.pValue = pValue
        self.isExact = isExact
        self.draws = draws
    }
}
