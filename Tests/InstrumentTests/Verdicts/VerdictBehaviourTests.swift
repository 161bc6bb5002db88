// SPDX-License-Identifier: Apache-2.0
import Instrument
import Statistics
import TestSupport
import Testing

/// How the rule behaves on samples: the two tables that were published with it.
@Suite("What the verdict rule does with samples", .tags(.simulation, .published))
struct VerdictBehaviourTests {
    /// One cell of the simulated table: how many of 100 runs end with which verdict.
    struct Cell: Sendable, CustomTestStringConvertible {
        let mean: Double
        let size: Int
        var met = 0.0
        var comments = 0.0
        var undetermined = 0.0
        var notMet = 0.0

        var testDescription: String { "mean \(mean), n = \(size)" }
    }

    @Test(
        "b = 0.50, m = 0.05, empirical Bernstein limits: the verdicts come as often as published, and none is ever wrong",
        arguments: [
            Cell(mean: 0.40, size: 500, met: 100), Cell(mean: 0.40, size: 5_000, met: 100),
            Cell(mean: 0.48, size: 500, met: 1, comments: 89, undetermined: 10),
            Cell(mean: 0.48, size: 5_000, met: 95, comments: 5),
            Cell(mean: 0.50, size: 500, comments: 44, undetermined: 56), Cell(mean: 0.50, size: 5_000, comments: 100),
            Cell(mean: 0.53, size: 500, undetermined: 100),
            Cell(mean: 0.53, size: 5_000, comments: 97, undetermined: 3),
            Cell(mean: 0.55, size: 500, undetermined: 100), Cell(mean: 0.55, size: 5_000, undetermined: 100),
            Cell(mean: 0.56, size: 500, undetermined: 100),
            Cell(mean: 0.56, size: 5_000, undetermined: 73, notMet: 27),
            Cell(mean: 0.60, size: 500, undetermined: 57, notMet: 43), Cell(mean: 0.60, size: 5_000, notMet: 100),
            Cell(mean: 0.70, size: 500, notMet: 100), Cell(mean: 0.70, size: 5_000, notMet: 100),
        ]
    )
    func behaviour(_ cell: Cell) {
        let (bound, tolerance, runs) = (0.50, 0.05, 300)
        let most = Criterion(.atMost, bound: bound, tolerance: tolerance)
        let least = Criterion(.atLeast, bound: 1 - bound, tolerance: tolerance)
        let quantiles = Self.quantiles(cell.mean)
        var counts: [Verdict: Int] = [:]
        for run in 0..<runs {
            let (lower, upper) = Self.limits(cell.size, quantiles, run: UInt32(run))
            let verdict = most.verdict(lower: lower, upper: upper)
            counts[verdict, default: 0] += 1
            // One minus the value, held against the mirrored clause.
            #expect(least.verdict(lower: 1 - upper, upper: 1 - lower) == verdict, "run \(run)")
            if cell.mean <= bound { #expect(verdict != .notMet, "run \(run)") }
            if cell.mean <= bound + tolerance { #expect(verdict != .notMet, "run \(run)") }
            if cell.mean > bound { #expect(verdict != .met, "run \(run)") }
            if cell.mean > bound + tolerance { #expect(verdict != .metWithComments, "run \(run)") }
        }
        let expected: [(Verdict, Double)] = [
            (.met, cell.met), (.metWithComments, cell.comments), (.notDetermined, cell.undetermined),
            (.notMet, cell.notMet),
        ]
        for (verdict, share) in expected {
            let found = Double(counts[verdict] ?? 0) / Double(runs) * 100
            // Both tables are 300 runs: four standard errors of their difference are 16 at one half, and 0 at 0 and 100.
            let margin = 2 + 16 * (4 * share / 100 * (1 - share / 100)).squareRoot()
            #expect(abs(found - share) <= margin, "\(verdict.rawValue): \(found) %, published \(share) %")
        }
    }

    /// Whether a verdict on a space whose true value is known says what is not so.
    static func isWrong(_ verdict: Verdict, _ criterion: Criterion, truth: Double) -> Bool {
        let sign = criterion.direction == .atMost ? 1.0 : -1
        return switch verdict {
        case .met: sign * (truth - criterion.bound) > 1e-12
        case .metWithComments: sign * (truth - criterion.limit) > 1e-12
        case .notMet: sign * (truth - criterion.limit) <= 1e-12
        case .notDetermined, .notApplicable: false
        }
    }

    @Test(
        "no verdict is wrong in any run, at most or at least, on a grid finer than the table where it is close",
        arguments: [500, 5_000]
    )
    func neverWrong(_ size: Int) {
        var runs = 0
        var decided = 0
        var wrong: [String] = []
        let grid = [0.40, 0.48, 0.50, 0.501, 0.505, 0.51, 0.53, 0.545, 0.55, 0.551, 0.555, 0.56, 0.60, 0.70]
        for mean in grid {
            for direction in Criterion.Direction.allCases {
                let criterion = Criterion(direction, bound: 0.5, tolerance: 0.05)
                // At least is drawn anew on the other side, not mirrored.
                let truth = direction == .atMost ? mean : 1 - mean
                let quantiles = Self.quantiles(truth)
                for run in 0..<300 {
                    let (lower, upper) = Self.limits(size, quantiles, run: UInt32(run))
                    let verdict = criterion.verdict(lower: lower, upper: upper)
                    runs += 1
                    if verdict != .notDetermined { decided += 1 }
                    if Self.isWrong(verdict, criterion, truth: truth) {
                        wrong.append("\(direction.rawValue), \(truth), run \(run): \(verdict.rawValue)")
                    }
                }
            }
        }
        print("n = \(size): \(decided) of \(runs) runs decided, \(wrong.count) wrong")
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(decided > runs / 5)
    }

    @Test(
        "on counted cases the probability of a wrong verdict never exceeds what the confidence leaves, computed and not drawn",
        arguments: [59, 299, 598, 1_000, 2_995, 5_000]
    )
    func neverTooOftenWrong(_ trials: Int) throws {
        let most = Criterion(.atMost, bound: 0.001, tolerance: 0.004)
        let least = Criterion(.atLeast, bound: 0.999, tolerance: 0.004)
        var worst = 0.0
        // Around both lines and far from them.
        for rate in [0, 0.0005, 0.001, 0.001_000_1, 0.001_5, 0.003, 0.005, 0.005_000_1, 0.006, 0.01, 0.02, 0.5, 1] {
            var wrong = (most: 0.0, least: 0.0)
            let distribution = BinomialDistribution(trials: trials, probability: rate)
            for events in 0...trials {
                let probability = distribution.mass(events)
                guard probability > 1e-15 else { continue }
                func limits(_ events: Int) throws -> ConfidenceInterval {
                    try #require(ClopperPearsonInterval.interval(successes: events, trials: trials, confidence: 0.95))
                }
                let few = try limits(events)
                let many = try limits(trials - events)
                let first = most.verdict(lower: few.lowerLimit, upper: few.upperLimit)
                let second = least.verdict(lower: many.lowerLimit, upper: many.upperLimit)
                if Self.isWrong(first, most, truth: rate) { wrong.most += probability }
                if Self.isWrong(second, least, truth: 1 - rate) { wrong.least += probability }
            }
            worst = max(worst, wrong.most, wrong.least)
            #expect(wrong.most <= 0.05 && wrong.least <= 0.05, "\(rate): \(wrong)")
        }
        print("n = \(trials): a wrong verdict has a probability of at most \(worst)")
    }

    /// The inverse of Beta(2μ, 2(1 − μ)) at 4,096 places.
    private static func quantiles(_ mean: Double) -> [Double] {
        let beta = BetaDistribution(a: 2 * mean, b: 2 * (1 - mean))
        return (0..<4_096).map { beta.quantile((Double($0) + 0.5) / 4_096) }
    }

    /// The empirical Bernstein limits of Maurer and Pontil 2009 for values in [0, 1], each side at 5 %.
    private static func limits(_ size: Int, _ quantiles: [Double], run: UInt32) -> (Double, Double) {
        let random = KeyedRandom(seed: UInt64(quantiles[2_048].bitPattern))
        var (sum, squares) = (0.0, 0.0)
        for block in 0..<UInt32(size / 4) {
            let words = random.words(KeyedRandom.Purpose(rawValue: 2_001), run, block, UInt32(size))
            for lane in 0..<4 {
                let value = quantiles[Int(words[lane] >> 20)]
                sum += value
                squares += value * value
            }
        }
        let count = Double(size)
        let mean = sum / count
        let variance = (squares - count * mean * mean) / (count - 1)
        let logarithm = ElementaryFunctions.log(2 / 0.05)
        let half = (2 * variance * logarithm / count).squareRoot() + 7 * logarithm / (3 * (count - 1))
        return (mean - half, mean + half)
    }

    /// A row of the exact table: the first number of mismatches at which each verdict ends, `nil` where it never comes.
    struct Row: Sendable, CustomTestStringConvertible {
        let trials: Int
        let met: ClosedRange<Int>?
        let comments: ClosedRange<Int>?
        let undetermined: ClosedRange<Int>
        let notMetFrom: Int

        var testDescription: String { "n = \(trials)" }

        func verdict(_ mismatches: Int) -> Verdict {
            if met?.contains(mismatches) == true { return .met }
            if comments?.contains(mismatches) == true { return .metWithComments }
            return undetermined.contains(mismatches) ? .notDetermined : .notMet
        }
    }

    @Test(
        "b = 0.001, m = 0.004, Clopper–Pearson limits: the exact table",
        arguments: [
            Row(trials: 59, met: nil, comments: nil, undetermined: 0...1, notMetFrom: 2),
            Row(trials: 299, met: nil, comments: nil, undetermined: 0...4, notMetFrom: 5),
            Row(trials: 598, met: nil, comments: 0...0, undetermined: 1...6, notMetFrom: 7),
            Row(trials: 1_000, met: nil, comments: 0...1, undetermined: 2...9, notMetFrom: 10),
            Row(trials: 2_995, met: 0...0, comments: 1...8, undetermined: 9...22, notMetFrom: 23),
            Row(trials: 5_000, met: 0...1, comments: 2...16, undetermined: 17...33, notMetFrom: 34),
        ]
    )
    func exact(_ row: Row) throws {
        let criterion = Criterion(.atMost, bound: 0.001, tolerance: 0.004)
        #expect(row.verdict(row.notMetFrom) == .notMet && row.verdict(row.notMetFrom - 1) == .notDetermined)
        for mismatches in 0...min(row.trials, 80) {
            let limits = try #require(
                ClopperPearsonInterval.interval(successes: mismatches, trials: row.trials, confidence: 0.95)
            )
            let verdict = criterion.verdict(lower: limits.lowerLimit, upper: limits.upperLimit)
            #expect(verdict == row.verdict(mismatches), "\(mismatches) of \(row.trials)")
        }
        // Rates of agreement against the mirrored clause.
        for mismatches in 0...min(row.trials, 80) {
            let limits = try #require(
                ClopperPearsonInterval.interval(
                    successes: row.trials - mismatches,
                    trials: row.trials,
                    confidence: 0.95
                )
            )
            let mirrored = Criterion(.atLeast, bound: 0.999, tolerance: 0.004)
            let verdict = mirrored.verdict(lower: limits.lowerLimit, upper: limits.upperLimit)
            #expect(verdict == row.verdict(mismatches), "\(mismatches) of \(row.trials), as agreement")
        }
    }
}
