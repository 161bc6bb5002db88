// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

extension Worker {
    /// What a session adds up to.
    private struct SessionSums {
        var noticed = 0
        var lingers = 0
        var clickbait: Float = 0
        var seconds: Float = 0
        var regret: Float = 0
        /// What the session adds to opinions.
        var moves = SIMD4<Double>()
    }

    /// One person opens the space, is shown an order, scrolls, notices, acts, and is moved.
    ///
    /// - Returns: What the items add to opinions.
    static func session(
        _ person: Int,
        _ index: Int,
        _ chunk: inout PeopleChunk,
        _ desk: inout Desk,
        _ view: StepView
    ) -> SIMD4<Double> {
        chunk.beginSession(index)
        chunk.totals.sessions += 1
        let length = view.length(of: person)
        let reader = reader(person, index, chunk, view)
        desk.ask(person, index, length, reader, chunk, view)
        let shown = min(length, desk.answer.places.count)
        if view.mode.recordsShown { chunk.shownSessions.append(desk.shown(to: person, count: shown, reader, view)) }
        var sums = SessionSums()
        for position in 0..<shown {
            look(Int(desk.answer.places[position]), position, person, index, &chunk, &desk, reader, &sums, view)
        }
        for campaign in 0..<view.settings.campaigns where shown > view.settings.campaignPlace {
            watch(campaign, person, index, chunk, &sums, view)
        }
        if view.twin != nil { askAgain(person, &chunk, &desk, view) }
        chunk.seconds[index] += sums.seconds
        chunk.regret[index] += sums.regret
        if !view.mode.isFrozen { finish(sums, person, index, &chunk, view) }
        return sums.moves
    }

    private static func reader(
        _ person: Int,
        _ index: Int,
        _ chunk: PeopleChunk,
        _ view: StepView
    ) -> Behaviour.Reader {
        var interest = chunk.interest(index)
        let dull = chunk.satiation[index] & 0xF0
        if dull != SIMD16() {
            for topic in 0..<Topic.count where dull[topic] > 0 { interest[topic] = 0 }
        }
        let salient = view.population.salient[person]
        return Behaviour.Reader(
            interest: interest,
            opinion: chunk.opinion[index],
            salient: salient,
            salientShare: 1 / Float(max(1, salient.nonzeroBitCount)),
            visibility: view.population.visibility[person],
            rejected: chunk.rejected[index]
        )
    }

