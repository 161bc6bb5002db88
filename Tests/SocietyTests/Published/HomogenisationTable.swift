// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Runs every ranker in some worlds and compares it with the ideal ranker there.
struct HomogenisationTable: Sendable {
    /// After how many iterations one looks.
    static let looks = [20, 50, 75, 100]

    enum Name: String, CaseIterable { case popularity, content, social, factors, random }

    /// One world.
    struct Row: Sendable {
        /// Jaccard of most similar pairs less that of the same pairs under the ideal ranker, at every look.
        let similar: [Double]
        /// The same at the end for random pairs.
        let random: Double
        /// Consumed value against the ideal ranker, less 1.
        let utility: Double
    }

    private(set) var rows: [Name: [Row]] = [:]
    /// Jaccard of random pairs under the ideal ranker, one a world.
    private(set) var ideal: [Double] = []

    /// All rankers in eight worlds, those that cost most in six.
    init() {
        for seed in 0..<8 as Range<UInt64> {
            let world = ConsumptionWorld(seed: seed)
            let loop = ConsumptionLoop(world: world)
            let best = loop.run(IdealConsumption(world: world), looks: Self.looks).history
            ideal.append(jaccard(best, partners(nil, world, 0), 100))
            func add(_ name: Name, _ ranker: some ConsumptionRanker) {
                rows[name, default: []].append(row(loop, ranker, world, best))
            }
            add(.popularity, PopularConsumption())
            add(.social, SocialConsumption(world))
            add(.random, RandomConsumption())
            guard seed < 6 else { continue }
            add(.content, ContentConsumption(world))
            add(.factors, FactorConsumption(world))
        }
    }

    /// The mean over worlds at every look.
    func course(_ name: Name) -> [Double] {
        let rows = rows[name, default: []]
        return Self.looks.indices.map { look in rows.reduce(0) { $0 + $1.similar[look] } / Double(rows.count) }
    }

    private func row(
        _ loop: ConsumptionLoop,
        _ ranker: some ConsumptionRanker,
        _ world: ConsumptionWorld,
        _ best: ConsumptionHistory
    ) -> Row {
        let (history, representations) = loop.run(ranker, looks: Self.looks)
        let similar = zip(Self.looks, representations).map { look, representation in
            let pairs = partners(representation, world, look)
            return jaccard(history, pairs, look) - jaccard(best, pairs, look)
        }
        let random = partners(nil, world, 0)
        return Row(
            similar: similar,
            random: jaccard(history, random, 100) - jaccard(best, random, 100),
            utility: utility(history, world) / utility(best, world) - 1
        )
    }

    /// For each person the most similar other one, by the cosine of how the ranker sees them.
    ///
    /// Where all look the same to it, that is a random one; here ten of them, so that the luck of a choice is smaller.
    private func partners(_ representation: [[Double]]?, _ world: ConsumptionWorld, _ look: Int) -> [(Int, Int)] {
        let people = 0..<ConsumptionWorld.people
        return people.flatMap { person -> [(Int, Int)] in
            guard let representation else {
                let draws = DrawsWithoutReplacement(count: 10) { world.draw(.partner, look, person, $0) }
                return draws.uniform(below: people.count - 1).map { (person, $0 < person ? $0 : $0 + 1) }
            }
            // Ties at random, as many people have the same friends.
            let others = people.filter { $0 != person }.map { other in
                let similarity = Self.cosine(representation[person], representation[other])
                return (other: other, similarity: similarity, tie: world.draw(.partner, look, person, other))
            }
            return others.max { ($0.similarity, $0.tie) < ($1.similarity, $1.tie) }.map { [(person, $0.other)] } ?? []
        }
    }

    private static func cosine(_ x: [Double], _ y: [Double]) -> Double {
        let norm = (ConsumptionWorld.product(x, x) * ConsumptionWorld.product(y, y)).squareRoot()
        return norm > 0 ? ConsumptionWorld.product(x, y) / norm : 0
    }

    private func jaccard(_ history: ConsumptionHistory, _ pairs: [(Int, Int)], _ look: Int) -> Double {
        let sets = history.consumed.map { Set($0.prefix(look)) }
        let sum = pairs.reduce(0.0) { sum, pair in
            let common = Double(sets[pair.0].intersection(sets[pair.1]).count)
            return sum + common / (2 * Double(look) - common)
        }
        return sum / Double(pairs.count)
    }

    private func utility(_ history: ConsumptionHistory, _ world: ConsumptionWorld) -> Double {
        history.consumed.enumerated().reduce(0) { sum, row in
            sum + row.element.reduce(0) { $0 + world.value[row.offset][$1] }
        }
    }
}
