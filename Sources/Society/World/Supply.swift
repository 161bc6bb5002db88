// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// What is posted.
struct Supply: Sendable {
    /// How far the stances an author posts lie from their opinion, by what earned reach; all 0 in a frozen supply.
    private var drift: [SIMD4<Float>]
    /// Posts a step, the mean.
    let expected: Double
    private var posts: [UInt8]
    /// The accounts that act together: those of fewest followers among the people who were there from the start.
    let members: [Int32]

    init(_ settings: SocietySettings, _ world: World) {
        let people = world.population.count
        expected = world.population.activity.prefix(settings.people).reduce(0) { $0 + Double($1) }
        drift = settings.supply == .endogenous ? Array(repeating: SIMD4(), count: people) : []
        posts = settings.newcomers > 0 ? Array(repeating: 0, count: people) : []
        guard settings.coordinated > 0 else {
            members = []
            return
        }
        let there = (0..<Int32(world.settings.people)).filter { world.population.joined[Int($0)] == 0 }
        let order = there.sorted {
            let (a, b) = (world.graph.followers[Int($0)], world.graph.followers[Int($1)])
            return a != b ? a < b : $0 < $1
        }
        members = Array(order.prefix(settings.coordinated))
    }

    /// Adds the posts of a step, in the order of time.
    mutating func post(
        _ step: Int32,
        into items: inout Items,
        world: World,
        _ settings: SocietySettings,
        _ mode: ArmMode,
        opinions: [SIMD4<Double>]
    ) {
        var posts: [Post] = []
        posts.reserveCapacity((step == 0 ? settings.inventory : 0) + Int(expected * 1.1) + 16)
        // What is there before the first step was posted in the step before it.
        for number in 0..<Int32(step == 0 ? settings.inventory : 0) {
            let author = Int32(world.draws.words(.post, step: -1, number, -1).x.below(settings.people))
            posts.append(Post(author, number, step: -1, world))
        }
        for person in 0..<Int32(settings.people) where world.population.joined[Int(person)] <= step {
            let rate = world.population.activity[Int(person)]
            let whole = Int(rate)
            let chance = world.draws.words(.arrival, step: step, person, -1).x.unit
            let count = whole + (chance < rate - Float(whole) ? 1 : 0)
            for number in 0..<Int32(count) { posts.append(Post(person, number, step: step, world)) }
        }
        for number in 0..<Int32(members.isEmpty ? 0 : settings.coordinatedItems) {
            posts.append(Post(planned: number, by: members, step: step, world))
        }
        posts.sort()
        let isExact = settings.supply == .endogenous
        for post in posts {
            let draft =
                post.isPlanned
                ? planned(post, world, settings, mode) : draft(post, world, settings, mode, opinions)
            items.append(draft, isExact: isExact)
        }
    }

    /// A post before its content is drawn: few bytes, since there are many to be put in the order of time.
    private struct Post: Comparable {
        /// When within its step, in parts of 2²⁴.
        let time: UInt32
        let author: Int32
        let number: Int32
        let step: Int32
        let isPlanned: Bool

        init(_ author: Int32, _ number: Int32, step: Int32, _ world: World) {
            time = world.draws.words(.post, step: step, author, number).x >> 8
            (self.author, self.number, self.step, isPlanned) = (author, number, step, false)
        }

        init(planned number: Int32, by members: [Int32], step: Int32, _ world: World) {
            let words = world.draws.words(.plan, step: step, number, -3)
            time = words.y >> 8
            author = members[words.x.below(members.count)]
            (self.number, self.step, isPlanned) = (number, step, true)
        }

        /// Seconds since the society began.
        func created(_ settings: SocietySettings) -> Double {
            (Double(step) + Double(time) * 0x1p-24) * settings.stepSeconds
        }

        static func < (one: Post, other: Post) -> Bool {
            (one.step, one.time, one.author, one.number) < (other.step, other.time, other.author, other.number)
        }
    }