    /// One impression.
    @inline(__always)
    private static func look(
        _ place: Int,
        _ position: Int,
        _ person: Int,
        _ index: Int,
        _ chunk: inout PeopleChunk,
        _ desk: inout Desk,
        _ reader: Behaviour.Reader,
        _ sums: inout SessionSums,
        _ view: StepView
    ) {
        let number = desk.request.candidates.item[place]
        let item = view.items.facts[Int(number)]
        let topic = view.items.topic(Int(number))
        let isInNetwork = desk.request.candidates.inNetwork[place]
        let settings = view.settings
        chunk.totals.impressions += 1
        if person < settings.people { desk.views[Int(number) - view.window.lowerBound] += 1 }
        if item.circle != view.population.circle[person] { chunk.totals.crossCircle += 1 }
        var isStranger = false
        if item.marks.contains(.newcomer) { isStranger = !view.graph.follows(person, item.author) }
        let key = view.key(person)
        let first = view.draws.words(.notice, step: view.step, key, number, view.mode.luck)
        guard first.x.unit < Float(settings.noticed) else {
            if isStranger { chunk.marks.append(Mark(item: number, actions: 0, isStranger: true)) }
            keep(number, position, person, &chunk, isInNetwork, seconds: 0, actions: [], isNoticed: false, view)
            return
        }
        chunk.totals.noticed += 1
        let proof = view.isCatalogue ? 0 : view.proofLogs[Int(desk.proof[place])]
        let fit = view.behaviour.fit(reader, item, topic, proof: proof)
        let opinion = reader.opinion[Int(item.issue)]
        if opinion * Double(item.stance) < 0 { chunk.totals.crossOpinion += 1 }
        // Time.
        let hasFoundOut = first.y.unit < item.clickbait
        let logSeconds =
            view.behaviour.logDwell(fit, item) - (hasFoundOut ? 0.3 : 0)
            + SIMD4(first.z, first.w, 0, 0).normal * Behaviour.dwellSpread
        let seconds = SingleFunctions.exp(logSeconds)
        var actions: Feedback.Actions = []
        if seconds > view.behaviour.lingerAfter {
            actions.insert(.linger)
            chunk.totals.lingers += 1
            sums.lingers += 1
        }
        // Actions.
        let predictor = view.behaviour.predictor(fit, item, reader)
        if view.mode.recordsLogits { chunk.logits.append(Logit(predictor: predictor, visibility: reader.visibility)) }
        let chances = view.behaviour.probabilities(predictor, visibility: reader.visibility)
        let second = view.draws.words(.act, step: view.step, key, number, view.mode.luck)
        let third = view.draws.words(.after, step: view.step, key, number, view.mode.luck)
        if second.x.unit < chances[Behaviour.Lane.click] { actions.insert(.click) }
        if second.y.unit < chances[Behaviour.Lane.like] { actions.insert(.like) }
        if second.z.unit < chances[Behaviour.Lane.reply] { actions.insert(.reply) }
        if second.w.unit < chances[Behaviour.Lane.share] { actions.insert(.share) }
        if third.x.unit < chances[Behaviour.Lane.hide] { actions.insert(.hide) }
        let isShared = !view.isCatalogue && desk.proof[place] > 0
        let knows = !view.isCatalogue && view.graph.follows(person, item.author)
        // The list of a probe is what is examined: it stays as it is.
        if isShared, !knows, person < view.settings.people {
            let chance = reader.visibility * view.behaviour.followRate * fit.agreement * (0.2 + fit.kinship)
            if third.y.unit < chance { actions.insert(.follow) }
        }
        if view.mode.control != nil, view.isPanel[person] {
            control(item, person, index, &chunk, &actions, view)
        }
        count(actions, &chunk.totals)
        let isRegretted = item.isRegretted
        chunk.totals.secondsScaled += Int64(seconds * StepTotals.scale)
        if isRegretted { chunk.totals.regretScaled += Int64(seconds * StepTotals.scale) }
        sums.seconds += seconds
        if isRegretted { sums.regret += seconds }
        sums.noticed += 1
        sums.clickbait += item.clickbait
        if isStranger || !actions.subtracting([.click, .linger]).isEmpty {
            chunk.marks.append(Mark(item: number, actions: actions.rawValue, isStranger: isStranger))
        }
        keep(number, position, person, &chunk, isInNetwork, seconds: seconds, actions: actions, isNoticed: true, view)
        if view.keepsFeedback {
            chunk.feedback.append(
                Feedback(
                    viewer: Int32(person),
                    item: number,
                    author: item.author,
                    community: Int32(item.community),
                    time: view.now,
                    position: Int32(position),
                    actions: actions,
                    dwell: seconds
                )
            )
        }
        guard !view.mode.isFrozen else { return }
        chunk.see(index, number, limit: settings.memory)
        // Opinion: applied with all others at the end of the step.
        let trust = 0.5 + 0.5 * Double(fit.kinship)
        let attention = actions.contains(.linger) ? 1 : 0.5
        sums.moves[Int(item.issue)] += settings.kernel.move(
            opinion: opinion,
            stance: view.items.stance(Int(number)),
            weight: Double(view.population.susceptibility[person]) * settings.influence * trust * attention,
            arousal: Double(item.arousal),
            kinship: Double(fit.kinship)
        )
        // Interest.
        let isEngaged = !actions.isDisjoint(with: [.click, .like, .reply, .share])
        if isEngaged || actions.contains(.linger) {
            let step = isEngaged ? settings.interestStep : settings.lingerStep
            let share = Float(step * settings.influence)
            if share > 0 {
                chunk.setInterest(index, chunk.interest(index) * max(0, 1 - share) + topic * share)
            }
        }
        if isEngaged { chunk.engage(index, Int(item.community), limit: settings.satiation) }
        if actions.contains(.share) { chunk.ties.append(Tie(person: Int32(person), target: number, kind: .share)) }
        if actions.contains(.follow) {
            chunk.ties.append(Tie(person: Int32(person), target: item.author, kind: .follow))
        }
        if knows, fit.difference.magnitude > 1, third.z.unit < Float(settings.unfollowRate) {
            chunk.ties.append(Tie(person: Int32(person), target: item.author, kind: .unfollow))
        }
    }

