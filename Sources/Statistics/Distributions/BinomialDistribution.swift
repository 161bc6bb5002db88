// SPDX-License-Identifier: Apache-2.0

/// The number of successes in independent trials.
public struct BinomialDistribution: Sendable, Equatable {
    /// Trials, at least 0.
    public let trials: Int
    /// Probability of a success.
    public let probability: Double
    /// The most probable count and its probability, from which a draw starts.
    private let mode: Int
    private let modeProbability: Double

    /// A distribution with the given trials.
    ///
    /// - Parameters:
    ///   - trials: At least 0.
    ///   - probability: From 0 to 1.
    public init(trials: Int, probability: Double) {
        precondition(trials >= 0 && probability >= 0 && probability <= 1)
        self.trials = trials
        self.probability = probability
        mode = min(trials, Int(Double(trials + 1) * probability))
        modeProbability = Self.mass(mode, trials, probability)
    }

    /// The probability of exactly `count` successes.
    ///
    /// - Parameter count: Any number; outside 0 … `trials` the probability is 0.
    /// - Returns: The probability.
    public func mass(_ count: Int) -> Double { Self.mass(count, trials, probability) }

    /// The probability of at most `count` successes.
    ///
    /// - Parameter count: Any number.
    /// - Returns: The probability.
    public func cumulative(_ count: Int) -> Double {
        guard count >= 0 else { return 0 }
        guard count < trials else { return 1 }
        return BetaDistribution(a: Double(count + 1), b: Double(trials - count)).survival(probability)
    }

    /// The count that belongs to a uniform number: an exact draw where the number is one.
    ///
    /// Inversion that starts at the mode and goes outwards, one step below and one above in turn: the order of the counts is
    /// immaterial as long as it is fixed, and the mean number of steps is about 1.6 standard deviations.
    ///
    /// - Parameter uniform: From [0, 1).
    /// - Returns: A count from 0 to `trials`.
    public func count(at uniform: Double) -> Int {
        var rest = uniform - modeProbability
        guard rest >= 0 else { return mode }
        let odds = probability / (1 - probability)
        var (below, above) = (mode, mode)
        var (massBelow, massAbove) = (modeProbability, modeProbability)
        while (below > 0 && massBelow > 0) || (above < trials && massAbove > 0) {
            if above < trials {
                massAbove *= odds * (Double(trials - above) / Double(above + 1))
                above += 1
                rest -= massAbove
                if rest < 0 { return above }
            }
            if below > 0 {
                massBelow *= Double(below) / (odds * Double(trials - below + 1))
                below -= 1
                rest -= massBelow
                if rest < 0 { return below }
            }
        }
        // Rounding may leave a rest of about 10⁻¹⁵ after all counts.
        return mode
    }

    private static func mass(_ count: Int, _ trials: Int, _ probability: Double) -> Double {
        guard count >= 0, count <= trials else { return 0 }
        if probability == 0 { return count == 0 ? 1 : 0 }
        if probability == 1 { return count == trials ? 1 : 0 }
        let n = Double(trials)
        if count == 0 { return ElementaryFunctions.exp(n * ElementaryFunctions.log1p(-probability)) }
        if count == trials { return ElementaryFunctions.exp(n * ElementaryFunctions.log(probability)) }
        let (a, b) = (Double(count), Double(trials - count))
        return StirlingSeries.betaPower(x: probability, y: 1 - probability, a: a, b: b) * (n / (a * b))
    }
}
