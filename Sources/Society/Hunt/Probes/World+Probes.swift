// SPDX-License-Identifier: Apache-2.0
internal import Statistics

extension World {
    /// The same world with people who only read, after everybody else.
    ///
    /// What all others see, do and become stays the same, unless a ranker learns from the probes.
    ///
    /// - Parameters:
    ///   - personas: Who is added.
    ///   - step: The step of their first session; before it the society runs on its own.
    /// - Returns: The world, under the same hash.
    public func with(probes personas: [Persona], entering step: Int) -> World {
        var population = population
        var rows: [[Int32]] = []
        for persona in personas {
            population.append(persona, settings)
            rows.append(accounts(followedBy: persona))
        }
        let probes = Probes(personas: personas, entry: max(0, step), first: settings.people)
        return World(
            settings,
            seed: seed,
            number: number,
            draws,
            population,
            graph.adding(readers: rows),
            probes,
            hash: hash
        )
    }

    /// The topic that an account says it wants most: what "an account of a topic" means for a persona.
    ///
    /// - Parameter account: Of the people of the world.
    /// - Returns: From 0 to 15; −1 for an account that does not exist.
    public func mainTopic(of account: Int32) -> Int {
        guard account >= 0, Int(account) < settings.people else { return -1 }
        return Topic.main(of: Topic.opened(population.stated[Int(account)]))
    }

    /// The accounts of a topic in the order in which a persona follows them: those that post most days first, each part in an order
    /// drawn for this world.
    func accounts(of topic: Int) -> [Int32] {
        let often = Float(15) / 30 / Float(settings.slotsPerDay)
        return (0..<Int32(settings.people))
            .filter { population.joined[Int($0)] == 0 && mainTopic(of: $0) == topic }
            .map { (account: $0, isQuiet: population.activity[Int($0)] < often, order: draws.words(.follow, $0, -2).x) }
            .sorted { one, other in
                if one.isQuiet != other.isQuiet { return other.isQuiet }
                return one.order != other.order ? one.order < other.order : one.account < other.account
            }
            .map(\.account)
    }

    private func accounts(followedBy persona: Persona) -> [Int32] {
        persona.follows.topics.flatMap { accounts(of: $0).prefix(persona.follows[$0]) }
    }
}

extension Population {
    /// Adds somebody who posts nothing; every membership matters to them.
    mutating func append(_ persona: Persona, _ settings: SocietySettings) {
        let circle = min(max(persona.circle, 0), settings.circles - 1)
        var bits = UInt64(1) << UInt64(circle)
        if let place = persona.place, place >= 0, place < settings.places {
            bits |= 1 << UInt64(settings.circles + place)
        }
        for association in persona.associations where association >= 0 && association < settings.associations {
            bits |= 1 << UInt64(settings.circles + settings.places + association)
        }
        groups.append(bits)
        salient.append(bits)
        self.circle.append(UInt8(circle))
        var interests = SIMD16<Float>(repeating: persona.interests.total == 0 ? 1 : 0)
        for topic in persona.interests.topics { interests[topic] = Float(persona.interests[topic]) }
        stated.append(Topic.packed(Topic.unit(interests)))
        interest.append(Topic.packed(Topic.unit(interests)))
        innate.append(SIMD4<Float>(persona.opinions) / 2)
        susceptibility.append(Float(settings.susceptibility) * Float(persona.susceptibility))
        activity.append(0)
        visibility.append(persona.isVisible ? 1 : Float(settings.silentVisibility))
        joined.append(0)
    }
}
