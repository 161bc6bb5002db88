// SPDX-License-Identifier: Apache-2.0

/// A name that no built-in ranker has.
public struct UnknownRanker: Error, Sendable, Equatable, CustomStringConvertible {
    /// The name that was asked for.
    public let name: String
    /// All names there are.
    public let known: [String]
    /// The name that was probably meant, if one is at most two letters away.
    public let meant: String?

    init(name: String, known: [String]) {
        self.name = name
        self.known = known
        let distances = known.map { (distance: Self.distance(name, $0), name: $0) }
        let nearest = distances.min { $0.distance < $1.distance }
        meant = nearest.flatMap { $0.distance <= 2 ? $0.name : nil }
    }

    /// One sentence for people.
    public var description: String {
        let hint = meant.map { "; did you mean \($0)?" } ?? "."
        return "There is no ranker \"\(name)\"\(hint) There are: \(known.joined(separator: ", "))."
    }

    /// Letters to insert, leave out or change (Levenshtein 1966).
    private static func distance(_ word: String, _ other: String) -> Int {
        let (one, two) = (Array(word.utf8.prefix(64)), Array(other.utf8))
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
