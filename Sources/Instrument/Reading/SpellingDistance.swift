// SPDX-License-Identifier: Apache-2.0

/// How far two words are apart, counted in letters to insert, leave out, or change (Levenshtein 1966).
enum SpellingDistance {
    /// Whether a word is at most two letters away from another.
    static func isNear(_ word: String, _ other: String) -> Bool {
        let (one, two) = (Array(word.utf8), Array(other.utf8))
        guard abs(one.count - two.count) <= 2 else { return false }
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
        return row[two.count] <= 2
    }
}
