// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@Suite("Deriving for the whole world")
struct DerivationSpeedTests {
    @Test("193 positions on 27 clauses, with every ladder, are derived while one waits")
    func world() {
        let vocabulary = Vocabulary(
            (0..<27).map { place in
                Vocabulary.Entry(
                    id: "c-\(place)",
                    parameters: [
                        .bound: place % 2 == 0 ? .lower : .higher, .limit: place % 2 == 0 ? .lower : .higher,
                        .minMonthlyUsers: .lower, .detectionProbability: .higher, .surfaces: .superset,
                        .fields: .superset,
                    ]
                )
            }
        )
        var draws = Draws(seed: 61)
        let positions = (0..<193).map { name in
            var terms = Terms()
            for entry in vocabulary.entries where draws.chance(0.9) {
                terms[entry.id] = entry.parameters.sorted { $0.key < $1.key }.reduce(into: [:]) { clause, next in
                    clause[next.key] =
                        next.key.elements.map { .set(Set($0.filter { _ in draws.chance(0.75) })) }
                        ?? .number(Double(draws.below(1_000)))
                }
            }
            return Position(signatory: "State \(name)", terms: terms)
        }
        let clock = ContinuousClock()
        var rungs = 0
        let time = clock.measure {
            let derivation = Derivation(vocabulary, positions)
            rungs = derivation.clauses.flatMap(\.parameters).reduce(0) { $0 + $1.ladder.count }
        }
        let spoiling = clock.measure { #expect(Derivation(vocabulary, positions).spoilers.count == 193) }
        print("193 positions × 27 clauses: \(rungs) rungs in \(time), spoilers in \(spoiling)")
        #expect(rungs > 10_000)
        // A tenth of a second each on one core of 2020; the bound only tells linear from cubic on a busy machine.
        #expect(time < .seconds(10) && spoiling < .seconds(10))
    }
}
