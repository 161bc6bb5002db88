// SPDX-License-Identifier: Apache-2.0

/// How differently two lists order things: the share of pairs that they order differently.
public enum KendallDistance {
    /// The distance of two lists, which need not hold the same items (Fagin, Kumar, Sivakumar 2003, with penalty ½).
    ///
    /// An item that a list leaves out counts as below all that it holds; two items that one list leaves out both count half, because
    /// it says nothing about their order.
    ///
    /// - Parameters:
    ///   - first: Items in the order shown, each once.
    ///   - second: Items in the order shown, each once.
    /// - Returns: From 0, the same order, to 1; 0 where there are no two items.
    public static func between(_ first: [Int], _ second: [Int]) -> Double {
        let left = places(first)
        let right = places(second)
        let items = first + second.filter { left[$0] == nil }
        guard items.count >= 2 else { return 0 }
        var sum = 0.0
        for (index, item) in items.enumerated() {
            for other in items[..<index] {
                let here = order(left[item], left[other])
                let there = order(right[item], right[other])
                if here == 0 || there == 0 { sum += 0.5 } else if here != there { sum += 1 }
            }
        }
        return sum / Double(items.count * (items.count - 1) / 2)
    }

    private static func places(_ list: [Int]) -> [Int: Int] {
        Dictionary(list.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// −1 where the first comes earlier, 1 where the second does, 0 where the list says nothing.
    private static func order(_ first: Int?, _ second: Int?) -> Int {
        switch (first, second) {
        case (let first?, let second?): first < second ? -1 : 1
        case (_?, nil): -1
        case (nil, _?): 1
        case (nil, nil): 0
        }
    }
}
