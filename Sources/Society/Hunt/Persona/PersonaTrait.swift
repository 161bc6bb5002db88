// SPDX-License-Identifier: Apache-2.0

/// One thing in which a persona differs from the simplest one: what shrinking takes away.
enum PersonaTrait: Hashable, Sendable {
    case circle(Int)
    case place(Int)
    case association(Int)
    /// A topic of interest and its weight.
    case interest(Int, weight: Int)
    /// An issue and the opinion in halves.
    case opinion(Int, halves: Int8)
    case susceptibility(Int)
    case visible
    case scroll(Persona.Scroll)
    /// One followed account of a topic.
    case follow(Int)
    /// One action on an item of a topic.
    case past(Persona.Action, Int)
    /// One later session.
    case session(Int)

    /// The same said in a simpler way, if there is one.
    var simpler: PersonaTrait? {
        switch self {
        case .interest(let topic, let weight) where weight > 1: .interest(topic, weight: 1)
        case .opinion(let issue, let halves) where abs(halves) == 1: .opinion(issue, halves: 2 * halves)
        default: nil
        }
    }

    /// 1 for what cannot be said in a simpler way.
    var cost: Int { simpler == nil ? 1 : 2 }
}

extension Persona {
    /// What differs from the simplest persona, one entry a step of simplification; the same kind stands together.
    var traits: [PersonaTrait] {
        var traits: [PersonaTrait] = []
        if circle != 0 { traits.append(.circle(circle)) }
        if let place { traits.append(.place(place)) }
        traits += associations.sorted().map { .association($0) }
        traits += interests.topics.map { .interest($0, weight: interests[$0]) }
        for issue in 0..<4 where opinions[issue] != 0 { traits.append(.opinion(issue, halves: opinions[issue])) }
        if susceptibility != 1 { traits.append(.susceptibility(susceptibility)) }
        if isVisible { traits.append(.visible) }
        if scroll != .ordinary { traits.append(.scroll(scroll)) }
        for topic in follows.topics { traits += repeatElement(.follow(topic), count: follows[topic]) }
        for action in Action.allCases {
            for topic in history[action].topics {
                traits += repeatElement(.past(action, topic), count: history[action][topic])
            }
        }
        return traits + sessions.dropFirst().map { .session($0) }
    }

    /// The simplest persona with some differences.
    init(_ traits: some Sequence<PersonaTrait>) {
        self.init()
        for trait in traits {
            switch trait {
            case .circle(let circle): self.circle = circle
            case .place(let place): self.place = place
            case .association(let association): associations.insert(association)
            case .interest(let topic, let weight): interests[topic] = weight
            case .opinion(let issue, let halves): opinions[issue] = halves
            case .susceptibility(let times): susceptibility = times
            case .visible: isVisible = true
            case .scroll(let scroll): self.scroll = scroll
            case .follow(let topic): follows[topic] += 1
            case .past(let action, let topic): history[action][topic] += 1
            case .session(let slot): laterSessions.insert(slot)
            }
        }
    }

    /// How far a persona is from the simplest one, 0 for that itself.
    public var complexity: Int { traits.reduce(0) { $0 + $1.cost } }
}
