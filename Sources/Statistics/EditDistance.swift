// SPDX-License-Identifier: Apache-2.0

/// How far two words are apart, counted in bytes to insert, leave out, or change (Levenshtein 1966).
public enum EditDistance {
    /// The distance of two words.
    ///
    /// - Parameters:
    ///   - word: What was written.
    ///   - other: What may have been meant.
    /// - Returns: 0 for equal words, at most the length of the longer one in UTF-8; takes time with the product of both lengths.
    public static func between(_ word: some Sequence<UInt8>, _ other: some Sequence<UInt8>) -> Int {
        let (one, two) = (Array(word), Array(other))
        var row = Array(0...two.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in two.indices {
                let changed = diagonal + (letter == two[place] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(changed, row[place] + 1, diagonal + 1)
            }
        }
        return row[two.count]
    }
}
