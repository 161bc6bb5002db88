// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Rankers
internal import Society
internal import Statistics

/// A hunt in words, the same for page and terminal.
struct HuntWords {
    let record: HuntRecord
    let subject: String
    let reference: String
    let clause: String

    init(_ record: HuntRecord) {
        self.record = record
        subject = PrintableText.shortened(record.subject.name, to: 72)
        reference = PrintableText.shortened(record.reference.name, to: 72)
        clause = PrintableText.shortened(record.target.clause.id, to: 72)
    }

    private var result: HuntResult { record.result }
    private var kind: HuntProperty.Kind { result.property.kind }

    /// The case that the hunt ends with: the confirmed one, or the one that was not, or the worst of the search.
    var best: HuntCase? { result.confirmed ?? result.found }

    // MARK: The whole

    /// What came out, as a heading.
    var heading: String {
        switch result.outcome {
        case .confirmed: "One person for whom \(clause) fails"
        case .notConfirmed: "A suspicion about \(clause) that was not confirmed"
        case .nothingFound: "Nobody was found for whom \(clause) fails"
        }
    }

    /// Who was held against what.
    var contest: String {
        "\(subject) against \(reference) · \(PrintableText.shortened(record.target.clause.title, to: 120))"
    }

    /// The story, a paragraph a step: who and what happened, what all worlds say, what of it matters.
    var paragraphs: [String] {
        guard let best else { return [] }
        let figures = "\(everywhere(best.figure)) \(rule(best.figure))"
        switch result.outcome {
        case .confirmed:
            let scene = result.story.map { [self.scene($0)] } ?? []
            return [(who(best.persona) + scene).joined(separator: " "), figures, needs(best.persona)]
        case .notConfirmed:
            return [
                "Among \(personas(result.searched)), \(clause) seemed to fail for one. Held against "
                    + "\(SocietyWords.counted(best.figure.worlds, "fresh world")), it does not clearly fail for them. Whoever looks at many finds "
                    + "somebody by chance; so this is not counted.", who(best.persona).joined(separator: " "), figures,
            ]
        case .nothingFound:
            return [
                "\(personas(result.searched)) were tried under \(subject), and \(clause) clearly fails for none of them. That does not show "
                    + "that there is nobody: only that this search found nobody.",
                "This is the worst of them. " + who(best.persona).joined(separator: " "), figures,
            ]
        }
    }

    private func personas(_ count: Int) -> String { SocietyWords.counted(count, "made-up person", "made-up persons") }

    private func who(_ persona: Persona) -> [String] { [persona.sentence, persona.pastSentence].compactMap { $0 } }

    // MARK: Sentences

    /// What happened in one world.
    private func scene(_ story: HuntStory) -> String {
        let (one, other) = (story.subject, story.reference)
        let items = SocietyWords.counted(one.shown.count, "item")
        switch kind {
        case .encounter:
            let same = one.shown.count == other.shown.count ? "" : " of \(NumberStyle.count(other.shown.count))"
            return
                "\(subject) shows them \(items), \(Self.countOrNone(one.crossCircle)) of them from another circle than their own; "
                + "in the same place, at the same moments, \(reference) would have shown \(Self.countOrNone(other.crossCircle))\(same)."
        case .concentration:
            let (most, there) = (one.mainTopic, other.mainTopic)
            return
                "\(subject) shows them \(items), \(NumberStyle.count(most.count)) of them on topic \(most.topic); \(reference) would have "
                + "shown at most \(NumberStyle.count(there.count)) on one topic."
        case .excessDrift:
            return
                "After \(items) from \(subject), their opinions lie \(Self.decimals(one.drift)) standard deviations from where they would be "
                + "without any feed; with \(reference) it would have been \(Self.decimals(other.drift))."
        case .preferenceShift:
            return
                "After \(items) from \(subject), their interests have turned by \(Self.decimals(one.turn, 3)) (1 − cosine); with \(reference) "
                + "it would have been \(Self.decimals(other.turn, 3))."
        case .narrowing:
            return
                "After \(items) from \(subject), their interests are \(breadth(one.narrowing)) than without any feed; with \(reference) they would "
                + "have been \(breadth(other.narrowing))."
        case .sessionGrowth:
            return
                "They spend \(Self.decimals(one.seconds / 60, 1)) minutes with \(subject); with \(reference) it would have been "
                + "\(Self.decimals(other.seconds / 60, 1))."
        }
    }

