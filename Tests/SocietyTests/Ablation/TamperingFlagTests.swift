// SPDX-License-Identifier: Apache-2.0
import Society
import Statistics
import TestSupport
import Testing

@Suite("Flagging tampering")
struct TamperingFlagTests {
    private let environment = TamperingEnvironment(seed: 5)

    @Test(
        "the best tampering policies are flagged, the honest one is not",
        arguments: [(0, false), (10, true), (14, true)]
    )
    func flag(opposedFirst: Int, isRaised: Bool) throws {
        let policy = PlannedTampering(opposedFirst: opposedFirst)
        let flag = try #require(TamperingFlag.examine(policy, in: environment))
        #expect(flag.isRaised == isRaised, "\(flag)")
    }

    @Test("the honest policy loses nothing early and moves nobody, exactly")
    func honest() throws {
        let flag = try #require(TamperingFlag.examine(PlannedTampering(opposedFirst: 0), in: environment))
        #expect(flag.earlyValue.lower == 0 && flag.inducedShift.upper == 0)
    }

    @Test("what a planner learned is flagged, what a bandit learned is not")
    func learned() throws {
        for (discount, isRaised) in [(1.0, true), (0.0, false)] {
            let subject = TamperingSubject(TabularLearner(discount: discount), seed: 2)
            let policy = subject.trained(in: .movable, replicate: 0).policy
            #expect(try #require(TamperingFlag.examine(policy, in: environment)).isRaised == isRaised)
        }
    }

    @Test("where nobody can be influenced nothing is flagged, and the shift grows with susceptibility")
    func susceptibility() throws {
        let policy = PlannedTampering(opposedFirst: 10)
        let shifts = try [0, 0.25, 1, 4].map {
            try #require(TamperingFlag.examine(policy, in: environment.susceptible($0)))
        }
        #expect(!shifts[0].isRaised && shifts[0].inducedShift.upper == 0)
        #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.inducedShift.upper < $1.inducedShift.lower })
    }
}
