// SPDX-License-Identifier: Apache-2.0

/// Looking at a running simulation a few times that were planned: after 8, 16, 32 and 64 worlds, say.
///
/// A t interval at every look is wrong: at these four looks a nominal 95 % interval misses the truth at some look in 14.7 % of
/// runs. Here each look spends an equal part of α, so that all of them together miss in at most α of runs (Bonferroni): 4.0 % at
/// these four looks, for intervals that are 1.41, 1.33, 1.30 and 1.29 times as wide.
public struct PlannedLooks: Sendable, Equatable {
    /// After how many units one looks, ascending.
    public let sizes: [Int]
    /// 1 − α of all looks together.
    public let confidence: Double

    /// States a plan.
    ///
    /// - Parameters:
    ///   - sizes: After how many units one looks: ascending, at least 2 each, at least one.
    ///   - confidence: Of all looks together; inside (0, 1).
    public init(sizes: [Int] = [8, 16, 32, 64], confidence: Double = 0.95) {
        precondition(confidence > 0 && confidence < 1)
        precondition(!sizes.isEmpty && sizes.allSatisfy { $0 >= 2 })
        precondition(zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 })
        self.sizes = sizes
        self.confidence = confidence
    }

    /// States a plan in which each look has twice as many units as the one before.
    ///
    /// - Parameters:
    ///   - first: Units at the first look, at least 2.
    ///   - count: How many looks, at least 1.
    ///   - confidence: Of all looks together; inside (0, 1).
    /// - Returns: The plan.
    public static func doubling(from first: Int, count: Int, confidence: Double = 0.95) -> PlannedLooks {
        precondition(first >= 2 && count >= 1)
        return PlannedLooks(sizes: (0..<count).map { first << $0 }, confidence: confidence)
    }

    /// States a plan whose looks double up to a largest number of units, where the last one is taken.
    ///
    /// - Parameters:
    ///   - first: Units at the first look, at least 2.
    ///   - last: Units at the last look, at least as many.
    ///   - confidence: Of all looks together; inside (0, 1).
    /// - Returns: The plan: 8, 16, 20 for 8 and 20.
    public static func doubling(from first: Int, upTo last: Int, confidence: Double) -> PlannedLooks {
        precondition(first >= 2 && last >= first)
        var sizes: [Int] = []
        var next = first
        while next < last {
            sizes.append(next)
            next *= 2
        }
        return PlannedLooks(sizes: sizes + [last], confidence: confidence)
    }

    /// 1 − α/looks: the confidence of each look.
    public var confidenceOfEach: Double { 1 - (1 - confidence) / Double(sizes.count) }

    /// After how many units one looks next; `nil` after the last look.
    ///
    /// - Parameter count: The units so far.
    /// - Returns: A larger number of units.
    public func next(after count: Int) -> Int? { sizes.first { $0 > count } }

    /// Student's interval for the mean at a planned look.
    ///
    /// - Parameter values: One a unit, in the order in which they came.
    /// - Returns: The interval, or `nil` where no look is planned after so many values, or where one is not finite.
    public func interval(of values: [Double]) -> ConfidenceInterval? {
        guard sizes.contains(values.count) else { return nil }
        return StudentInterval.interval(of: values, confidence: confidenceOfEach)
    }

    /// How many times as wide as that of a single look the interval of a planned look is.
    ///
    /// - Parameter size: The units at the look.
    /// - Returns: The ratio, or `nil` where no look is planned after so many units.
    public func widening(at size: Int) -> Double? {
        guard sizes.contains(size) else { return nil }
        let distribution = StudentDistribution(degreesOfFreedom: Double(size - 1))
        return distribution.quantile(0.5 + 0.5 * confidenceOfEach) / distribution.quantile(0.5 + 0.5 * confidence)
    }
}
