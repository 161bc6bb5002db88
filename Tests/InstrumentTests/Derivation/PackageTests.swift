// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

/// Packages that enough signatories accept as a whole.
@Suite("Packages to vote on")
struct PackageTests {
    private static let vocabulary = RandomTerms.vocabulary

    private static func derivation(_ all: [Terms]) -> Derivation {
        Derivation(vocabulary, zip("ABCDEFGH", all).map { Position(signatory: String($0), terms: $1) })
    }

    /// All groups of so many, one by one.
    private static func bruteForce(_ all: [Terms], _ needed: Int) -> Set<Terms> {
        var meets: Set<Terms> = []
        for group in 0..<(1 << all.count) where group.nonzeroBitCount >= needed {
            meets.insert(vocabulary.meet(all.indices.filter { group >> $0 & 1 == 1 }.map { all[$0] }))
        }
        return meets.filter { meet in !meets.contains { $0 != meet && vocabulary.isNoStricter(meet, than: $0) } }
    }

    @Test(
        "they are those that going through every group finds, each with all who accept it, none below another",
        .tags(.law)
    )
    func bruteForce() throws {
        var random = RandomTerms(seed: 41)
        var (cases, found, failed) = (0, 0, 0)
        while cases < 3_000 {
            var all = random.several()
            // Signatories that say the same count as many.
            for place in all.indices.dropFirst() where random.draws.chance(0.3) { all[place] = all[place - 1] }
            let needed = 1 + random.draws.below(all.count)
            let derivation = Self.derivation(all)
            let packages = try derivation.maximalPackages(atLeast: needed)
            cases += 1
            found += packages.count
            if Set(packages.map(\.terms)) != Self.bruteForce(all, needed) { failed += 1 }
            if Set(packages.map(\.terms)).count != packages.count { failed += 1 }
            for package in packages {
                let accepting = derivation.positions.filter {
                    Self.vocabulary.isNoStricter(package.terms, than: $0.terms)
                }
                if accepting.count < needed || accepting.map(\.signatory) != package.supporters { failed += 1 }
                if packages.contains(where: {
                    $0 != package && Self.vocabulary.isNoStricter(package.terms, than: $0.terms)
                }) {
                    failed += 1
                }
            }
        }
        print("packages: \(found) in \(cases) cases, as by brute force")
        #expect(failed == 0)
    }

    /// What a vote on each parameter gives: of each chain the k-th strictest value, of each set what k hold, a clause where k hold it.
    private static func parameterByParameter(_ all: [Terms], _ needed: Int) -> Terms {
        var terms = Terms()
        for entry in vocabulary.entries {
            let holders = all.compactMap { $0[entry.id] }
            guard holders.count >= needed else { continue }
            var clause: Terms.Clause = [:]
            for (parameter, strictness) in entry.parameters {
                let values = holders.compactMap { $0[parameter] }
                let numbers = values.compactMap(\.number)
                if strictness == .superset {
                    let words = values.flatMap { $0.elements ?? [] }
                    clause[parameter] = .set(Set(words.filter { word in words.count { $0 == word } >= needed }))
                } else if strictness == .neutral {
                    clause[parameter] = numbers.first { number in numbers.count { $0 == number } >= needed }
                        .map { .number($0) }
                } else {
                    clause[parameter] = .number(
                        (strictness == .lower ? numbers.sorted() : numbers.sorted(by: >))[needed - 1]
                    )
                }
            }
            terms[entry.id] = clause
        }
        return terms
    }

    @Test(
        "a package put together parameter by parameter for n − 1 of n is as a whole accepted by fewer, nearly always",
        .tags(.law)
    )
    func paradox() {
        var random = RandomTerms(seed: 42)
        var (cases, fewer) = (0, 0)
        for _ in 0..<20_000 {
            let all = random.several()
            guard all.count >= 3 else { continue }
            cases += 1
            let package = Self.parameterByParameter(all, all.count - 1)
            if all.count(where: { Self.vocabulary.isNoStricter(package, than: $0) }) < all.count - 1 { fewer += 1 }
        }
        let share = Double(fewer) / Double(cases)
        print("votes parameter by parameter: \(share * 100) % of \(cases) packages accepted by fewer than n − 1")
        // 93.7 % of 13,316 cases in the reference.
        #expect(share > 0.85)
    }

