// SPDX-License-Identifier: Apache-2.0
public import Rankers
internal import Statistics
internal import Synchronization

/// One ranker in one world, step by step.
///
/// Within a step nobody sees what others do in it; all that people share (counters, network, what the ranker learned) changes between
/// steps, in the order of the people. The result is therefore the same for any number of threads.
public struct ArmRun: Sendable {
    /// Where it takes place.
    public let world: World
    /// What is different beside the ranker.
    public let mode: ArmMode
    /// The ranker, with what it has learned so far.
    public private(set) var ranker: any Ranker
    /// What each step so far added up to.
    public private(set) var totals: [StepTotals] = []

    private(set) var items = Items()
    private(set) var graph: FollowGraph
    /// Reach of the first items of new accounts among strangers, by item.
    private(set) var strangerViews: [Int32] = []
    private var recent: Recents
    private var supply: Supply
    private var interactions = Array(repeating: 0.0, count: Topic.count)
    private let behaviour: Behaviour
    private let budget: ScrollBudget
    private let isPanel: [Bool]
    private let proofLogs: [Float]
    private let swap: NameSwap?
    private var twin: (any Ranker)?
    private let desks: [WorkerBox]
    private let chunkCount: Int
    private let keepsFeedback: Bool
    /// Settings of this run; they differ from those of the world in how much people are moved.
    let settings: SocietySettings
    /// States that people are put into after each step, whatever they were shown.
    private let trajectory: Trajectory?
    /// The states after each step, where they are recorded.
    private(set) var recorded: Trajectory?

    /// Sets an arm up.
    ///
    /// - Parameters:
    ///   - ranker: What orders the feed.
    ///   - world: Where.
    ///   - mode: What is different beside the ranker.
    ///   - habits: How people act, fitted to the settings.
    ///   - influence: Multiplies everything by which a feed moves people; that of the settings where nothing is said.
    ///   - threads: Chunks of people in work at the same time; never changes a result.
    public init(
        _ ranker: any Ranker,
        in world: World,
        mode: ArmMode = ArmMode(),
        acting habits: Habits,
        influence: Double? = nil,
        threads: Int = 1
    ) {
        self.init(ranker, in: world, mode: mode, acting: habits, influence: influence, threads, nil, records: false)
    }

    init(
        _ ranker: any Ranker,
        in world: World,
        mode: ArmMode,
        acting habits: Habits,
        influence: Double?,
        _ threads: Int,
        _ trajectory: Trajectory?,
        records: Bool
    ) {
        var settings = world.settings
        settings.influence *= influence ?? 1
        self.settings = settings
        self.world = world
        self.mode = mode
        self.ranker = ranker
        graph = world.graph
        recent = Recents(accounts: settings.people)
        supply = Supply(settings, world)
        let expected = Double(settings.steps) * supply.expected
        items.reserve(settings.inventory + Int(min(expected * 1.02, 2e7)) + 64, isExact: settings.supply == .endogenous)
        behaviour = habits.behaviour
        budget = habits.budget
        isPanel = Self.panel(world)
        proofLogs = (0..<256).map { SingleFunctions.log(1 + Float($0)) }
        swap = mode.swapShare > 0 ? NameSwap(world) : nil
        twin = swap == nil ? nil : ranker
        keepsFeedback = ranker.card.learns
        self.trajectory = trajectory
        recorded = records ? Trajectory() : nil
        let ranges = Self.chunks(world)
        chunkCount = ranges.count
        let population = mode.isMirrored ? world.population.mirrored : world.population
        let count = min(max(1, threads), chunkCount)
        desks = (0..<count).map { worker in
            let chunks = stride(from: worker, to: ranges.count, by: count)
                .map {
                    PeopleChunk(ranges[$0], of: population, habit: Worker.firstHabit, hasControl: mode.control != nil)
                }
            let desk = Desk(capacity: max(settings.candidates, settings.inNetworkCandidates), reads: ranker.card.reads)
            return WorkerBox(Worker(desk: desk, chunks: chunks))
        }
    }

    /// Pieces of the people, then pieces of the probes.
    private static func chunks(_ world: World) -> [Range<Int>] {
        [0..<world.settings.people, world.settings.people..<world.population.count].flatMap { all in
            stride(from: all.lowerBound, to: all.upperBound, by: PeopleChunk.size)
                .map { $0..<min(all.upperBound, $0 + PeopleChunk.size) }
        }
    }

