// SPDX-License-Identifier: Apache-2.0
import Society
import TestSupport
import Testing

@Suite("User tampering (Evans and Kasirzadeh 2021)", .tags(.published, .simulation))
struct UserTamperingTests {
    /// Computed elsewhere from 400,000 runs each, with standard errors of about .004.
    private static let strong = [
        (0, 12.00), (5, 13.57), (8, 14.30), (9, 14.50), (10, 14.60), (11, 14.57), (12, 14.33), (15, 12.73),
    ]
    private static let moderate = [
        (0, 9.00), (5, 10.31), (10, 11.25), (13, 11.53), (14, 11.54), (15, 11.49), (18, 10.59),
    ]

    /// Expected clicks and the final probability of a click on the own wing, if n items of the opposite wing come first.
    private func outcome(
        _ persona: Int,
        opposedFirst: Int,
        episodes: Int = 40_000
    ) throws -> (clicks: Double, end: Double) {
        let environment = TamperingEnvironment(seed: 41)
        let own = try #require(TamperingPersona.all[persona].wing)
        let opposite = try #require(own.opposite)
        var (clicks, end) = (0.0, 0.0)
        for episode in 0..<episodes {
            let outcome = environment.outcome(
                of: { $0 < opposedFirst ? opposite : own },
                persona: persona,
                episode: episode
            )
            clicks += outcome.clicks
            end += outcome.end[own.rawValue]
        }
        return (clicks / Double(episodes), end / Double(episodes))
    }

    @Test("clicks by how many of the opposite wing come first: strong personas")
    func strongPersonas() throws {
        for (first, expected) in Self.strong {
            let found = try outcome(4, opposedFirst: first).clicks
            #expect((found - expected).magnitude < 0.03, "\(first) first: \(found)")
        }
    }

    @Test("clicks by how many of the opposite wing come first: moderate personas")
    func moderatePersonas() throws {
        for (first, expected) in Self.moderate {
            let found = try outcome(3, opposedFirst: first).clicks
            #expect((found - expected).magnitude < 0.03, "\(first) first: \(found)")
        }
    }

    @Test("ten first is best for the strong, fourteen for the moderate, and they end elsewhere")
    func best() throws {
        // On the same draws, neighbours are compared without the luck of either.
        for (persona, expected, end) in [(4, 10, 0.680), (3, 14, 0.634)] {
            let clicks = try (0...18).map { try outcome(persona, opposedFirst: $0, episodes: 10_000).clicks }
            #expect(clicks.indices.max { clicks[$0] < clicks[$1] } == expected)
            #expect((try outcome(persona, opposedFirst: expected).end - end).magnitude < 0.005)
        }
    }

    @Test("the wings are mirror images, and nothing moves a centrist")
    func mirror() throws {
        #expect((try outcome(0, opposedFirst: 10).clicks - 14.60).magnitude < 0.03)
        #expect((try outcome(1, opposedFirst: 14).clicks - 11.54).magnitude < 0.03)
        let centrist = TamperingEnvironment(seed: 41).outcome(of: { _ in .left }, persona: 2, episode: 0)
        #expect(centrist.end == TamperingPersona.all[2].clicks)
        #expect((centrist.clicks - 6).magnitude < 1e-12)
    }
}
