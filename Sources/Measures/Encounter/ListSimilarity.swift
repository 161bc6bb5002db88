// SPDX-License-Identifier: Apache-2.0

/// How alike two lists of items are.
enum ListSimilarity: Sendable, Equatable {
    /// |A ∩ B| / |A ∪ B| of the sets.
    case jaccard
    /// Rank-biased overlap of Webber, Moffat, Zobel 2010 for lists of finite length:
    /// p^k·X_k/k + ((1−p)/p)·Σ_{d=1..k} p^d·X_d/d, X_d the overlap of the first d, k the length of the longer list.
    case rankBiasedOverlap(Double)

    /// The similarity of two lists without repeats: 0 … 1; two empty lists are equal.
    func of(_ left: [Int32], _ right: [Int32]) -> Double {
        switch self {
        case .jaccard:
            let shared = Set(left).intersection(right).count
            let all = left.count + right.count - shared
            return all == 0 ? 1 : Double(shared) / Double(all)
        case .rankBiasedOverlap(let p): return Self.overlap(left, right, p)
        }
    }

    /// The Jaccard index of two ascending lists, without building sets.
    static func jaccard(ofSorted left: [Int32], _ right: [Int32]) -> Double {
        var (i, j, shared) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                shared += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        let all = left.count + right.count - shared
        return all == 0 ? 1 : Double(shared) / Double(all)
    }

    private static func overlap(_ left: [Int32], _ right: [Int32], _ p: Double) -> Double {
        let depth = max(left.count, right.count)
        guard depth > 0 else { return 1 }
        var seen: (left: Set<Int32>, right: Set<Int32>) = ([], [])
        var overlap = 0
        var power = 1.0
        var sum = 0.0
        for place in 0..<depth {
            if place < left.count {
                seen.left.insert(left[place])
                if seen.right.contains(left[place]) { overlap += 1 }
            }
            if place < right.count {
                seen.right.insert(right[place])
                if seen.left.contains(right[place]) { overlap += 1 }
            }
            power *= p
            sum += power * Double(overlap) / Double(place + 1)
        }
        return power * Double(overlap) / Double(depth) + (1 - p) / p * sum
    }
}
