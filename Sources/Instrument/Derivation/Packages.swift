// SPDX-License-Identifier: Apache-2.0

/// A whole package that enough signatories accept, and that no other such package goes beyond.
public struct Package: Sendable, Equatable {
    /// What it asks for.
    public var terms: Terms
    /// Everybody who accepts all of it, by name.
    public var supporters: [String]
}

/// Why packages cannot be listed.
public enum PackageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Not 1 … the number of signatories.
    case noSuchNumber(Int, of: Int)
    /// So many combinations of differing positions that they cannot all be looked at.
    case tooMany(limit: Int)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noSuchNumber(let number, let count):
            "a package needs 1 … \(count) signatories that accept it; \(number) was asked for"
        case .tooMany(let limit):
            "these positions combine in too many ways (more than \(limit), or more than 4000 packages); ask for a number nearer to that of all signatories, or for the "
                + "protocol between named ones"
        }
    }
}

extension Derivation {
    /// More combinations of positions, or more differing packages, are refused.
    public static let mostCombinations = 200_000
    /// Each package is held against each other.
    static let mostPackages = 4_000

    /// The packages on which an assembly can vote: the meets of all groups of so many signatories that no other goes beyond.
    ///
    /// Whole packages, never parameter by parameter: a package put together from the votes on each parameter is one that, as a
    /// whole, fewer than the number asked for accept (Ostrogorski's paradox).
    ///
    /// - Parameter count: How many signatories have to accept a package.
    /// - Returns: The packages, those with most clauses first; none goes beyond another.
    /// - Throws: `PackageError` where the number is none, or there are too many combinations.
    public func maximalPackages(atLeast count: Int) throws(PackageError) -> [Package] {
        guard 1...max(positions.count, 1) ~= count, !positions.isEmpty else {
            throw .noSuchNumber(count, of: positions.count)
        }
        var search = PackageSearch(vocabulary, positions, count)
        guard search.run() else { throw .tooMany(limit: Self.mostCombinations) }
        let all = search.found.map { terms in
            (terms: terms, accepting: positions.map { vocabulary.isNoStricter(terms, than: $0.terms) })
        }
        // A package is the meet of all who accept it; so another goes beyond it just where only some of them accept that one.
        let groups = all.map { SignatoryGroup($0.accepting) }
        let maximal = all.indices.filter { place in !groups.contains { $0.isSmaller(than: groups[place]) } }
        return maximal.map { place in
            Package(
                terms: all[place].terms,
                supporters: zip(positions, all[place].accepting).filter(\.1).map(\.0.signatory)
            )
        }.sorted {
            ($1.terms.clauses.count, $1.supporters.count, $0.supporters.joined(separator: "\n"))
                < ($0.terms.clauses.count, $0.supporters.count, $1.supporters.joined(separator: "\n"))
        }
    }
}

/// Some of the signatories, a bit each.
private struct SignatoryGroup {
    private var words: [UInt64]

    init(_ members: [Bool]) {
        words = Array(repeating: 0, count: (members.count + 63) / 64)
        for (place, isMember) in members.enumerated() where isMember { words[place / 64] |= 1 << UInt64(place % 64) }
    }

    /// Whether all of it, and not only it, is in another.
    func isSmaller(than other: SignatoryGroup) -> Bool {
        words != other.words && zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
    }
}

/// Goes through the groups of signatories; those with the same position count as one with their number.
private struct PackageSearch {
    private let vocabulary: Vocabulary
    private let blocs: [(terms: Terms, size: Int)]
    private let needed: Int
    private var visits = 0
    private(set) var found: Set<Terms> = []

    init(_ vocabulary: Vocabulary, _ positions: [Position], _ needed: Int) {
        self.vocabulary = vocabulary
        self.needed = needed
        var sizes: [Terms: Int] = [:]
        for position in positions { sizes[position.terms, default: 0] += 1 }
        // Large blocs first: groups are complete sooner.
        var seen: Set<Terms> = []
        blocs = positions.compactMap { seen.insert($0.terms).inserted ? ($0.terms, sizes[$0.terms] ?? 1) : nil }
            .sorted { $0.size > $1.size }
    }

    /// Whether all groups could be looked at.
    mutating func run() -> Bool {
        let remaining = blocs.indices.map { index in blocs[index...].reduce(0) { $0 + $1.size } } + [0]
        return visit(0, nil, 0, remaining)
    }

    private mutating func visit(_ index: Int, _ terms: Terms?, _ size: Int, _ remaining: [Int]) -> Bool {
        visits += 1
        guard visits <= Derivation.mostCombinations else { return false }
        if size >= needed {
            if let terms { found.insert(terms) }
            return found.count <= Derivation.mostPackages
        }
        guard index < blocs.count, size + remaining[index] >= needed else { return true }
        let bloc = blocs[index]
        let with = vocabulary.meet([terms, bloc.terms].compactMap(\.self))
        return visit(index + 1, with, size + bloc.size, remaining) && visit(index + 1, terms, size, remaining)
    }
}
