// SPDX-License-Identifier: Apache-2.0

/// Everything the cluster bootstrap computed: the point, the draws and, where asked for, the leave-one-out values.
public struct BootstrapDraws: Sendable {
    /// Each figure on the data themselves.
    public let point: [Double]
    /// `draws[figure]`: one value a replicate, in the order of the replicates; NaN where the replicate left it undefined.
    public let draws: [[Double]]
    /// `leaveOneOut[figure]`: one value a cluster; empty where it was not asked for.
    public let leaveOneOut: [[Double]]
    /// The stratum of each cluster, or `nil`; the acceleration of a BCa interval depends on it.
    public let strata: [Int32]?

    /// States draws that were made elsewhere.
    ///
    /// - Parameters:
    ///   - point: Each figure on the data themselves.
    ///   - draws: One row a figure, one value a replicate.
    ///   - leaveOneOut: One row a figure, one value a cluster; empty without.
    ///   - strata: The stratum of each cluster, or `nil`.
    public init(point: [Double], draws: [[Double]], leaveOneOut: [[Double]] = [], strata: [Int32]? = nil) {
        precondition(draws.count == point.count && (leaveOneOut.isEmpty || leaveOneOut.count == point.count))
        self.point = point
        self.draws = draws
        self.leaveOneOut = leaveOneOut
        self.strata = strata
    }

    /// Resamples the clusters of a subject.
    ///
    /// The result does not depend on `threads`: blocks of replicates are keyed and put together in their order.
    ///
    /// - Parameters:
    ///   - subject: What is computed anew in each replicate.
    ///   - scheme: Seed and number of replicates.
    ///   - threads: Blocks in work at the same time, at least 1.
    ///   - leavingOneOut: Whether to compute the leave-one-cluster-out values, which BCa intervals need.
    public init(
        of subject: some Resamplable,
        scheme: ResamplingScheme,
        threads: Int,
        leavingOneOut: Bool = false
    ) async {
        let clusters = subject.clusterCount
        precondition(subject.strata.map { $0.count == clusters } ?? true)
        let members = subject.strata.map { ResamplingScheme.members(ofStrata: $0) }
        point = Self.point(of: subject)
        strata = subject.strata
        draws = await Self.gather(
            figures: subject.figureCount,
            count: scheme.replicates,
            blocks: scheme.blockCount,
            threads: threads
        ) { index in
            var output = Array(repeating: SIMD16<Double>(), count: subject.figureCount)
            subject.evaluate(scheme.block(index, clusterCount: clusters, members: members), into: &output)
            return output
        }
        guard leavingOneOut else {
            leaveOneOut = []
            return
        }
        leaveOneOut = await Self.leavingOneOut(of: subject, threads: threads)
    }

    /// The figures of a subject without each of its clusters in turn: `[figure][cluster]`.
    static func leavingOneOut(of subject: some Resamplable, threads: Int) async -> [[Double]] {
        let clusters = subject.clusterCount
        return await gather(
            figures: subject.figureCount,
            count: clusters,
            blocks: (clusters + WeightBlock.lanes - 1) / WeightBlock.lanes,
            threads: threads
        ) { index in
            var output = Array(repeating: SIMD16<Double>(), count: subject.figureCount)
            subject.evaluate(ResamplingScheme.jackknifeBlock(index, clusterCount: clusters), into: &output)
            return output
        }
    }

    /// The figures of a subject on the data themselves: every cluster counts once.
    public static func point(of subject: some Resamplable) -> [Double] {
        var output = Array(repeating: SIMD16<Double>(), count: subject.figureCount)
        subject.evaluate(WeightBlock(clusterCount: subject.clusterCount, used: 1, repeating: 1), into: &output)
        return output.map { $0[0] }
    }

    private static func gather(
        figures: Int,
        count: Int,
        blocks: Int,
        threads: Int,
        _ work: @escaping @Sendable (Int) -> [SIMD16<Double>]
    ) async -> [[Double]] {
        var values = Array(repeating: Array(repeating: Double.nan, count: count), count: figures)
        await withTaskGroup(of: (Int, [SIMD16<Double>]).self) { group in
            var next = 0
            while next < min(max(threads, 1), blocks) {
                group.addTask { [next] in (next, work(next)) }
                next += 1
            }
            while let (index, output) = await group.next() {
                if next < blocks {
                    group.addTask { [next] in (next, work(next)) }
                    next += 1
                }
                let first = index * WeightBlock.lanes
                for lane in 0..<min(WeightBlock.lanes, count - first) {
                    for figure in 0..<figures { values[figure][first + lane] = output[figure][lane] }
                }
            }
        }
        return values
    }
}
