// SPDX-License-Identifier: Apache-2.0

/// How often each author has come so far, for rules of the kind "the third of one author counts less".
///
/// A hash table in two arrays that are kept from session to session; ids only find their slot and never decide an order.
package struct AuthorCounts: Sendable {
    private var keys: [Int32] = []
    private var counts: [Int32] = []
    private var mask = 0

    /// An empty table.
    package init() {}

    /// Begins again with room for so many authors.
    package mutating func clear(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        mask = size - 1
        if keys.count < size {
            keys = Array(repeating: 0, count: size)
            counts = Array(repeating: 0, count: size)
        }
        for slot in 0..<size { counts[slot] = 0 }
    }

    /// Counts an author once more.
    ///
    /// - Parameter author: The account.
    /// - Returns: How often it had come before.
    package mutating func next(_ author: Int32) -> Int {
        var slot = Int(UInt32(bitPattern: author) &* 0x9E37_79B9 >> 7) & mask
        while counts[slot] != 0, keys[slot] != author { slot = (slot + 1) & mask }
        keys[slot] = author
        counts[slot] += 1
        return Int(counts[slot]) - 1
    }
}
