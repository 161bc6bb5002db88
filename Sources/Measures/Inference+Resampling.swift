// SPDX-License-Identifier: Apache-2.0
public import Statistics

extension Inference {
    /// The figures of a resampled subject with their intervals.
    ///
    /// Below `leastClusters` the figures come without an interval and say so; a measure whose figure is a mean of cluster
    /// differences then adds the exact one (`exactDifference`).
    ///
    /// - Parameters:
    ///   - subject: What is resampled.
    ///   - quantities: Its figures, in its order.
    public func figures(of subject: some Resamplable, _ quantities: [Quantity]) async -> [Figure] {
        precondition(subject.figureCount == quantities.count)
        guard subject.clusterCount >= Self.leastClusters else {
            let note = "\(subject.clusterCount) clusters: a bootstrap needs at least \(Self.leastClusters)"
            return zip(quantities, BootstrapDraws.point(of: subject)).map {
                Figure(key: $0.key, value: $1, unit: $0.unit, note: note)
            }
        }
        let draws = await BootstrapDraws(
            of: subject, scheme: ResamplingScheme(replicates: replicates, random: random), threads: threads)
        return quantities.enumerated().map { index, quantity in
            var figure = Figure(key: quantity.key, value: draws.point[index], unit: quantity.unit)
            figure.uncertainty = uncertainty(of: index, in: draws, quantity)
            return figure
        }
    }

    private func uncertainty(of index: Int, in draws: BootstrapDraws, _ quantity: Quantity) -> Uncertainty? {
        guard let percentile = draws.interval(of: index, kind: .percentile, confidence: confidence),
            let basic = draws.interval(of: index, kind: .basic, confidence: confidence)
        else { return nil }
        return Uncertainty(
            lower: percentile.lower, upper: percentile.upper, alternative: basic.lower...basic.upper,
            lowerLimit: percentile.lowerLimit, upperLimit: percentile.upperLimit,
            method: "cluster bootstrap, percentile, \(replicates) draws")
    }
}
