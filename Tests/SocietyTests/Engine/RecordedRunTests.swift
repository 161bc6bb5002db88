// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Society

@Suite("People who follow the states of another run", .tags(.law))
struct RecordedRunTests {
    @Test("whatever they are shown, they are where the others were")
    func yoked() async throws {
        let settings = smallSettings { $0.steps = 6 }
        let habits = await Habits(fittedTo: settings, seed: 2)
        let world = World(settings, seed: 2, number: 0)
        var first = ArmRun(
            Newest(),
            in: world,
            mode: ArmMode(),
            acting: habits,
            influence: 4,
            1,
            nil,
            records: true
        )
        var states: [Trace] = []
        for _ in 0..<settings.steps {
            await first.step()
            states.append(Trace(first))
        }
        let recorded = try #require(first.recorded)
        var second = ArmRun(
            Clicked(),
            in: world,
            mode: ArmMode(),
            acting: habits,
            influence: 0,
            1,
            recorded,
            records: false
        )
        var free = ArmRun(Clicked(), in: world, acting: habits, influence: 0)
        for step in 0..<settings.steps {
            await second.step()
            await free.step()
            let state = Trace(second)
            #expect(state.opinions == states[step].opinions && state.interests == states[step].interests)
            #expect(Trace(free).opinions != states[step].opinions || step == 0)
        }
        #expect(Trace(second).lists != states[settings.steps - 1].lists, "what they were shown must differ")
        #expect(second.recorded == nil)
    }
}
