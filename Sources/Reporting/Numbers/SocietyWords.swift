// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Rankers
internal import Society

/// A simulated society in words, the same for page and terminal.
struct SocietyWords {
    let society: SocietySummary

    init(_ society: SocietySummary) { self.society = society }

    /// What the arms are called, the subject first.
    var arms: [String] {
        let labels = society.answers.map(\.arm)
        return labels.isEmpty ? [society.subject.name] + society.references.map(\.name) : labels
    }

    /// Who is compared with whom: "ours against chronological and random".
    var contest: String {
        let references = arms.dropFirst().map { PrintableText.shortened($0, to: 72) }
        let subject = PrintableText.shortened(arms.first ?? society.subject.name, to: 72)
        return references.isEmpty ? subject : "\(subject) against \(NameList.joined(references))"
    }

    /// In how many worlds of how many people, and how long.
    var size: String {
        "in \(Self.counted(society.worlds.count, "world")) of \(Self.counted(society.people, "person", "people")) over \(days)"
    }

    /// "10 days".
    var days: String {
        let days = Double(society.steps) / Double(max(1, society.slotsPerDay))
        return "\(NumberStyle.plain(days)) \(days == 1 ? "day" : "days")"
    }

    /// What does not come out of the ranker as it should: "3 duplicates and 2 places withheld"; `nil` where all is clean.
    static func nonsense(_ tally: AnswerTally) -> String? {
        let parts = kinds(tally).filter { $0.count > 0 }.map { counted($0.count, $0.one, $0.many) }
        return parts.isEmpty ? nil : NameList.joined(parts)
    }

    /// The kinds of nonsense with their counts.
    static func kinds(_ tally: AnswerTally) -> [(one: String, many: String, count: Int)] {
        [
            ("item named twice in an answer", "items named twice in an answer", tally.duplicates),
            ("place that was not asked about", "places that were not asked about", tally.unknownPlaces),
            (
                "place left empty although there were candidates", "places left empty although there were candidates",
                tally.withheld
            ),
            ("score that is no number", "scores that are no numbers", tally.notNumbers),
            (
                "answer without a score for every candidate", "answers without a score for every candidate",
                tally.wrongScoreCounts
            ),
            ("pair in another order than its scores", "pairs in another order than their scores", tally.contradictions),
        ]
    }

    /// What the influence-ablation test says, in a sentence; `nil` without one.
    var ablation: String? {
        guard let result = society.ablation else { return nil }
        guard let verdict = result.verdict else {
            return "No verdict: the controls did not come out as they have to, so the test says nothing about anybody."
        }
        return "The ranker \(verdict.rawValue); both controls came out as they have to."
    }

    /// "1 world", "8 worlds".
    static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(NumberStyle.count(count)) \(count == 1 ? one : many ?? one + "s")"
    }
}

extension SocietySummary.Series.Quantity {
    /// What is drawn, as a caption.
    var title: String {
        switch self {
        case .crossCircle: "Impressions by authors of other circles"
        case .minutes: "Time spent"
        case .sessions: "Sessions"
        case .regretted: "Time spent on what is of low quality or promised more than it held"
        case .actions: "Clicks, likes, replies and shares"
        }
    }

    /// What its numbers are a part of, or counted by.
    var unit: String {
        switch self {
        case .crossCircle: "per cent of all impressions"
        case .minutes: "minutes a person and day"
        case .sessions: "a person and day"
        case .regretted: "per cent of all time spent"
        case .actions: "a hundred noticed impressions"
        }
    }

    /// Whether it lies between 0 and 1 and is printed as per cent.
    var isShare: Bool { self == .crossCircle || self == .regretted }
}

extension SocietySummary.Reach {
    /// What each class is called: "5 to 19", "500 or more".
    var classes: [String] {
        from.indices.map { index in
            guard index + 1 < from.count else { return "\(NumberStyle.count(from[index])) or more" }
            let last = from[index + 1] - 1
            return last <= from[index]
                ? NumberStyle.count(from[index]) : "\(NumberStyle.count(from[index])) to \(NumberStyle.count(last))"
        }
    }
}
