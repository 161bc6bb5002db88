// SPDX-License-Identifier: Apache-2.0

/// Something whose figures can be computed anew when its clusters count more or less often.
///
/// This is the one seam between measures and inference: bootstrap, jackknife and their intervals are written once against
/// it. A ratio is recomputed as a ratio in each replicate, a choice such as "the ten largest" is made anew.
public protocol Resamplable: Sendable {
    /// Clusters: the declared resampling units.
    var clusterCount: Int { get }
    /// The stratum of each cluster, or `nil`; clusters are drawn within their stratum.
    var strata: [Int32]? { get }
    /// Figures per replicate.
    var figureCount: Int { get }

    /// Computes every figure for every lane of a block.
    ///
    /// - Parameters:
    ///   - block: How often each cluster counts.
    ///   - output: `figureCount` rows; a figure that a replicate leaves undefined is NaN.
    func evaluate(_ block: WeightBlock, into output: inout [SIMD16<Double>])
}
