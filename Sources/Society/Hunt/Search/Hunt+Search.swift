// SPDX-License-Identifier: Apache-2.0

extension Hunt {
    /// A persona with what its worlds said so far.
    private struct Candidate {
        var persona: Persona
        var text: String
        var outcomes: [HuntOutcome] = []
        var figure = HuntFigure([], confidence: 0.95)

        init(_ persona: Persona) {
            self.persona = persona
            text = persona.text
        }

        /// The worse first, by what is certain; of equal ones the simpler.
        static func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
            let (a, b) = (one.figure.lowerLimit, other.figure.lowerLimit)
            if a != b { return a > b }
            let (few, many) = (one.persona.complexity, other.persona.complexity)
            return few != many ? few < many : one.text < other.text
        }
    }

    /// The worst persona, held against as many worlds as the last rung says.
    func search(
        _ trials: HuntTrials,
        _ result: inout HuntResult,
        _ progress: @Sendable (HuntProgress) -> Void
    ) async throws(CancellationError) -> HuntCase? {
        let generator = PersonaGenerator(settings.society, slots: settings.slots, seed: seed)
        let rungs = settings.rungs.filter { $0 > 1 }.sorted()
        var used = rungs.first ?? 8
        let kept = max(2, Int((settings.keptShare * Double(settings.personas)).rounded(.up)))
        var known: Set<String> = []
        var pool: [Candidate] = []
        /// Those of some personas that were not tried before.
        func fresh(_ personas: [Persona]) -> [Candidate] {
            personas.map { Candidate($0) }.filter { known.insert($0.text).inserted }
        }
        var next = max(1, settings.personas)
        for generation in 0...max(0, settings.generations) {
            var personas: [Persona] = []
            if generation == 0 {
                personas = (0..<next).map { generator.persona($0) }
            } else {
                for candidate in pool {
                    for _ in 0..<settings.mutants {
                        personas.append(generator.mutant(of: candidate.persona, next))
                        next += 1
                    }
                }
            }
            var candidates = fresh(personas)
            try await extend(&candidates, 0..<used, trials)
            result.searched += candidates.count
            pool = Array((pool + candidates).sorted(by: Candidate.precedes).prefix(kept))
            progress(report(pool, result.searched, used))
        }
        for rung in rungs.dropFirst() {
            try await extend(&pool, used..<rung, trials)
            pool = Array(pool.sorted(by: Candidate.precedes).prefix(max(1, pool.count / 2)))
            used = rung
            progress(report(pool, result.searched, rung))
        }
        result.worlds[.search] = (0..<used).map { HuntPhase.search.world($0) }
        return pool.first.map { HuntCase(persona: $0.persona, figure: $0.figure) }
    }

    private func report(_ pool: [Candidate], _ tried: Int, _ worlds: Int) -> HuntProgress {
        let best = pool.first.map { HuntCase(persona: $0.persona, figure: $0.figure) }
        return HuntProgress(phase: .search, tried: tried, worlds: worlds, best: best)
    }

    /// Holds candidates against worlds that they have not met.
    private func extend(
        _ candidates: inout [Candidate],
        _ worlds: Range<Int>,
        _ trials: HuntTrials
    ) async throws(CancellationError) {
        let outcomes = try await trials.outcomes(
            of: candidates.map(\.persona),
            in: worlds.map { HuntPhase.search.world($0) },
            areAlone: false
        )
        for index in candidates.indices {
            candidates[index].outcomes += outcomes[index]
            candidates[index].figure = HuntFigure(candidates[index].outcomes, confidence: settings.confidence)
        }
    }
}