    private mutating func draft(
        _ post: Post,
        _ world: World,
        _ settings: SocietySettings,
        _ mode: ArmMode,
        _ opinions: [SIMD4<Double>]
    ) -> Items.Draft {
        let (person, step, number) = (post.author, post.step, post.number)
        let author = Int(person)
        let words = world.draws.words(.post, step: step, person, number)
        let traits = world.draws.words(.item, step: step, person, number)
        let issue = words.y.below(settings.issues)
        let sign: Float = mode.isMirrored ? -1 : 1
        let noise = sign * Float(settings.stanceSpread) * words.otherNormal
        var stance = Double(sign * world.population.innate[author][issue] + noise)
        if settings.supply == .endogenous {
            stance = opinions[author][issue] + Double(drift[author][issue]) + Double(noise)
        }
        stance = min(max(stance, -1), 1)
        let other = Topic.sparse(world.draws, .topic, step: step, person, number &* 4, power: 3)
        // Squared, since a post is about less than its author: most of its length lies in one or two topics.
        let mixed = Topic.opened(world.population.stated[author]) + 1.5 * other
        let topic = Topic.unit(mixed * mixed)
        var item = Item(
            groups: world.population.groups[author],
            created: post.created(settings),
            author: person,
            stance: Float(stance),
            appeal: 0.5 * traits.normal,
            arousal: traits.z.unit * traits.z.unit,
            // The last two bits of the word chose the issue, the first 24 are free.
            quality: words.y.unit,
            clickbait: traits.w.unit * traits.w.unit,
            issue: UInt8(issue),
            community: UInt8(Topic.main(of: topic)),
            circle: world.population.circle[author],
            marks: []
        )
        if world.population.joined[author] > 0, !posts.isEmpty {
            posts[author] = min(posts[author], 254) + 1
            if posts[author] <= 3 { item.marks.insert(.newcomer) }
        }
        return Items.Draft(item: item, topic: topic, stance: stance)
    }

    // MARK: Accounts that act together

    private func planned(
        _ post: Post,
        _ world: World,
        _ settings: SocietySettings,
        _ mode: ArmMode
    ) -> Items.Draft {
        let theme = Topic.sparse(world.draws, .topic, 0, -4, power: 3)
        let item = Item(
            groups: world.population.groups[Int(post.author)],
            created: post.created(settings),
            author: post.author,
            stance: mode.isMirrored ? -0.8 : 0.8,
            appeal: 0,
            arousal: 0.5,
            quality: 0.5,
            clickbait: 0.25,
            issue: 0,
            community: UInt8(Topic.main(of: theme)),
            circle: world.population.circle[Int(post.author)],
            marks: .planned
        )
        return Items.Draft(item: item, topic: theme, stance: Double(item.stance))
    }

    /// What the accounts of the plan do with its items of this step, all within the step: like, answer, and pass on.
    ///
    /// - Returns: Who passed on what.
    func act(
        _ step: Int32,
        on items: inout Items,
        _ feedback: inout [Feedback],
        _ settings: SocietySettings,
        keepsFeedback: Bool
    ) -> [Tie] {
        guard members.count > 1 else { return [] }
        var shares: [Tie] = []
        for number in Int(items.firstOfStep[Int(step)])..<items.count where items.facts[number].marks.contains(.planned)
        {
            let author = items.facts[number].author
            for member in members where member != author {
                items.facts[number].views += 1
                items.facts[number].likes += 1
                items.facts[number].reposts += 1
                if member & 3 == 0 { items.facts[number].replies += 1 }
                shares.append(Tie(person: member, target: Int32(number), kind: .share))
                guard keepsFeedback else { continue }
                feedback.append(
                    Feedback(
                        viewer: member,
                        item: Int32(number),
                        author: author,
                        community: Int32(items.facts[number].community),
                        time: (Double(step) + 1) * settings.stepSeconds,
                        actions: [.like, .share, .linger],
                        dwell: Float(settings.lingerAfter) * 2
                    )
                )
            }
        }
        return shares
    }

    // MARK: Reach

    /// Authors drift towards what earned reach: z += η·(reach / E[reach] − 1)·(stance − z), for items that leave the window.
    mutating func learn(
        from items: Items,
        at step: Int,
        _ world: World,
        _ settings: SocietySettings,
        _ mode: ArmMode
    ) {
        guard settings.supply == .endogenous, step >= settings.window else { return }
        let begin = Int(items.firstOfStep[step - settings.window])
        let end = Int(items.firstOfStep[step - settings.window + 1])
        guard end > begin else { return }
        var sum = 0
        for item in begin..<end { sum += Int(items.facts[item].views) }
        let expected = Float(sum) / Float(end - begin)
        guard expected > 0 else { return }
        for number in begin..<end {
            let item = items.facts[number]
            let surprise = min(Float(item.views) / expected - 1, 3)
            let (author, issue) = (Int(item.author), Int(item.issue))
            // z lies around the innate opinion; only its distance from there is kept.
            let innate = (mode.isMirrored ? -1 : 1) * world.population.innate[author][issue]
            let tendency = innate + drift[author][issue]
            let pull = Float(settings.supplyStep) * surprise * (item.stance - tendency)
            drift[author][issue] = min(max(drift[author][issue] + pull, -0.5), 0.5)
        }
    }
}
