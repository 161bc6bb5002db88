// SPDX-License-Identifier: Apache-2.0
public import Statistics

extension Inference {
    /// The figures of a resampled subject with their intervals.
    ///
    /// Quantities on the log scale are yielded as natural logarithms; estimate and interval are put back, so that a ratio and
    /// its inverse get inverse intervals by every method. Below `leastClusters` (in the smallest stratum) the figures come
    /// without an interval and say so.
    ///
    /// - Parameters:
    ///   - subject: What is resampled.
    ///   - quantities: Its figures, in its order.
    /// - Returns: One figure a quantity.
    public func figures(of subject: some Resamplable, _ quantities: [Quantity]) async -> [Figure] {
        precondition(subject.figureCount == quantities.count)
        let fewest = Self.fewestClusters(subject)
        guard fewest >= Self.leastClusters else {
            let note = "\(fewest) independent units: an interval needs at least \(Self.leastClusters)"
            return zip(quantities, BootstrapDraws.point(of: subject)).map { quantity, point in
                Figure(key: quantity.key, value: quantity.restored(point), unit: quantity.unit, note: note)
            }
        }
        let draws = await BootstrapDraws(
            of: subject, scheme: ResamplingScheme(replicates: replicates, random: random), threads: threads,
            leavingOneOut: method == .bca)
        return quantities.enumerated().map { index, quantity in
            var figure = Figure(key: quantity.key, value: quantity.restored(draws.point[index]), unit: quantity.unit)
            figure.uncertainty = uncertainty(of: index, in: draws, quantity)
            if figure.value != nil, figure.uncertainty == nil {
                figure.note = "undefined in more than 5 % of the resamples, so there is no interval"
            }
            return figure
        }
    }

    private static func fewestClusters(_ subject: some Resamplable) -> Int {
        guard let strata = subject.strata else { return subject.clusterCount }
        var sizes: [Int32: Int] = [:]
        for stratum in strata { sizes[stratum, default: 0] += 1 }
        return sizes.values.min() ?? 0
    }

    private func uncertainty(of index: Int, in draws: BootstrapDraws, _ quantity: Quantity) -> Uncertainty? {
        let kinds: (BootstrapDraws.IntervalKind, BootstrapDraws.IntervalKind) =
            switch method {
            case .percentile: (.percentile, .basic)
            case .basic: (.basic, .percentile)
            case .bca: (.bca, .percentile)
            }
        guard let headline = draws.interval(of: index, kind: kinds.0, confidence: confidence),
            let other = draws.interval(of: index, kind: kinds.1, confidence: confidence),
            let lower = quantity.restored(headline.lower), let upper = quantity.restored(headline.upper),
            let lowerLimit = quantity.restored(headline.lowerLimit), let upperLimit = quantity.restored(headline.upperLimit)
        else { return nil }
        var alternative: ClosedRange<Double>?
        if let low = quantity.restored(other.lower), let high = quantity.restored(other.upper), low <= high { alternative = low...high }
        return Uncertainty(
            lower: lower, upper: upper, alternative: alternative, lowerLimit: lowerLimit, upperLimit: upperLimit,
            method: "cluster bootstrap, \(method.words), \(replicates) draws")
    }
}

extension Inference.Quantity {
    /// The value in the unit of the figure; `nil` where it is undefined.
    func restored(_ value: Double) -> Double? {
        let restored = logScale ? ElementaryFunctions.exp(value) : value
        return restored.isFinite && !value.isNaN ? restored : nil
    }
}

extension Inference.Method {
    fileprivate var words: String {
        switch self {
        case .percentile: "percentile"
        case .basic: "basic"
        case .bca: "BCa"
        }
    }
}
