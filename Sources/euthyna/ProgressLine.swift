// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Examination
internal import Foundation
internal import Society
internal import Synchronization

/// One line on standard error that says how far the work is, from its second second on; it clears itself.
///
/// It is drawn by a thread of its own, so that work on all cores cannot keep it from being drawn.
final class ProgressLine: Sendable {
    private enum Stage {
        case reading(done: Int, of: Int?)
        case analysis(Int, of: Int, title: String)
        case worlds(done: Int, of: Int, impressions: Int)
        case look(Int, worlds: Int)
        case ablation(worlds: Int, of: Int)
        case hunt(HuntPhase, tried: Int, worlds: Int)
        case ended
    }

    private struct State {
        var stage = Stage.reading(done: 0, of: nil)
        var isDrawn = false
        var impressions = 0
        var world = 0
    }

    private let state = Mutex(State())
    private let isVisible: Bool

    /// Begins to watch; draws nothing where nobody looks.
    init(isQuiet: Bool) {
        isVisible = !isQuiet && Terminal.isWatched
        guard isVisible else { return }
        Thread.detachNewThread { [self] in
            Thread.sleep(forTimeInterval: 1)
            while draw() { Thread.sleep(forTimeInterval: 0.1) }
        }
    }

    /// What the readers of files tell how far they are.
    func reading(of total: Int?) -> Evidence.Progress {
        Evidence.Progress { done in self.state.withLock { $0.stage = .reading(done: done, of: total) } }
    }

    /// An analysis begins.
    func tell(_ stage: ExaminationRun.Stage) {
        switch stage {
        case .analysis(let index, let count, let title):
            state.withLock { $0.stage = .analysis(index, of: count, title: title) }
        }
    }

    /// A simulation goes on.
    func tell(_ stage: Simulation.Stage) {
        state.withLock { state in
            switch stage {
            case .arm(let world, let count, let impressions):
                state.impressions += impressions
                state.world = max(state.world, world)
                state.stage = .worlds(done: state.world, of: count, impressions: state.impressions)
            case .look(let look, let worlds): state.stage = .look(look, worlds: worlds)
            case .ablation(let worlds, let count): state.stage = .ablation(worlds: worlds, of: count)
            }
        }
    }

    /// A hunt begins.
    func beginHunt() { state.withLock { $0.stage = .hunt(.search, tried: 0, worlds: 0) } }

    /// A hunt goes on.
    func tell(_ progress: HuntProgress) {
        state.withLock { $0.stage = .hunt(progress.phase, tried: progress.tried, worlds: progress.worlds) }
    }

    /// Nothing is drawn any more, and nothing stays.
    func end() {
        state.withLock { state in
            state.stage = .ended
            if state.isDrawn { Terminal.complain("\r\u{1B}[K") }
        }
    }

    private func draw() -> Bool {
        state.withLock { state in
            guard let text = Self.text(state.stage) else { return false }
            state.isDrawn = true
            Terminal.complain("\r\u{1B}[K" + text.prefix(max(Terminal.columns - 1, 10)))
            return true
        }
    }

    private static func text(_ stage: Stage) -> String? {
        switch stage {
        case .ended: return nil
        case .reading(let done, let total):
            guard let total, total > 0 else { return "reading files, \(done >> 20) MB" }
            let share = Double(min(done, total)) / Double(total)
            return "reading files \(bar(share)) \(min(done, total) >> 20)/\(total >> 20) MB"
        case .worlds(let world, let count, let impressions):
            let share = Double(world - 1) / Double(max(count, 1))
            return "world \(world) of at most \(count) \(bar(share)) \(impressions / 1_000)k impressions"
        case .look(let look, let worlds): return "look \(look): measuring \(worlds) worlds"
        case .ablation(let worlds, let count):
            return "what it learned, world \(worlds) of \(count) \(bar(Double(worlds) / Double(max(count, 1))))"
        case .hunt(let phase, let tried, let worlds): return hunt(phase, tried, worlds)
        case .analysis(let index, let count, let title):
            let name = String(title.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init))
            return "analysis \(index) of \(count) \(bar(Double(index - 1) / Double(max(count, 1)))) \(name)"
        }
    }

    private static func hunt(_ phase: HuntPhase, _ tried: Int, _ worlds: Int) -> String {
        switch phase {
        case .search where tried == 0: "making people up"
        case .search: "looking for the worst case: \(tried) personas, the worst of them in \(worlds) worlds"
        case .shrinking: "leaving out what does not matter: \(tried) simpler personas tried"
        case .confirmation: "confirming in \(worlds) worlds set aside"
        }
    }

    private static func bar(_ share: Double) -> String {
        let filled = Int(share * 20)
        return "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: 20 - filled) + "]"
    }
}