    /// The people whose impressions are kept: the same in every arm of a world; and every probe.
    private static func panel(_ world: World) -> [Bool] {
        let people = world.settings.people
        let size = min(world.settings.panel, people)
        var isPanel = Array(repeating: false, count: people) + world.probes.personas.map { _ in true }
        guard size < people else { return isPanel.map { _ in true } }
        // Those with the smallest keyed numbers.
        let order = (0..<Int32(people)).sorted { one, other in
            let (a, b) = (world.draws.words(.panel, one).x, world.draws.words(.panel, other).x)
            return a != b ? a < b : one < other
        }
        for person in order.prefix(size) { isPanel[Int(person)] = true }
        return isPanel
    }

    /// All steps that are left.
    public mutating func run() async {
        while totals.count < settings.steps {
            if Task.isCancelled { return }
            await step()
        }
    }

    /// One step: what is posted, what everybody is shown and does, and what changes by it.
    ///
    /// The parts are never inlined here. Swift 6.3 lays the frame of an asynchronous function out for values aligned to 16 bytes at most, and
    /// a wider vector that lives across a suspension writes beyond it; so no asynchronous function may hold one, not even of what is
    /// inlined into it.
    public mutating func step() async {
        let step = Int32(totals.count)
        post(step)
        if mode.hasFeed || !mode.isFrozen { await show(step) }
        settle(step)
    }

    /// Lets some steps pass in which things are posted and nobody comes.
    mutating func pass(steps: Int) {
        for _ in 0..<steps {
            post(Int32(totals.count))
            totals.append(StepTotals())
        }
    }

    // MARK: Before

    @inline(never)
    private mutating func post(_ step: Int32) {
        let first = items.count
        items.firstOfStep.append(Int32(first))
        guard mode.hasFeed else { return }
        let opinions = settings.supply == .endogenous ? opinions : []
        supply.post(step, into: &items, world: world, settings, mode, opinions: opinions)
        strangerViews.append(contentsOf: repeatElement(0, count: items.count - first))
        for item in first..<items.count { recent.post(Int32(item), by: Int(items.facts[item].author)) }
    }

    // MARK: During

    private func show(_ step: Int32) async {
        let view = view(step)
        if desks.count == 1 {
            desks[0].worker.withLock { $0.run(view) }
            return
        }
        await withTaskGroup(of: Void.self) { group in
            for desk in desks { group.addTask { desk.worker.withLock { $0.run(view) } } }
        }
    }

    private func view(_ step: Int32) -> StepView {
        let window = items.candidates(at: Int(step), window: settings.window)
        return StepView(
            settings: settings,
            mode: mode,
            step: step,
            window: window,
            draws: world.draws,
            population: world.population,
            graph: graph,
            recent: recent,
            items: items,
            ranker: ranker,
            behaviour: behaviour,
            budget: budget,
            satisfaction: Satisfaction(sensitivity: settings.satisfactionGain),
            isPanel: isPanel,
            proofLogs: proofLogs,
            communityInteractions: interactions.map { Int32(min($0, 2e9)) },
            catalogue: settings.candidates == 0 ? catalogue(window) : nil,
            readsRelevance: ranker.card.reads.contains(.relevance),
            readsStated: ranker.card.reads.contains(.stated),
            readsPredictions: ranker.card.reads.contains(.predictions),
            keepsFeedback: keepsFeedback && !mode.isFrozen,
            twin: twin,
            names: swap?.names ?? [],
            probes: world.probes
        )
    }

    /// The columns of everything in the window.
    private func catalogue(_ window: Range<Int>) -> Candidates {
        var candidates = Candidates()
        candidates.reserve(window.count, reads: [])
        for (place, item) in window.enumerated() {
            let fact = items.facts[item]
            candidates.item[place] = Int32(item)
            candidates.put(place, fact, followers: graph.followers[Int(fact.author)])
        }
        candidates.count = window.count
        return candidates
    }

    // MARK: After

