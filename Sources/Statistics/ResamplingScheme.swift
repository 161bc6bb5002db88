// SPDX-License-Identifier: Apache-2.0

/// How clusters are drawn: with replacement, within their stratum, keyed by seed, replicate and draw.
public struct ResamplingScheme: Sendable {
    /// Replicates to draw.
    public let replicates: Int
    /// The random numbers.
    public let random: KeyedRandom

    /// Declares a scheme.
    public init(replicates: Int, random: KeyedRandom) {
        precondition(replicates > 0)
        self.replicates = replicates
        self.random = random
    }

    /// Blocks of `WeightBlock.lanes` replicates that hold all replicates.
    public var blockCount: Int { (replicates + WeightBlock.lanes - 1) / WeightBlock.lanes }

    /// The weights of one block of bootstrap replicates.
    public func block(_ index: Int, clusterCount: Int, strata: [Int32]?) -> WeightBlock {
        let first = index * WeightBlock.lanes
        let used = min(WeightBlock.lanes, replicates - first)
        var block = WeightBlock(clusterCount: clusterCount, used: used, repeating: 0)
        for members in Self.strataMembers(clusterCount: clusterCount, strata: strata) {
            draw(members, firstReplicate: first, into: &block)
        }
        return block
    }

    /// Weights that leave out one cluster per lane: lanes hold clusters `index * lanes` and following.
    public static func jackknifeBlock(_ index: Int, clusterCount: Int) -> WeightBlock {
        let first = index * WeightBlock.lanes
        let used = min(WeightBlock.lanes, clusterCount - first)
        var block = WeightBlock(clusterCount: clusterCount, used: used, repeating: 1)
        for lane in 0..<used { block.rows[first + lane][lane] = 0 }
        return block
    }

    private static func strataMembers(clusterCount: Int, strata: [Int32]?) -> [[Int32]?] {
        guard let strata else { return [nil] }
        let count = Int(strata.max() ?? -1) + 1
        var members = Array(repeating: [Int32](), count: count)
        for (cluster, stratum) in strata.enumerated() { members[Int(stratum)].append(Int32(cluster)) }
        return members.filter { !$0.isEmpty }
    }

    /// Draws as many clusters as there are, four from each call of the generator.
    ///
    /// An index is the high half of a 32 × 32 bit product (Lemire 2019 without the rejection): its bias is below
    /// count / 2³², which is under 0.003 % for 100,000 clusters and far below the Monte Carlo error.
    private func draw(_ members: [Int32]?, firstReplicate: Int, into block: inout WeightBlock) {
        let count = members?.count ?? block.clusterCount
        let salt = UInt32(truncatingIfNeeded: members?.first ?? 0)
        for lane in 0..<block.used {
            let replicate = UInt32(truncatingIfNeeded: firstReplicate + lane)
            var drawn = 0
            while drawn < count {
                let words = random.words(.bootstrap, replicate, UInt32(truncatingIfNeeded: drawn), salt)
                for word in 0..<min(4, count - drawn) {
                    let index = Int((UInt64(words[word]) &* UInt64(count)) >> 32)
                    let cluster = members.map { Int($0[index]) } ?? index
                    block.rows[cluster][lane] += 1
                }
                drawn += 4
            }
        }
    }
}
