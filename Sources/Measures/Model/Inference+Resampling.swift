// SPDX-License-Identifier: Apache-2.0
public import Statistics

extension Inference {
    /// The figures of a resampled subject with their intervals.
    ///
    /// Quantities on the log scale are yielded as natural logarithms; estimate and interval are put back, so that a ratio and
    /// its inverse get inverse intervals by every method. Below `leastUnits` (in the smallest stratum) the figures come
    /// without an interval and say so. The one-sided limits, which the verdict rule reads, are the wider ones of both stored
    /// intervals: where resampling itself leans, as with the share of the largest, the two differ, and neither may decide alone.
    ///
    /// - Parameters:
    ///   - subject: What is resampled.
    ///   - quantities: Its figures, in its order.
    /// - Returns: One figure a quantity that has a key.
    public func figures(of subject: some Resamplable, _ quantities: [Quantity]) async -> [Figure] {
        precondition(subject.figureCount == quantities.count)
        let fewest = Self.fewestClusters(subject)
        guard fewest >= leastUnits else {
            let note = "\(fewest) independent units: an interval needs at least \(leastUnits)"
            return zip(quantities, BootstrapDraws.point(of: subject)).compactMap { quantity, point in
                quantity.key.map { key in
                    let value = quantity.restored(point)
                    return Figure(
                        key: key,
                        value: value,
                        unit: quantity.unit,
                        note: value == nil ? Self.undefined : note
                    )
                }
            }
        }
        guard let kinds = method.intervals else { return await studentFigures(of: subject, quantities) }
        let draws = await BootstrapDraws(
            of: subject,
            scheme: ResamplingScheme(replicates: replicates, random: random),
            threads: threads,
            leavingOneOut: method == .bca
        )
        return quantities.enumerated().compactMap { index, quantity in
            guard let key = quantity.key else { return nil }
            var figure = Figure(key: key, value: quantity.restored(draws.point[index]), unit: quantity.unit)
            figure.uncertainty = uncertainty(of: index, in: draws, kinds, quantity)
            if figure.uncertainty != nil, quantity.extreme == nil, Self.leans(draws, index) {
                figure.note =
                    "resamples lie to one side of the estimate, so the interval spans both the percentile and the basic one"
            }
            if figure.value == nil {
                figure.note = Self.undefined
                figure.uncertainty = nil
            } else if figure.uncertainty == nil {
                figure.note = "undefined or without bound in more than 5 % of the resamples, so there is no interval"
            }
            return figure
        }
    }

    /// Why a figure has no value.
    static let undefined =
        "undefined for this recording: there is nothing to divide by, or a part is shown in one arm only"

    private static func fewestClusters(_ subject: some Resamplable) -> Int {
        guard let strata = subject.strata else { return subject.clusterCount }
        var sizes: [Int32: Int] = [:]
        for stratum in strata { sizes[stratum, default: 0] += 1 }
        return sizes.values.min() ?? 0
    }

    /// Whether the draws lie so far to one side of the estimate that neither stored interval can be trusted alone.
    ///
    /// Resampling makes few authors look larger still, because the largest are chosen anew in each draw. Half a standard error
    /// is where a 95 % percentile interval begins to cover noticeably less than it says.
    private static func leans(_ draws: BootstrapDraws, _ index: Int) -> Bool {
        let moments = Moments(draws.draws[index].filter(\.isFinite))
        return (moments.mean - draws.point[index]).magnitude > 0.5 * moments.standardDeviation
    }

    private func uncertainty(
        of index: Int,
        in draws: BootstrapDraws,
        _ kinds: Method.Intervals,
        _ quantity: Quantity
    ) -> Uncertainty? {
        guard var headline = draws.interval(of: index, kind: kinds.headline, confidence: confidence),
            let other = draws.interval(of: index, kind: kinds.other, confidence: confidence)
        else { return nil }
        if Self.leans(draws, index), quantity.extreme == nil {
            headline.lower = min(headline.lower, other.lower)
            headline.upper = max(headline.upper, other.upper)
        }
        headline.lowerLimit = min(headline.lowerLimit, other.lowerLimit)
        headline.upperLimit = max(headline.upperLimit, other.upperLimit)
        // A two-sided interval never ends inside the limits of the same confidence.
        headline.lower = min(headline.lower, headline.lowerLimit)
        headline.upper = max(headline.upper, headline.upperLimit)
        var method = "cluster bootstrap, \(kinds.words), \(replicates) draws"
        if let extreme = quantity.extreme {
            bound(&headline, extreme, draws)
            method += extreme.words
        }
        var uncertainty = quantity.uncertainty(headline, method: method)
        if quantity.extreme == nil, let low = quantity.restored(other.lower), let high = quantity.restored(other.upper),
            low <= high
        {
            uncertainty?.alternative = low...high
        }
        return uncertainty
    }

    /// Bounds an extreme on the side it leans to.
    private func bound(_ interval: inout ConfidenceInterval, _ extreme: Extreme, _ draws: BootstrapDraws) {
        let point = draws.point[extreme.component]
        let error = Moments(draws.draws[extreme.component].filter(\.isFinite)).standardDeviation
        let share = (1 - confidence) / Double(extreme.comparisons)
        let limit = NormalDistribution.quantile(1 - share) * error
        let end = NormalDistribution.quantile(1 - share / 2) * error
        switch extreme.side {
        case .largest:
            interval.lower = min(interval.upper, point - end)
            interval.lowerLimit = min(interval.upperLimit, point - limit)
        case .smallest:
            interval.upper = max(interval.lower, point + end)
            interval.upperLimit = max(interval.lowerLimit, point + limit)
        }
    }
}

extension Inference.Quantity {
    /// A limit within what values there can be.
    func cut(_ limit: Double) -> Double { min(max(limit, range.lowerBound), range.upperBound) }

    /// The value in the unit of the figure; `nil` where it is undefined.
    func restored(_ value: Double) -> Double? {
        let restored = logScale ? ElementaryFunctions.exp(value) : value
        return restored.isFinite && !value.isNaN ? restored : nil
    }

    /// An interval in the unit of the figure; `nil` where an end is undefined.
    func uncertainty(_ interval: ConfidenceInterval, method: String) -> Uncertainty? {
        guard let lower = restored(interval.lower), let upper = restored(interval.upper),
            let lowerLimit = restored(interval.lowerLimit), let upperLimit = restored(interval.upperLimit)
        else { return nil }
        return Uncertainty(
            lower: cut(lower),
            upper: cut(upper),
            lowerLimit: cut(lowerLimit),
            upperLimit: cut(upperLimit),
            method: method
        )
    }
}

extension Inference.Extreme {
    /// What is added to the name of a method.
    var words: String { "; limit of the extreme by Bonferroni over \(comparisons)" }
}

extension Inference.Method {
    /// Two intervals of the bootstrap that stand beside each other.
    fileprivate typealias Intervals = (
        headline: BootstrapDraws.IntervalKind, other: BootstrapDraws.IntervalKind, words: String
    )

    /// The intervals of a method that draws.
    fileprivate var intervals: Intervals? {
        switch self {
        case .percentile: (.percentile, .basic, "percentile")
        case .basic: (.basic, .percentile, "basic")
        case .bca: (.bca, .percentile, "BCa")
        case .student: nil
        }
    }
}
