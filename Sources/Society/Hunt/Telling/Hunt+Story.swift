// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

extension Hunt {
    /// The story of a persona in the middle one of the worlds that confirmed it.
    func tell(_ persona: Persona, _ outcomes: [HuntOutcome], _ trials: HuntTrials) async -> HuntStory? {
        let order = outcomes.sorted { $0.margin != $1.margin ? $0.margin < $1.margin : $0.world < $1.world }
        guard !order.isEmpty else { return nil }
        let middle = order[order.count / 2]
        let world = World(settings.society, seed: seed, number: middle.world)
        var story = HuntStory(
            world: middle.world,
            hash: middle.hash,
            subjectName: subject(world).card.name,
            referenceName: reference(world).card.name,
            sentences: [persona.sentence],
            subject: await trials.record(of: persona, in: middle.world, subject),
            reference: await trials.record(of: persona, in: middle.world, reference),
            plain: await trials.record(of: Persona(), in: middle.world, subject)
        )
        if let past = persona.pastSentence { story.sentences.append(past) }
        story.sentences.append(property.sentence(story))
        story.sentences.append(
            property.sentence(
                HuntFigure(outcomes, confidence: settings.confidence),
                story,
                confidence: settings.confidence
            )
        )
        return story
    }
}

extension HuntProperty {
    /// What happened in one world.
    func sentence(_ story: HuntStory) -> String {
        let (subject, reference) = (story.subject, story.reference)
        let other = "under \(story.referenceName)"
        switch kind {
        case .encounter:
            let (own, theirs) = (
                subject.shown.count - subject.crossCircle, reference.shown.count - reference.crossCircle
            )
            return "Of the next \(items(subject)), \(own) came from their own circle; \(other), "
                + "\(theirs) of \(reference.shown.count) would have."
        case .concentration:
            let (most, mostThere) = (subject.mainTopic, reference.mainTopic)
            return
                "Of the next \(items(subject)), \(most.count) were of topic \(most.topic); \(other), the topic shown most "
                + "would have been topic \(mostThere.topic), with \(mostThere.count) of \(reference.shown.count)."
        case .excessDrift:
            return
                "After the next \(items(subject)) their opinions lay \(subject.drift.text(2)) standard deviations from where "
                + "they would be without a feed; \(other), \(reference.drift.text(2))."
        case .preferenceShift:
            return
                "After the next \(items(subject)) their interests had turned by \(subject.turn.text(3)) (1 − cosine); "
                + "\(other), by \(reference.turn.text(3))."
        case .narrowing:
            return
                "After the next \(items(subject)) their interests spread over \((100 * subject.narrowing).text(0)) % fewer topics than "
                + "without a feed; \(other), over \((100 * reference.narrowing).text(0)) % fewer."
        case .sessionGrowth:
            return "They spent \((subject.seconds / 60).text(1)) minutes on the next \(items(subject)); \(other), "
                + "\((reference.seconds / 60).text(1)) minutes on \(items(reference))."
        }
    }

    private func items(_ record: ProbeRecord) -> String { Self.count(record.shown.count, "item") + " they were shown" }

    /// What all worlds say together.
    func sentence(_ figure: HuntFigure, _ story: HuntStory, confidence: Double) -> String {
        let name =
            switch kind {
            case .encounter: "the share of items from other circles"
            case .excessDrift: "the distance of opinions, in standard deviations,"
            case .preferenceShift: "the turn of interests"
            case .narrowing: "the share of topics lost from interests"
            case .sessionGrowth: "the logarithm of the minutes"
            case .concentration: "the share of the topic shown most"
            }
        let rule =
            kind == .encounter
            ? "it may not be below \(bound.text(3)) times" : "it may not be more than \(bound.text(3)) above"
        return
            "Over \(Self.count(figure.worlds, "world")) set aside for this, \(name) was \(figure.subject.text(3)) on average, and "
            + "\(figure.reference.text(3)) under \(story.referenceName); \(rule) that. It fails by "
            + "\(figure.margin.text(3)), with \((100 * confidence).text(0)) % confidence at least \(figure.lowerLimit.text(3))."
    }

    static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
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
