// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension Condition {
    /// When it holds, in words: "fewer than 100 000 people a month, on the feed".
    var words: String {
        var parts: [String] = []
        if let below = monthlyUsersBelow {
            parts.append("the service has fewer than \(NumberStyle.count(below)) people a month")
        }
        if let from = monthlyUsersFrom {
            parts.append("the service has \(NumberStyle.count(from)) people a month or more")
        }
        if let surfaces {
            parts.append("what is examined is one of: " + surfaces.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if let accessBelow {
            parts.append("examiners are let in less far than \(accessBelow.rawValue), \(accessBelow.words)")
        }
        return parts.joined(separator: ", and ")
    }
}

extension Circumstances {
    /// What is known, part by part.
    var parts: [String] {
        var parts: [String] = []
        if let monthlyUsers { parts.append("\(NumberStyle.count(monthlyUsers)) people a month") }
        if let surface { parts.append("surface \(surface.rawValue)") }
        if let access { parts.append("access \(access.rawValue)") }
        return parts
    }
}

extension Example {
    /// What is known in the case, in words.
    func given(_ words: ClauseWords) -> String {
        ([evidence(words)].compactMap(\.self) + circumstances.parts).joined(separator: "; ")
    }

    private func evidence(_ words: ClauseWords) -> String? {
        let style = { (value: Double) in words.measuredText(value) }
        switch evidence {
        case .limits(let lower, let upper): return "limits \(style(lower)) to \(style(upper))"
        case .counted(let events, let total):
            return "\(NumberStyle.count(events)) of \(NumberStyle.count(total)) counted"
        case .census(let value): return "all looked at: \(style(value))"
        case .eValue(let value, let pairs, let planned):
            return
                "e-value \(style(value)) after \(NumberStyle.count(pairs)) of \(NumberStyle.count(planned)) planned pairs"
        case .recording(let name): return "the recording \(name), which has to be measured"
        case .none: return circumstances == Circumstances() ? "no evidence" : nil
        }
    }
}

extension Clause.Access {
    /// How far examiners are let in.
    var words: String {
        switch self {
        case .outside: "the view from outside and public data"
        case .records: "logs, records and registers"
        case .replay: "running the deposited ranker on recorded inputs"
        case .source: "reading source, settings and lists of interventions"
        }
    }
}

extension Clause.Method {
    /// What examiners do.
    var words: String {
        switch self {
        case .test: "a program computes it"
        case .examine: "people look at settings and registers"
        }
    }
}

extension Clause.Burden {
    /// Who has to show it.
    var words: String {
        switch self {
        case .body: "the body that examines"
        case .platform: "the platform"
        }
    }
}

extension Clause.Status {
    /// How settled the text is.
    var words: String {
        switch self {
        case .draft: "draft text"
        case .candidate: "candidate: needs trials first"
        case .adopted: "adopted text"
        }
    }
}

extension RuleBook.Law.Status {
    /// What kind of text it is.
    var words: String {
        switch self {
        case .binding: "binding law"
        case .bill: "a bill, not law"
        case .soft: "not binding"
        case .judgment: "a judgment"
        }
    }
}
