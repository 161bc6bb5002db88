// SPDX-License-Identifier: Apache-2.0
internal import Statistics

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
        let distances = known.map { (distance: EditDistance.between(name.utf8.prefix(64), $0.utf8), name: $0) }
        let nearest = distances.min { $0.distance < $1.distance }
        meant = nearest.flatMap { $0.distance <= 2 ? $0.name : nil }
    }

    /// One sentence for people.
    public var description: String {
        let hint = meant.map { "; did you mean \($0)?" } ?? "."
        return "There is no ranker \"\(name)\"\(hint) There are: \(known.joined(separator: ", "))."
    }
}
