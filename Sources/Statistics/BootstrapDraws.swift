// SPDX-License-Identifier: Apache-2.0

/// Everything the cluster bootstrap computed: the point, the draws and, where asked for, the leave-one-out values.
public struct BootstrapDraws: Sendable {
    /// Each figure on the data themselves.
    public let point: [Double]
    /// `draws[figure]`: one value a replicate, in the order of the replicates; NaN where the replicate left it undefined.
    public let draws: [[Double]]
    /// `leaveOneOut[figure]`: one value a cluster; empty where it was not asked for.
    public let leaveOneOut: [[Double]]

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
        of subject: some Resamplable, scheme: ResamplingScheme, threads: Int, leavingOneOut: Bool = false
    ) async {
        let clusters = subject.clusterCount
        point = Self.point(of: subject)
        draws = await Self.gather(
            figures: subject.figureCount, count: scheme.replicates, blocks: scheme.blockCount, threads: threads
        ) { index in
            var output = Array(repeating: SIMD16<Double>(), count: subject.figureCount)
            subject.evaluate(
                scheme.block(index, clusterCount: clusters, strata: subject.strata), into: &output)
            return output
        }
        guard leavingOneOut else {
            leaveOneOut = []
            return
        }
        let blocks = (clusters + WeightBlock.lanes - 1) / WeightBlock.lanes
        leaveOneOut = await Self.gather(
            figures: subject.figureCount, count: clusters, blocks: blocks, threads: threads
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
        figures: Int, count: Int, blocks: Int, threads: Int,
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
