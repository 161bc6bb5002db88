// SPDX-License-Identifier: Apache-2.0

/// How many impressions a session lasts: a discrete power law (Yule and Simon), cut at a cap.
///
/// P(L > k) = S(k), S(0) = 1, S(k) = S(k − 1)·k/(k + ρ). The exponent is solved for the mean of what is really seen, min(L, cap):
/// the mean without the cap says nothing, since the tail carries most of it.
public struct ScrollBudget: Sendable {
    /// ρ.
    public let exponent: Double
    /// S(k) for k from 0 to cap − 1.
    private let survival: [Float]

    /// The budget whose mean, cap included, is a number.
    ///
    /// - Parameters:
    ///   - mean: Impressions a session, from 1; at the cap or above it, every session lasts to the cap.
    ///   - cap: Most impressions a session.
    public init(mean: Double, cap: Int) {
        guard mean < Double(cap) else {
            exponent = 0
            survival = Array(repeating: 1, count: max(1, cap))
            return
        }
        var (low, high) = (1e-6, 1e6)
        for _ in 0..<200 {
            let middle = (low * high).squareRoot()
            if Self.mean(exponent: middle, cap: cap) > mean { low = middle } else { high = middle }
        }
        exponent = (low * high).squareRoot()
        survival = Self.survival(exponent: exponent, cap: cap).map { Float($0) }
    }

    /// Most impressions a session.
    public var cap: Int { survival.count }

    /// The probability to see more than k impressions, for k from 0.
    public func survival(_ k: Int) -> Double { k < survival.count ? Double(survival[k]) : 0 }

    /// The number of impressions that belongs to a uniform number.
    ///
    /// - Parameter uniform: In [0, 1).
    /// - Returns: From 1 to the cap.
    @inline(__always)
    public func length(_ uniform: Float) -> Int {
        // The smallest k with S(k) ≤ u; most sessions are short, so looking from the front is quick.
        var k = 1
        while k < survival.count, survival[k] > uniform { k += 1 }
        return k
    }

    private static func survival(exponent: Double, cap: Int) -> [Double] {
        var values = [1.0]
        for k in 1..<max(1, cap) { values.append(values[k - 1] * Double(k) / (Double(k) + exponent)) }
        return values
    }

    /// The mean of what is seen: Σ S(k) for k from 0 to cap − 1.
    static func mean(exponent: Double, cap: Int) -> Double { survival(exponent: exponent, cap: cap).reduce(0, +) }
}
