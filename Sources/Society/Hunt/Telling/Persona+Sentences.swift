// SPDX-License-Identifier: Apache-2.0

extension Persona {
    /// Who it is, in one sentence; circles, groups and topics are numbers.
    public var sentence: String {
        var groups = ["circle \(circle)"]
        if let place { groups.append("place \(place)") }
        groups += associations.sorted().map { "association \($0)" }
        var clauses: [String] = []
        if follows.total > 0 {
            let parts = follows.topics.map { "\(Self.count(follows[$0], "account")) of topic \($0)" }
            clauses.append("follows \(Self.list(parts))")
        }
        if interests.total > 0 {
            let isOne = interests.topics.count == 1
            let parts = interests.topics.map { isOne ? "topic \($0)" : "topic \($0) (weight \(interests[$0]))" }
            clauses.append("is interested in \(Self.list(parts))")
        }
        if opinions != SIMD4() {
            let parts = (0..<4).filter { opinions[$0] != 0 }
                .map { "\((Double(opinions[$0]) / 2).text(1)) on issue \($0)" }
            clauses.append("has an opinion of \(Self.list(parts))")
        }
        if susceptibility != 1 {
            clauses.append(
                susceptibility == 0 ? "is moved by nothing" : "is moved \(susceptibility) times as much as most"
            )
        }
        if isVisible { clauses.append("reacts in public") }
        switch scroll {
        case .short: clauses.append("scrolls a third as far as most")
        case .ordinary: break
        case .long: clauses.append("scrolls three times as far as most")
        }
        let who = "Somebody in \(Self.list(groups))\(clauses.isEmpty ? "" : ", who \(Self.list(clauses)),")"
        return sessions.count == 1
            ? "\(who) opens the space once."
            : "\(who) opens the space \(sessions.count) times, at steps \(Self.list(sessions.map { "\($0)" }))."
    }

    /// What it did before, if anything.
    public var pastSentence: String? {
        guard history.total > 0 else { return nil }
        let parts = Action.allCases.flatMap { action in
            history[action].topics.map { topic in
                "\(action.past) \(Self.count(history[action][topic], "item")) of topic \(topic)"
            }
        }
        return "Before, they \(Self.list(parts))."
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    /// "a, b and c".
    private static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Persona.Action {
    fileprivate var past: String {
        switch self {
        case .linger: "lingered on"
        case .like: "liked"
        case .hide: "hid"
        case .share: "shared"
        }
    }
}

extension Double {
    /// With a number of decimals, rounded half away from zero.
    func text(_ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        let scaled = (magnitude * scale).rounded()
        guard scaled < 9e15 else { return "\(self)" }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = self < 0 && scaled > 0 ? "−" : ""
        return sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }
}
