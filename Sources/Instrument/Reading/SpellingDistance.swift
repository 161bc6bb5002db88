// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Whether one word was probably meant where another was written.
enum SpellingDistance {
    /// Whether a word is at most two letters away from another.
    static func isNear(_ word: String, _ other: String) -> Bool {
        abs(word.utf8.count - other.utf8.count) <= 2 && EditDistance.between(word.utf8, other.utf8) <= 2
    }
}