    @Test(
        "a case for paper: three agree pairwise, each pair on another clause, and no two on the mixture",
        .tags(.byHand)
    )
    func byHand() throws {
        let vocabulary = Vocabulary(
            ["x", "y"].map { Vocabulary.Entry(id: $0, parameters: [.bound: .lower]) }
        )
        func terms(_ x: Double, _ y: Double) -> Terms { Terms(["x": [.bound: .number(x)], "y": [.bound: .number(y)]]) }
        let derivation = Derivation(
            vocabulary,
            [
                Position(signatory: "A", terms: terms(1, 3)), Position(signatory: "B", terms: terms(3, 1)),
                Position(signatory: "C", terms: terms(2, 2)),
            ]
        )
        // Two of three accept x at 2, two of three y at 2, and only one both.
        #expect(derivation.positions.count { vocabulary.isNoStricter(terms(2, 2), than: $0.terms) } == 1)
        let packages = try derivation.maximalPackages(atLeast: 2)
        #expect(packages.map(\.supporters) == [["A", "C"], ["B", "C"]])
        #expect(packages.map(\.terms) == [terms(2, 3), terms(3, 2)])
    }

    @Test("signatories with one position are a bloc: two hundred of them are no more work than two")
    func blocs() throws {
        var random = RandomTerms(seed: 43)
        let kinds = [random.terms(), random.terms(), random.terms()]
        let derivation = Derivation(
            Self.vocabulary,
            (0..<200).map { Position(signatory: "S\($0)", terms: kinds[$0 % 3]) }
        )
        for needed in [1, 60, 67, 68, 134, 135, 200] {
            let packages = try derivation.maximalPackages(atLeast: needed)
            #expect(!packages.isEmpty && packages.allSatisfy { $0.supporters.count >= needed })
        }
        #expect(try derivation.maximalPackages(atLeast: 200).map(\.terms) == [derivation.instrument])
    }

    /// Signatories with a number of their own on each of 27 clauses.
    private static func world(_ count: Int) -> Derivation {
        let vocabulary = Vocabulary(
            (0..<27).map { Vocabulary.Entry(id: "c-\($0)", parameters: [.bound: .lower]) }
        )
        var draws = Draws(seed: 44)
        return Derivation(
            vocabulary,
            (0..<count).map { name in
                let clauses = vocabulary.entries.map {
                    ($0.id, [Parameter.bound: Value.number(Double(draws.below(100)))])
                }
                return Position(signatory: "S\(name)", terms: Terms(Dictionary(uniqueKeysWithValues: clauses)))
            }
        )
    }

    @Test("too many combinations are refused in words, soon")
    func tooMany() throws {
        let derivation = Self.world(40)
        let clock = ContinuousClock()
        let time = try clock.measure {
            let error = try #require(throws: PackageError.self) { try derivation.maximalPackages(atLeast: 20) }
            #expect(error == .tooMany(limit: Derivation.mostCombinations))
            #expect(error.description.contains("200000") && error.description.contains("protocol"))
        }
        // Near the number of all there are few groups, and a signatory that binds nothing makes no package by leaving.
        let packages = try derivation.maximalPackages(atLeast: 39)
        #expect(!packages.isEmpty && packages.allSatisfy { $0.supporters.count == 39 })
        // As many packages as are not refused.
        let few = Self.world(14)
        var count = 0
        let most = try clock.measure { count = try few.maximalPackages(atLeast: 7).count }
        print("too many packages: refused after \(time); \(count) found in \(most)")
        #expect(time < .seconds(60) && most < .seconds(60))
    }

    @Test("a number that is none of 1 … all is refused in words", arguments: [-1, 0, 4, Int.max, Int.min])
    func noSuchNumber(_ count: Int) {
        let derivation = Self.derivation([Terms(), Terms(), Terms()])
        #expect(throws: PackageError.noSuchNumber(count, of: 3)) { try derivation.maximalPackages(atLeast: count) }
        #expect(PackageError.noSuchNumber(count, of: 3).description.contains("1 … 3"))
        #expect(throws: PackageError.noSuchNumber(1, of: 0)) { try Self.derivation([]).maximalPackages(atLeast: 1) }
    }
}
