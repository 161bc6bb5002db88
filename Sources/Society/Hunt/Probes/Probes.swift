// SPDX-License-Identifier: Apache-2.0
internal import Rankers

/// People who were added to a world only to be shown things: they read, are moved, and leave nothing in it.
///
/// They post nothing, change no counter, are in nobody's network and among nobody's followers. A ranker that learns sees what they do as
/// it sees everybody's, and is not told who they are. All have the same luck, so that what they are shown and do does not depend on who
/// else is examined with them.
struct Probes: Sendable {
    var personas: [Persona] = []
    /// The step of their first session.
    var entry = 0
    /// The number of the first of them.
    var first = 0

    var isEmpty: Bool { personas.isEmpty }

    /// Whether a probe has begun, and has not had its last session before a step.
    func isThere(_ probe: Int, _ step: Int) -> Bool {
        step >= entry && step - entry <= personas[probe].laterSessions.reduce(0, max)
    }

    /// Whether a probe opens the space at a step.
    func opens(_ probe: Int, _ step: Int) -> Bool {
        step == entry || personas[probe].laterSessions.contains(step - entry)
    }

    /// The step after the last session of anybody.
    var end: Int { entry + 1 + personas.reduce(0) { max($0, $1.laterSessions.reduce(0, max)) } }

    /// How many items a session lasts: fixed, since the long tail of ordinary sessions would drown what is compared.
    func length(_ probe: Int, _ settings: SocietySettings, cap: Int) -> Int {
        let mean = Int(settings.scroll.rounded())
        return switch personas[probe].scroll {
        case .short: min(max(1, mean / 3), cap)
        case .ordinary: min(max(1, mean), cap)
        case .long: min(max(1, 3 * mean), cap)
        }
    }

    /// What they did before their first session, on the newest items of each topic, once more from the newest where there are too few.
    func past(at step: Int32, _ items: Items, _ settings: SocietySettings) -> [Feedback] {
        guard !isEmpty, Int(step) == entry - 1 else { return [] }
        let window = items.candidates(at: Int(step), window: settings.window)
        var newest = Array(repeating: [Int32](), count: Topic.count)
        for item in window.reversed() { newest[Int(items.facts[item].community)].append(Int32(item)) }
        var feedback: [Feedback] = []
        for (probe, persona) in personas.enumerated() {
            for action in Persona.Action.allCases {
                for topic in persona.history[action].topics where !newest[topic].isEmpty {
                    for number in 0..<persona.history[action][topic] {
                        let item = newest[topic][number % newest[topic].count]
                        feedback.append(
                            Feedback(
                                viewer: Int32(first + probe),
                                item: item,
                                author: items.facts[Int(item)].author,
                                community: Int32(topic),
                                time: (Double(step) + 1) * settings.stepSeconds,
                                position: Int32(number),
                                actions: action.feedback,
                                dwell: Float(action == .linger ? 2 * settings.lingerAfter : settings.dwell)
                            )
                        )
                    }
                }
            }
        }
        return feedback
    }
}

extension Persona.Action {
    fileprivate var feedback: Feedback.Actions {
        switch self {
        case .linger: .linger
        case .like: .like
        case .hide: .hide
        case .share: .share
        }
    }
}

extension Worker {
    /// One step for probes: they open the space when their schedule says so.
    static func runProbes(_ chunk: inout PeopleChunk, _ desk: inout Desk, _ view: StepView) {
        chunk.beginStep()
        for index in 0..<chunk.range.count {
            let person = chunk.range.lowerBound + index
            let probe = person - view.settings.people
            guard view.probes.isThere(probe, Int(view.step)) else { continue }
            var moves = SIMD4<Double>()
            if view.mode.hasFeed, view.probes.opens(probe, Int(view.step)) {
                moves = session(person, index, &chunk, &desk, view)
            }
            if !view.mode.isFrozen { settle(person, index, &chunk, moves, view) }
        }
    }
}