    /// What all worlds say together.
    private func everywhere(_ figure: HuntFigure) -> String {
        let worlds = SocietyWords.counted(figure.worlds, "world")
        let opening =
            result.outcome == .confirmed
            ? "This is not one unlucky world: in \(worlds) set aside for it," : "In \(worlds),"
        switch kind {
        case .encounter:
            return
                "\(opening) \(value(figure.subject)) of what they are shown comes from other circles, and \(value(figure.reference)) "
                + "under \(reference)."
        case .concentration:
            return
                "\(opening) \(value(figure.subject)) of what they are shown is on one topic, and \(value(figure.reference)) under \(reference)."
        case .excessDrift:
            return
                "\(opening) their opinions end \(value(figure.subject)) standard deviations from where they would be without a feed on "
                + "average, and \(value(figure.reference)) under \(reference)."
        case .preferenceShift:
            return
                "\(opening) their interests turn by \(value(figure.subject)) on average, and by \(value(figure.reference)) under \(reference)."
        case .narrowing:
            return
                "\(opening) their interests end \(breadth(figure.subject)) on average than without any feed, and \(breadth(figure.reference)) "
                + "under \(reference)."
        case .sessionGrowth:
            let times = ElementaryFunctions.exp(figure.subject - figure.reference)
            return "\(opening) they spend \(Self.decimals(times)) times as long as under \(reference) (geometric mean)."
        }
    }

    /// What the clause asks, what it tolerates, and how far beyond that this lies.
    private func rule(_ figure: HuntFigure) -> String {
        let criterion = record.target.clause.criterion
        let (bound, limit) = (amount(criterion.bound), amount(criterion.limit))
        let tolerated = criterion.tolerance > 0 ? ", and tolerates \(limit)" : ""
        let asked =
            kind == .encounter
            ? "\(clause) asks for at least \(bound) times what the reference shows\(tolerated)"
            : "\(clause) allows at most \(bound) more than under the reference\(tolerated)"
        let here: String
        if kind == .encounter {
            here =
                figure.reference > 0
                ? "here it is \(Self.decimals(figure.subject / figure.reference)) times"
                : "the reference shows nothing to compare with"
        } else {
            let excess = figure.subject - figure.reference
            here = "here it is \(difference(excess.magnitude)) \(excess < 0 ? "less" : "more")"
        }
        let confidence = Self.percent(result.settings.confidence)
        if figure.fails {
            return
                "\(asked); \(here). With \(confidence) confidence it lies at least \(difference(figure.lowerLimit)) beyond what is tolerated."
        }
        guard figure.lowerLimit.isFinite else { return "\(asked); \(here)." }
        return "\(asked); \(here). With \(confidence) confidence nothing beyond what is tolerated can be told."
    }

    /// What of the persona mattered.
    private func needs(_ persona: Persona) -> String {
        if persona == Persona() {
            return
                "Nothing about them is special. They are the simplest person that can be made up here: no group but a circle, no interest "
                + "before others, no opinion, following nobody. It takes no particular history for \(clause) to fail."
        }
        guard isSmallest else {
            return "Simpler ones were tried until the budget for it was used up; there may be a simpler one still."
        }
        let features = Self.features(persona)
        return features.count == 1
            ? "But for \(features[0].words), this is the simplest person that can be made up; without it, the failure can no longer be shown."
            : "Take away any one of these things, and the failure can no longer be shown."
    }

    /// Whether simplifying ended because nothing simpler failed.
    var isSmallest: Bool { result.tried < result.settings.trials }

    /// What was looked through, for the method.
    var effort: String {
        var parts = ["\(personas(result.searched)) in the search"]
        if result.tried > 0 { parts.append("\(NumberStyle.count(result.tried)) simpler ones after it") }
        return NameList.joined(parts)
    }

    // MARK: The persona

    /// Everything in which a persona differs from the simplest one, by a key that stays when a number changes.
    static func features(_ persona: Persona) -> [(key: String, words: String)] {
        var features: [(key: String, words: String)] = []
        if persona.circle != 0 { features.append(("circle", "circle \(persona.circle)")) }
        if let place = persona.place { features.append(("place", "place \(place)")) }
        for association in persona.associations.sorted() {
            features.append(("association \(association)", "association \(association)"))
        }
        for topic in persona.interests.topics {
            let weight = persona.interests[topic]
            features.append(
                ("interest \(topic)", "an interest in topic \(topic)\(weight > 1 ? ", weight \(weight)" : "")")
            )
        }
        for issue in 0..<4 where persona.opinions[issue] != 0 {
            let opinion = NumberStyle(decimals: 1).number(Double(persona.opinions[issue]) / 2)
            features.append(("opinion \(issue)", "an opinion of \(opinion) on issue \(issue)"))
        }
        if persona.susceptibility != 1 {
            features.append(
                (
                    "susceptibility",
                    persona.susceptibility == 0
                        ? "being moved by nothing" : "being moved \(persona.susceptibility) times as much as most"
                )
            )
        }
        if persona.isVisible { features.append(("visible", "reacting in public")) }
        switch persona.scroll {
        case .short: features.append(("scroll", "scrolling a third as far as most"))
        case .ordinary: break
        case .long: features.append(("scroll", "scrolling three times as far as most"))
        }
        for topic in persona.follows.topics {
            let accounts = SocietyWords.counted(persona.follows[topic], "account")
            features.append(("follows \(topic)", "following \(accounts) of topic \(topic)"))
        }
        for action in Persona.Action.allCases {
            for topic in persona.history[action].topics {
                let items = SocietyWords.counted(persona.history[action][topic], "item")
                features.append(("\(action.rawValue) \(topic)", "having \(action.words) \(items) of topic \(topic)"))
            }
        }
        if persona.sessions.count > 1 {
            let steps = persona.sessions.map { String($0) }.joined(separator: ", ")
            features.append(("sessions", "opening the space \(persona.sessions.count) times (steps \(steps))"))
        }
        return features
    }

