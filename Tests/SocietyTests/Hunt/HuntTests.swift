// SPDX-License-Identifier: Apache-2.0
import Rankers
import Society
import TestSupport
import Testing

@Suite("Hunt") struct HuntTests {
    @Test("a planted condition is found, and nothing but it is left", .tags(.simulation))
    func planted() async throws {
        let hunt = Hunt(HuntProperty(.encounter, bound: 0.5), seed: 3) { Hider($0, topic: 5, association: 1) }
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await hunt.run {
            print($0.phase, $0.tried, $0.worlds, $0.best?.persona.text ?? "", $0.best?.figure as Any)
        }
        print(clock.now - start)
        print(result.outcome, result.story?.sentences as Any)
        #expect(result.confirmed?.persona.text == "associations=1; follows=5*3")
        #expect(result.outcome == .confirmed)
    }
}
