// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Society

@Suite("Figures of a hunt") struct HuntFigureTests {
    private static func outcomes(_ margins: [Double]) -> [HuntOutcome] {
        margins.map { HuntOutcome(world: 0, hash: "", subject: $0, reference: 0, margin: $0) }
    }

    private static func shown(circle: Int, topic: Int) -> ProbeRecord.Shown {
        ProbeRecord.Shown(
            item: 0,
            author: 0,
            topic: topic,
            circle: circle,
            step: 0,
            position: 0,
            isInNetwork: false,
            isNoticed: true
        )
    }

    @Test("a persona is held against the lower limit of its margin", .tags(.byHand))
    func limit() {
        // Mean 2.5, standard deviation √(5/3), t of 3 degrees 2.353363.
        let figure = HuntFigure(Self.outcomes([1, 2, 3, 4]), confidence: 0.95)
        #expect((figure.lowerLimit - 0.980_911).magnitude < 1e-5)
        #expect(figure.margin == 2.5 && figure.worlds == 4 && figure.p == 0.0625)
        #expect(!figure.fails, "four worlds are too few for an answer")
        #expect(HuntFigure(Self.outcomes([1, 2, 3, 4, 1, 2, 3, 4]), confidence: 0.95).fails)
    }

    @Test("equal margins are certain, but no more than their number allows")
    func equal() {
        let figure = HuntFigure(Self.outcomes(Array(repeating: 0.1, count: 8)), confidence: 0.95)
        #expect(figure.fails && figure.p == 0x1p-8)
        #expect(HuntFigure(Self.outcomes(Array(repeating: 0, count: 8)), confidence: 0.95).p == 1)
        #expect(HuntFigure(Self.outcomes([5]), confidence: 0.95).lowerLimit == -.infinity)
        #expect(HuntFigure([], confidence: 0.95).p == 1)
    }

    @Test("figures of a record", .tags(.byHand))
    func values() {
        var record = ProbeRecord()
        record.circle = 1
        record.shown = [(0, 2), (1, 2), (1, 3), (2, 2)].map { Self.shown(circle: $0.0, topic: $0.1) }
        (record.drift, record.turn, record.seconds) = (0.3, 0.2, 120)
        #expect(HuntProperty(.encounter, bound: 1).value(of: record) == 0.5)
        #expect(HuntProperty(.concentration, bound: 1).value(of: record) == 0.75)
        #expect(record.mainTopic == (2, 3))
        #expect(HuntProperty(.excessDrift, bound: 1).value(of: record) == 0.3)
        #expect(HuntProperty(.preferenceShift, bound: 1).value(of: record) == 0.2)
        let minutes = HuntProperty(.sessionGrowth, bound: 1).value(of: record)
        #expect(minutes.map { ($0 - 0.693_147_18).magnitude < 1e-8 } == true)
    }

    @Test("who is shown nothing meets nobody, and has no logarithm of minutes")
    func nothing() {
        #expect(HuntProperty(.encounter, bound: 1).value(of: ProbeRecord()) == 0)
        #expect(HuntProperty(.sessionGrowth, bound: 1).value(of: ProbeRecord()) == nil)
    }

    @Test("a margin is above 0 where the property fails", .tags(.byHand))
    func margins() {
        #expect(HuntProperty(.encounter, bound: 0.5).margin(subject: 0.25, reference: 0.75) == 0.125)
        #expect(HuntProperty(.encounter, bound: 0.5).margin(subject: 0.5, reference: 0.75) == -0.125)
        #expect(HuntProperty(.excessDrift, bound: 0.25).margin(subject: 0.75, reference: 0.25) == 0.25)
    }

    @Test("the worlds of each phase are its own, and none of an examination")
    func phases() {
        let worlds = HuntPhase.allCases.flatMap { phase in
            [0, 1, 1_000_000, 0xFFF_FFFF].map { UInt32(phase.world($0)) }
        }
        #expect(Set(worlds).count == 12 && worlds.allSatisfy { $0 >= 0x1000_0000 })
    }

    @Test(
        "numbers are told with so many decimals",
        .tags(.byHand),
        arguments: [
            (0.0, 2, "0.00"), (1.005, 1, "1.0"), (-0.126, 2, "−0.13"), (-0.001, 2, "0.00"), (12.0, 0, "12"),
            (0.05, 3, "0.050"), (1e300, 1, "1e+300"),
        ] as [(Double, Int, String)]
    )
    func decimals(number: Double, decimals: Int, text: String) { #expect(number.text(decimals) == text) }
}