    /// What a step of simplification left out or said in a simpler way.
    static func leftOut(from one: Persona, to other: Persona) -> String {
        let kept = Dictionary(features(other).map { ($0.key, $0.words) }, uniquingKeysWith: { first, _ in first })
        let parts = features(one).compactMap { feature -> String? in
            guard let now = kept[feature.key] else { return feature.words }
            return now == feature.words ? nil : "\(feature.words) → \(now)"
        }
        return parts.isEmpty ? "nothing that is seen" : parts.joined(separator: "; ")
    }

    // MARK: Numbers

    /// How a figure is printed.
    var style: NumberStyle {
        switch kind {
        case .encounter, .narrowing, .concentration:
            NumberStyle(scale: 100, decimals: 1, suffix: "\u{202F}%", unitName: "per cent")
        case .excessDrift: NumberStyle(decimals: 3, unitName: "standard deviations")
        case .preferenceShift: NumberStyle(decimals: 3, unitName: "1 − cosine")
        case .sessionGrowth: NumberStyle(decimals: 2, unitName: "natural logarithm of minutes")
        }
    }

    /// What is compared, as a caption.
    var figureName: String {
        switch kind {
        case .encounter: "Share of what is shown that comes from other circles"
        case .excessDrift: "How far opinions end from where they would be without a feed"
        case .preferenceShift: "How far interests turn"
        case .narrowing: "How much of their breadth interests lose"
        case .sessionGrowth: "Time spent"
        case .concentration: "Share of the topic shown most"
        }
    }

    /// A figure of one arm.
    func value(_ value: Double) -> String { style.text(value) }

    /// A difference of two figures, or a margin.
    func difference(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        return style.suffix.isEmpty ? style.text(value) : style.number(value) + "\u{202F}pp"
    }

    /// A bound as it was stated: a ratio, or a difference in its unit.
    private func amount(_ bound: Double) -> String {
        switch kind {
        case .encounter: Self.exact(bound)
        case .narrowing, .concentration: NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}pp").exact(bound)
        case .excessDrift: "\(Self.exact(bound)) standard deviations"
        case .preferenceShift: Self.exact(bound)
        case .sessionGrowth: "\(Self.exact(bound)) (as a logarithm)"
        }
    }

    /// Where a figure begins to be beyond what is tolerated, given that of the reference.
    func limit(_ reference: Double) -> Double {
        kind == .encounter ? result.property.bound * reference : reference + result.property.bound
    }

    private static func decimals(_ value: Double, _ count: Int = 2) -> String {
        NumberStyle(decimals: count).number(value)
    }

    private static func exact(_ value: Double) -> String { NumberStyle(decimals: 0).exact(value) }

    private static func percent(_ share: Double) -> String {
        NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%").exact((share * 1_000).rounded() / 1_000)
    }

    private func breadth(_ narrowing: Double) -> String {
        narrowing < 0 ? "\(value(-narrowing)) broader" : "\(value(narrowing)) narrower"
    }

    private static func countOrNone(_ count: Int) -> String { count == 0 ? "none" : NumberStyle.count(count) }
}

extension Persona.Action {
    /// What was done: "having liked 2 items".
    fileprivate var words: String {
        switch self {
        case .linger: "lingered on"
        case .like: "liked"
        case .hide: "hidden"
        case .share: "shared"
        }
    }
}

extension HuntResult.Outcome {
    /// The outcome in words.
    var words: String {
        switch self {
        case .confirmed: "fails, confirmed"
        case .notConfirmed: "not confirmed"
        case .nothingFound: "nobody found"
        }
    }

    /// A sign that tells outcomes apart without colour.
    var symbol: String {
        switch self {
        case .confirmed: "✗"
        case .notConfirmed: "?"
        case .nothingFound: "–"
        }
    }

    /// How it stands out.
    var tone: TerminalTable.Tone {
        switch self {
        case .confirmed: .bad
        case .notConfirmed: .open
        case .nothingFound: .plain
        }
    }
}