    @inline(__always)
    private static func count(_ actions: Feedback.Actions, _ totals: inout StepTotals) {
        if actions.contains(.click) { totals.clicks += 1 }
        if actions.contains(.like) { totals.likes += 1 }
        if actions.contains(.reply) { totals.replies += 1 }
        if actions.contains(.share) { totals.shares += 1 }
        if actions.contains(.hide) { totals.hides += 1 }
    }

    /// Keeps an impression of somebody in the panel.
    @inline(__always)
    private static func keep(
        _ item: Int32,
        _ position: Int,
        _ person: Int,
        _ chunk: inout PeopleChunk,
        _ isInNetwork: Bool,
        seconds: Float,
        actions: Feedback.Actions,
        isNoticed: Bool,
        _ view: StepView
    ) {
        guard view.isPanel[person] else { return }
        chunk.log.append(
            ImpressionRow(
                viewer: Int32(person),
                item: item,
                step: view.step,
                position: Int32(position),
                seconds: seconds,
                actions: actions.rawValue,
                isNoticed: isNoticed,
                isInNetwork: isInNetwork
            )
        )
    }

    /// Satisfaction and habit at the end of a session.
    private static func finish(
        _ sums: SessionSums,
        _ person: Int,
        _ index: Int,
        _ chunk: inout PeopleChunk,
        _ view: StepView
    ) {
        guard sums.noticed > 0 else { return }
        let settings = view.settings
        let words = view.draws.words(.satisfaction, step: view.step, view.key(person))
        chunk.exposure[index] = Float(
            view.satisfaction.exposure(
                after: Double(chunk.exposure[index]),
                clickbait: Double(sums.clickbait / Float(sums.noticed)),
                noise: Double(words.normal)
            )
        )
        let step = Float(settings.habitStep * min(1, settings.influence))
        let reward: Float = Float(sums.lingers) > Float(sums.noticed) * Float(settings.rewardingShare) ? 1 : 0
        chunk.habit[index] += step * (reward - chunk.habit[index])
    }

    /// An advertisement that shows each circle a stance of its own.
    private static func watch(
        _ campaign: Int,
        _ person: Int,
        _ index: Int,
        _ chunk: PeopleChunk,
        _ sums: inout SessionSums,
        _ view: StepView
    ) {
        let words = view.draws.words(.plan, step: view.step, view.key(person), Int32(campaign))
        guard words.x.unit < Float(view.settings.noticed), !view.mode.isFrozen else { return }
        let stance = Campaign.stance(campaign, circle: view.population.circle[person], view.settings)
        let issue = campaign % 4
        sums.moves[issue] += view.settings.kernel.move(
            opinion: chunk.opinion[index][issue],
            stance: view.mode.isMirrored ? -stance : stance,
            weight: Double(view.population.susceptibility[person]) * view.settings.influence * 0.25
        )
    }

    /// Asks the ranker that knows the accounts under other names, and notes whether its order follows.
    private static func askAgain(_ person: Int, _ chunk: inout PeopleChunk, _ desk: inout Desk, _ view: StepView) {
        guard view.isPanel[person], let twin = view.twin,
            view.draws.words(.plan, step: view.step, Int32(person), -1).x.unit < view.mode.swapShare
        else { return }
        let isMismatch = desk.isOtherUnderNames(person, twin, view)
        chunk.swaps.append(SwapRow(viewer: Int32(person), step: view.step, isMismatch: isMismatch))
    }
}
