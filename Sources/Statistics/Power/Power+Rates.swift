// SPDX-License-Identifier: Apache-2.0

extension Power {
    /// The smallest number of trials whose exact one-sided upper limit (Clopper and Pearson) does not exceed a bound.
    ///
    /// - Parameters:
    ///   - bound: The rate to stay below, inside (0, 1).
    ///   - failures: The number of failures that are to be allowed for; 0 plans for a true rate of 0.
    ///   - confidence: One-sided, inside (0, 1).
    /// - Returns: The number of trials.
    public static func trials(toBoundRate bound: Double, failures: Int = 0, confidence: Double = 0.95) -> Int {
        precondition(bound > 0 && bound < 1 && failures >= 0 && confidence > 0 && confidence < 1)
        // The upper limit is at or below the bound exactly if so few failures are improbable at the bound.
        func isEnough(_ trials: Int) -> Bool {
            BinomialDistribution(trials: trials, probability: bound).cumulative(failures) <= 1 - confidence
        }
        return smallest(from: failures + 1, isEnough)
    }

    /// The probability that at least one of `draws` independent draws finds an alteration of the given share: 1 − (1 − ε)ⁿ.
    ///
    /// - Parameters:
    ///   - share: ε, from 0 to 1.
    ///   - draws: n, at least 0.
    /// - Returns: The probability.
    public static func detectionProbability(share: Double, draws: Int) -> Double {
        precondition(share >= 0 && share <= 1 && draws >= 0)
        guard draws > 0 else { return 0 }
        return -ElementaryFunctions.expm1(Double(draws) * ElementaryFunctions.log1p(-share))
    }

    /// The smallest number of independent draws that finds an alteration of the given share with the given probability.
    ///
    /// - Parameters:
    ///   - share: ε, inside (0, 1].
    ///   - probability: Inside (0, 1).
    /// - Returns: The number of draws.
    public static func draws(toDetectShare share: Double, probability: Double) -> Int {
        precondition(share > 0 && share <= 1 && probability > 0 && probability < 1)
        return smallest(from: 1) { detectionProbability(share: share, draws: $0) >= probability }
    }

    /// The smallest number of draws without replacement that finds one of the altered members of a population.
    ///
    /// Exact: the first n with Π (N − D − i)/(N − i), i < n, at most 1 − probability.
    ///
    /// - Parameters:
    ///   - altered: D, from 1 to `population`.
    ///   - population: N.
    ///   - probability: Inside (0, 1).
    /// - Returns: The number of draws, at most `population`.
    public static func draws(toDetectAltered altered: Int, of population: Int, probability: Double) -> Int {
        precondition(altered >= 1 && altered <= population && probability > 0 && probability < 1)
        var missed = 1.0
        var draws = 0
        // The slack keeps a product that equals the bound from failing by its rounding.
        while missed > (1 - probability) * (1 + 1e-12) {
            missed *= Double(population - altered - draws) / Double(population - draws)
            draws += 1
        }
        return draws
    }

    /// The smallest number that passes a condition which, once passed, stays passed.
    private static func smallest(from start: Int, _ isEnough: (Int) -> Bool) -> Int {
        var high = start
        while !isEnough(high) { high *= 2 }
        var low = start
        while low < high {
            let middle = low + (high - low) / 2
            if isEnough(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
