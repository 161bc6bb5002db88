// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// One society before anything is shown: people and whom they follow, a function of the settings, the seed and its number.
///
/// What is posted follows from it too, as all draws do. Every arm of a comparison begins with the same world.
public struct World: Sendable {
    /// What it was made from.
    public let settings: SocietySettings
    /// The seed of the whole examination.
    public let seed: UInt64
    /// Which of the worlds under the seed.
    public let number: Int
    /// Sixteen hexadecimal digits that tell it from others.
    public let hash: String

    let draws: Draws
    let population: Population
    let graph: FollowGraph
    /// People who only read, after all others in every column.
    let probes: Probes

    /// Builds a world.
    ///
    /// - Parameters:
    ///   - settings: What it is made from.
    ///   - seed: The seed of the whole examination.
    ///   - number: Which of the worlds under the seed.
    public init(_ settings: SocietySettings, seed: UInt64, number: Int) {
        let draws = Draws(seed: seed, world: number)
        let population = Population(settings, draws)
        self.init(
            settings,
            seed: seed,
            number: number,
            draws,
            population,
            FollowGraph(population, settings, draws)
        )
    }

    init(
        _ settings: SocietySettings,
        seed: UInt64,
        number: Int,
        _ draws: Draws,
        _ population: Population,
        _ graph: FollowGraph,
        _ probes: Probes = Probes(),
        hash known: String? = nil
    ) {
        self.settings = settings
        self.seed = seed
        self.number = number
        self.draws = draws
        self.population = population
        self.graph = graph
        self.probes = probes
        if let known {
            hash = known
            return
        }
        var hash = WorldHash()
        hash.add(draws.random.seed)
        hash.add(settings)
        for person in 0..<population.count {
            hash.add(population.groups[person])
            hash.add(population.activity[person])
            hash.add(population.susceptibility[person])
            hash.add(population.visibility[person])
            hash.add(UInt64(population.joined[person]))
            for issue in 0..<4 { hash.add(population.innate[person][issue]) }
            for topic in 0..<Topic.count {
                hash.add(UInt64(population.interest[person][topic]) << 8 | UInt64(population.stated[person][topic]))
            }
        }
        graph.fold(into: &hash)
        self.hash = hash.text
    }

    /// How many people leave no public trace or hardly any.
    public var silentPeople: Int { population.visibility.prefix(settings.people).count { $0 < 1 } }
    /// Follow relations.
    public var followRelations: Int { graph.edgeCount }
}
