// SPDX-License-Identifier: Apache-2.0

/// What leaving out one cluster at a time says about the error of a figure.
///
/// It takes one evaluation more than there are clusters and no random number. It is meant for figures that change smoothly with the
/// weight of a cluster, such as means, shares and ratios of totals; of a median or another quantile it gives no error that could be
/// trusted.
public struct Jackknife: Sendable {
    /// Each figure on the data themselves.
    public let point: [Double]
    /// `leaveOneOut[figure]`: one value a cluster.
    public let leaveOneOut: [[Double]]
    /// The clusters of each stratum; one stratum where there are none.
    private let members: [[Int32]]

    /// The error of an estimate.
    public struct Spread: Sendable, Equatable {
        /// The standard error.
        public var standardError: Double
        /// How many independent differences it was estimated from.
        public var degreesOfFreedom: Double

        /// The value at a one-sided probability of Student's t, times the standard error.
        ///
        /// - Parameter probability: Above 0 and below 1.
        /// - Returns: How far a limit lies from the estimate.
        public func reach(_ probability: Double) -> Double {
            StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(probability) * standardError
        }
    }

    /// Leaves out each cluster of a subject in turn.
    ///
    /// The result does not depend on `threads`.
    ///
    /// - Parameters:
    ///   - subject: What is computed anew each time.
    ///   - threads: Blocks of 16 clusters in work at the same time, at least 1.
    public init(of subject: some Resamplable, threads: Int) async {
        point = BootstrapDraws.point(of: subject)
        leaveOneOut = await BootstrapDraws.leavingOneOut(of: subject, threads: threads)
        members = ResamplingScheme.members(ofStrata: subject.strata ?? Array(repeating: 0, count: subject.clusterCount))
    }

    /// Strata that clusters belong to; 1 where there are none.
    public var strataCount: Int { members.count }

    /// The error of one figure.
    ///
    /// - Parameter figure: Its index.
    /// - Returns: The error, or `nil` where the figure is undefined, on the data or without some cluster.
    public func spread(of figure: Int) -> Spread? { spread(point[figure], leaveOneOut[figure]) }

    /// The error of a figure minus another.
    ///
    /// - Parameters:
    ///   - figure: The index of what is subtracted from.
    ///   - other: The index of what is subtracted.
    /// - Returns: The error, or `nil` where the difference is undefined.
    public func spread(of figure: Int, minus other: Int) -> Spread? {
        spread(point[figure] - point[other], zip(leaveOneOut[figure], leaveOneOut[other]).map { $0 - $1 })
    }

    /// SE² = Σ_h v_h with v_h = (n_h − 1)/n_h · Σ (θ₍ⱼ₎ − θ̄_h)² over the clusters j of stratum h.
    ///
    /// The degrees of freedom are n − 1 without strata and (Σ v_h)²/Σ(v_h²/(n_h − 1)) with them (Welch 1947, Satterthwaite 1946), so that the
    /// difference of two independent means gets exactly the interval of Welch.
    private func spread(_ theta: Double, _ values: [Double]) -> Spread? {
        guard theta.isFinite, values.allSatisfy(\.isFinite) else { return nil }
        var variance = 0.0
        var squares = 0.0
        var fewest = Double.infinity
        for stratum in members {
            let size = Double(stratum.count)
            guard size > 1 else { return nil }
            let mean = stratum.reduce(0) { $0 + values[Int($1)] } / size
            let own = stratum.reduce(0) { sum, cluster in
                let distance = values[Int(cluster)] - mean
                return sum + distance * distance
            }
            let part = (size - 1) / size * own
            variance += part
            squares += part * part / (size - 1)
            fewest = min(fewest, size - 1)
        }
        guard variance.isFinite, !members.isEmpty else { return nil }
        let pooled = variance * variance / squares
        return Spread(
            standardError: variance.squareRoot(),
            degreesOfFreedom: members.count > 1 && pooled.isFinite ? max(pooled, fewest) : fewest
        )
    }
}