    /// Everything that people share changes here, in the order of the people.
    @inline(never)
    private mutating func settle(_ step: Int32) {
        var sum = StepTotals()
        var feedback: [Feedback] = []
        for chunk in 0..<chunkCount {
            let (worker, place) = (desks[chunk % desks.count], chunk / desks.count)
            worker.worker.withLock { worker in
                let isProbes = worker.chunks[place].range.lowerBound >= settings.people
                if !isProbes { sum.add(worker.chunks[place].totals) }
                guard !mode.isFrozen else { return }
                if !isProbes {
                    count(worker.chunks[place].marks)
                    for tie in worker.chunks[place].ties { apply(tie) }
                }
                if keepsFeedback { feedback.append(contentsOf: worker.chunks[place].feedback) }
            }
        }
        totals.append(sum)
        if mode.hasFeed, !mode.isFrozen { countViews(step) }
        guard mode.hasFeed, !mode.isFrozen else {
            follow(step)
            return
        }
        if mode.actsTogether {
            let shares = supply.act(step, on: &items, &feedback, settings, keepsFeedback: keepsFeedback)
            for share in shares { apply(share) }
        }
        supply.learn(from: items, at: Int(step), world, settings, mode)
        let decay = 1 - 1 / Double(30 * settings.slotsPerDay)
        for index in interactions.indices { interactions[index] *= decay }
        if keepsFeedback {
            feedback += world.probes.past(at: step, items, settings)
            ranker.learn(from: feedback)
            if let swap, twin != nil { twin?.learn(from: swap.renamed(feedback)) }
        }
        follow(step)
    }

    /// What every worker has counted of the items in the window; the sum does not depend on who counted what.
    private mutating func countViews(_ step: Int32) {
        let first = items.candidates(at: Int(step), window: settings.window).lowerBound
        for desk in desks {
            desk.worker.withLock { worker in
                for (place, views) in worker.desk.views.enumerated() where views > 0 {
                    items.facts[first + place].views += views
                }
            }
        }
    }

    private mutating func count(_ marks: [Mark]) {
        for mark in marks {
            let item = Int(mark.item)
            if mark.isStranger { strangerViews[item] += 1 }
            guard mark.actions != 0 else { continue }
            let actions = Feedback.Actions(rawValue: mark.actions)
            if actions.contains(.like) { items.facts[item].likes += 1 }
            if actions.contains(.reply) { items.facts[item].replies += 1 }
            if actions.contains(.share) { items.facts[item].reposts += 1 }
            if !actions.isDisjoint(with: [.hide, .lessLikeThis]) { items.facts[item].hides += 1 }
            if !actions.isDisjoint(with: [.like, .reply, .share]) {
                interactions[Int(items.facts[item].community)] += 1
            }
        }
    }

    private mutating func apply(_ tie: Tie) {
        switch tie.kind {
        case .follow: graph.follow(Int(tie.person), tie.target)
        case .unfollow: graph.unfollow(Int(tie.person), tie.target)
        case .share: recent.share(tie.target, by: Int(tie.person))
        }
    }

    /// Puts people into the states of another run, or records their own.
    private mutating func follow(_ step: Int32) {
        guard trajectory != nil || recorded != nil else { return }
        var frame = Trajectory.Frame()
        for chunk in 0..<chunkCount {
            let (worker, place) = (desks[chunk % desks.count], chunk / desks.count)
            worker.worker.withLock { worker in
                if let trajectory { trajectory.frames[Int(step)].put(into: &worker.chunks[place]) }
                if recorded != nil { frame.append(worker.chunks[place]) }
            }
        }
        recorded?.frames.append(frame)
    }

    // MARK: What a run leaves

    /// Reads something of every person, in their order.
    func collect<Value>(_ read: (PeopleChunk) -> [Value]) -> [Value] {
        (0..<chunkCount).flatMap { chunk in
            desks[chunk % desks.count].worker.withLock { read($0.chunks[chunk / desks.count]) }
        }
    }

    /// Opinions now.
    var opinions: [SIMD4<Double>] { collect(\.opinion) }

    /// What made no sense in the answers of the ranker.
    public var tally: AnswerTally {
        desks.reduce(into: AnswerTally()) { sum, desk in sum.merge(desk.worker.withLock { $0.desk.check.tally }) }
    }

}

/// A worker that one thread at a time may change.
private final class WorkerBox: Sendable {
    let worker: Mutex<Worker>

    init(_ worker: Worker) { self.worker = Mutex(worker) }
}
