// SPDX-License-Identifier: Apache-2.0
internal import Rankers

extension Worker {
    /// Every second member of the panel turns down the community they like best, once, halfway through the run, on the first item
    /// of it that they notice; in the placebo arm they only could have.
    @inline(__always)
    static func control(
        _ item: Item,
        _ person: Int,
        _ index: Int,
        _ chunk: inout PeopleChunk,
        _ actions: inout Feedback.Actions,
        _ view: StepView
    ) {
        let target = Topic.main(of: Topic.opened(view.population.stated[person]))
        guard Self.usesControl(person, view.draws), Int(view.step) >= view.settings.steps / 2,
            Int(item.community) == target, chunk.pressedAt[index] < 0
        else { return }
        chunk.pressedAt[index] = view.step
        guard view.mode.control == .pressed else { return }
        actions.insert(.lessLikeThis)
        chunk.rejected[index] |= 1 << UInt16(target)
    }

    /// Whether a member of the panel is one of those who use the control.
    static func usesControl(_ person: Int, _ draws: Draws) -> Bool {
        draws.words(.control, Int32(person)).x & 1 == 1
    }
}
