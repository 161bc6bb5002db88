// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// The people one thread works on, and its desk.
struct Worker: Sendable {
    var desk: Desk
    var chunks: [PeopleChunk]

    /// One step for all of its people; never inlined: see ``ArmRun/step()``.
    @inline(never)
    mutating func run(_ view: StepView) {
        desk.request.communityInteractions = view.communityInteractions
        desk.beginStep(view)
        if let catalogue = view.catalogue { desk.load(catalogue, view) }
        for place in chunks.indices {
            if chunks[place].range.lowerBound < view.settings.people {
                Self.run(&chunks[place], &desk, view)
            } else {
                Self.runProbes(&chunks[place], &desk, view)
            }
        }
    }

    private static func run(_ chunk: inout PeopleChunk, _ desk: inout Desk, _ view: StepView) {
        chunk.beginStep()
        for index in 0..<chunk.range.count {
            let person = chunk.range.lowerBound + index
            guard view.population.joined[person] <= view.step else { continue }
            var moves = SIMD4<Double>()
            if view.mode.hasFeed, arrives(person, index, chunk, view) {
                moves = session(person, index, &chunk, &desk, view)
            }
            if !view.mode.isFrozen { settle(person, index, &chunk, moves, view) }
        }
    }

    /// σ(b₀ + b_h·h + b_q·(q − q̄) + b_c·cos(hour)), with b₀ such that the first habit gives the sessions a day.
    @inline(__always)
    private static func arrives(_ person: Int, _ index: Int, _ chunk: PeopleChunk, _ view: StepView) -> Bool {
        let settings = view.settings
        // As many sessions as steps: nobody stays away.
        if settings.sessionsPerDay >= Double(settings.slotsPerDay) { return true }
        let share = Float(min(0.999, settings.sessionsPerDay / Double(settings.slotsPerDay)))
        let base = SingleFunctions.log(share / (1 - share)) - Float(settings.habitWeight) * Self.firstHabit
        let satisfaction = Float(view.satisfaction.level(Double(chunk.exposure[index]))) - 0.5
        let hour = Float(Int(view.step) % settings.slotsPerDay) / Float(settings.slotsPerDay)
        // Fewest sessions in the first slot of a day, most half a day later.
        let daytime = -SingleFunctions.cosine(turns: hour)
        let logit =
            base + Float(settings.habitWeight) * chunk.habit[index] + Float(settings.satisfactionWeight) * satisfaction
            + Float(settings.hourWeight) * daytime
        return view.draws.words(.arrival, step: view.step, Int32(person)).x.unit < SingleFunctions.logistic(logit)
    }

    /// The habit that people begin with.
    static let firstHabit: Float = 0.3

    /// The end of a step for one person: all moves of opinion at once, and the pull of what people are without a feed.
    @inline(__always)
    static func settle(
        _ person: Int,
        _ index: Int,
        _ chunk: inout PeopleChunk,
        _ moves: SIMD4<Double>,
        _ view: StepView
    ) {
        let innate = view.population.innate[person]
        for issue in 0..<4 {
            chunk.opinion[index][issue] = view.settings.kernel.settled(
                opinion: chunk.opinion[index][issue],
                innate: Double(innate[issue]) * (view.mode.isMirrored ? -1 : 1),
                moves: moves[issue]
            )
        }
        let pull = Float(view.settings.interestPull)
        if pull > 0 {
            let stated = Topic.opened(view.population.stated[person])
            chunk.setInterest(index, chunk.interest(index) * (1 - pull) + stated * pull)
        }
    }
}
