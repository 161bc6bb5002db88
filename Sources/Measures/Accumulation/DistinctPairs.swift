// SPDX-License-Identifier: Apache-2.0

/// A set of pairs of codes, such as viewer and item, kept sorted in contiguous memory.
struct DistinctPairs: Sendable {
    private var keys: [UInt64] = []

    /// Adds a pair; call `compact()` behind a run of additions.
    mutating func append(_ left: Int32, _ right: Int32) {
        keys.append(UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right)))
    }

    /// Adds the pairs of another set.
    mutating func merge(_ other: DistinctPairs) {
        keys += other.keys
        compact()
    }

    /// Sorts the pairs and keeps each once.
    mutating func compact() {
        keys.sort()
        var kept = 0
        for index in keys.indices where index == 0 || keys[index] != keys[kept - 1] {
            keys[kept] = keys[index]
            kept += 1
        }
        keys.removeLast(keys.count - kept)
    }

    /// Every pair, by left and right.
    var pairs: some Sequence<(left: Int, right: Int)> {
        keys.lazy.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }
}
