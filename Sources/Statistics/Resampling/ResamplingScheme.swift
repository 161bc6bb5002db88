// SPDX-License-Identifier: Apache-2.0

/// How clusters are drawn: with replacement, within their stratum, keyed by seed, replicate and draw.
public struct ResamplingScheme: Sendable {
    /// Replicates to draw.
    public let replicates: Int
    /// The random numbers.
    public let random: KeyedRandom

    /// Declares a scheme.
    ///
    /// - Parameters:
    ///   - replicates: Above 0.
    ///   - random: The random numbers.
    public init(replicates: Int, random: KeyedRandom) {
        precondition(replicates > 0)
        self.replicates = replicates
        self.random = random
    }

    /// Blocks of `WeightBlock.lanes` replicates that hold all replicates.
    public var blockCount: Int { (replicates + WeightBlock.lanes - 1) / WeightBlock.lanes }

    /// The weights of one block of bootstrap replicates.
    ///
    /// In each replicate the weights of a stratum add up to its number of clusters.
    ///
    /// - Parameters:
    ///   - index: From 0 to `blockCount` − 1.
    ///   - clusterCount: Clusters to draw from, and as many to draw.
    ///   - strata: The stratum of each cluster, or `nil`; clusters with a negative number are drawn among themselves.
    /// - Returns: The weights, one row a cluster.
    public func block(_ index: Int, clusterCount: Int, strata: [Int32]?) -> WeightBlock {
        block(index, clusterCount: clusterCount, members: strata.map { Self.members(ofStrata: $0) })
    }

    /// The same for strata that were sorted out before, once for all blocks.
    func block(_ index: Int, clusterCount: Int, members: [[Int32]]?) -> WeightBlock {
        let first = index * WeightBlock.lanes
        let used = min(WeightBlock.lanes, replicates - first)
        var block = WeightBlock(clusterCount: clusterCount, used: used, repeating: 0)
        guard let members else {
            draw(nil, firstReplicate: first, into: &block)
            return block
        }
        for stratum in members { draw(stratum, firstReplicate: first, into: &block) }
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

    /// The clusters of each stratum, in the order of the strata; clusters without a stratum (a negative number) form one.
    static func members(ofStrata strata: [Int32]) -> [[Int32]] {
        let order = (0..<Int32(strata.count)).sorted {
            let (left, right) = (max(strata[Int($0)], -1), max(strata[Int($1)], -1))
            return left == right ? $0 < $1 : left < right
        }
        var members: [[Int32]] = []
        var last: Int32?
        for cluster in order {
            let stratum = max(strata[Int(cluster)], -1)
            if stratum != last { members.append([]) }
            members[members.count - 1].append(cluster)
            last = stratum
        }
        return members
    }

    /// Draws as many clusters as there are, four from each call of the generator.
    ///
    /// An index is the high half of a 32 × 32 bit product (Lemire 2019 without the rejection): its bias is below
    /// count / 2³², which is under 0.003 % for 100,000 clusters and far below the Monte Carlo error. The first cluster of a
    /// stratum salts its draws: no two strata share one, so no two strata share bits.
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
