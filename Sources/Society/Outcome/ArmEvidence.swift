// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// What one arm of one world leaves as evidence, in plain rows.
///
/// Displacements are taken from the natural arm of the same world, in which nothing was shown.
public struct ArmEvidence: Sendable, Equatable {
    /// An account and how often its items were shown.
    public struct Author: Sendable, Equatable {
        /// The account.
        public var account: Int32
        /// The circle, from 0.
        public var circle: Int
        /// The place, from 0; −1 where there are none.
        public var place: Int
        /// Followers when the run began.
        public var followers: Int
        /// Items posted.
        public var items: Int
        /// Times shown.
        public var views: Int
    }

    /// How often a member of the panel was shown an author.
    public struct Meeting: Sendable, Equatable {
        /// Who was shown.
        public var viewer: Int32
        /// Whom.
        public var author: Int32
        /// How often.
        public var count: Int
    }

    /// A person at the end of the run.
    public struct Person: Sendable, Equatable {
        /// The account.
        public var account: Int32
        /// The circle, from 0.
        public var circle: Int
        /// Whether their reactions leave hardly a public trace.
        public var isSilent: Bool
        /// How far each opinion is from where it would be without a feed, in standard deviations of that opinion among people.
        public var displacement: SIMD4<Double>
        /// 1 − cosine of the interests and what they would be without a feed.
        public var interestShift: Double
        /// How much narrower interests are than they would be without a feed: 1 − the ratio of effective numbers of topics, 1/Σθ⁴.
        public var narrowing: Double
        /// Minutes a day spent on items.
        public var minutes: Double
        /// Minutes of them on items of low quality, or that promised more than they held.
        public var regretted: Double
    }

    /// One of the first items of a new account.
    public struct Reach: Sendable, Equatable {
        /// The item.
        public var item: Int32
        /// Who wrote it.
        public var author: Int32
        /// How often it was shown to whom it is counted for.
        public var count: Int
    }

    /// One impression of a member of the panel.
    public struct Impression: Sendable, Equatable {
        /// Who.
        public var viewer: Int32
        /// What.
        public var item: Int32
        /// By whom.
        public var author: Int32
        /// When it was posted, in seconds since the society began.
        public var created: Double
        /// The community it was posted in.
        public var community: Int
        /// In which step.
        public var step: Int
        /// The place on the page, from 1.
        public var slot: Int
        /// Seconds spent; 0 where it was not noticed.
        public var seconds: Double
        /// What the viewer did.
        public var actions: Feedback.Actions
        /// Whether the viewer follows the author, or somebody who shared it.
        public var isInNetwork: Bool
    }

    /// How often later items resembled what was, or could have been, turned down.
    public struct ControlUse: Sendable, Equatable {
        /// Items of the community.
        public var similar = 0
        /// All items.
        public var all = 0
    }

    /// Sessions and minutes of a step.
    public var steps: [StepTotals]
    /// Every account that posted.
    public var authors: [Author]
    /// The panel.
    public var meetings: [Meeting]
    /// Everybody whose account had begun.
    public var people: [Person]
    /// First items of new accounts, counted among strangers.
    public var newcomers: [Reach]
    /// Items of the accounts that may act together, counted among others.
    public var planned: [Reach]
    /// What those who use a control saw afterwards.
    public var control: ControlUse
    /// Lists asked for again with exchanged accounts: whether the order did not follow, by viewer.
    public var swaps: [(viewer: Int32, isMismatch: Bool)]
    /// Raw impressions of part of the panel.
    public var impressions: [Impression]
    /// What made no sense in the answers of the ranker.
    public var tally: AnswerTally

    /// Compares everything but the order of nothing: two equal runs leave equal evidence.
    public static func == (one: ArmEvidence, other: ArmEvidence) -> Bool {
        one.steps == other.steps && one.authors == other.authors && one.meetings == other.meetings
            && one.people == other.people && one.newcomers == other.newcomers && one.planned == other.planned
            && one.control == other.control && one.impressions == other.impressions && one.tally == other.tally
            && one.swaps.elementsEqual(other.swaps) { $0 == $1 }
    }

    /// Reads the evidence of a run.
    ///
    /// - Parameters:
    ///   - run: With all of its steps done.
    ///   - natural: The arm without a feed in the same world.
    ///   - viewers: Members of the panel whose raw impressions are kept.
    @inline(never)
    public init(of run: ArmRun, natural: ArmRun, rawViewers viewers: Int = 0) {
        steps = run.totals
        tally = run.tally
        authors = Self.authors(run)
        meetings = Self.meetings(run)
        people = Self.people(run, natural)
        let items = run.items
        newcomers = items.facts.indices.filter { items.facts[$0].marks.contains(.newcomer) }.map {
            Reach(item: Int32($0), author: items.facts[$0].author, count: Int(run.strangerViews[$0]))
        }
        let others = run.mode.actsTogether ? Int32(max(0, run.settings.coordinated - 1)) : 0
        planned = items.facts.indices.filter { items.facts[$0].marks.contains(.planned) }.map {
            Reach(item: Int32($0), author: items.facts[$0].author, count: Int(items.facts[$0].views - others))
        }
        control = Self.control(run)
        swaps = run.collect(\.swaps).map { ($0.viewer, $0.isMismatch) }
        impressions = Self.impressions(run, viewers)
    }

    private static func authors(_ run: ArmRun) -> [Author] {
        let population = run.world.population
        var posted = Array(repeating: 0, count: population.count)
        var views = posted
        for item in run.items.facts where !item.marks.contains(.planned) {
            posted[Int(item.author)] += 1
            views[Int(item.author)] += Int(item.views)
        }
        return posted.indices.filter { posted[$0] > 0 }.map { account in
            Author(
                account: Int32(account),
                circle: Int(population.circle[account]),
                place: place(account, run),
                followers: Int(run.world.graph.followers[account]),
                items: posted[account],
                views: views[account]
            )
        }
    }

    private static func place(_ account: Int, _ run: ArmRun) -> Int {
        let settings = run.world.settings
        let bits = run.world.population.groups[account] >> UInt64(settings.circles)
        return (0..<settings.places).first { bits >> UInt64($0) & 1 == 1 } ?? -1
    }

    private static func meetings(_ run: ArmRun) -> [Meeting] {
        var meetings: [Meeting] = []
        var counts: [Int32: Int] = [:]
        var viewer: Int32 = -1
        func finish() {
            for (author, count) in counts.sorted(by: { $0.key < $1.key }) {
                meetings.append(Meeting(viewer: viewer, author: author, count: count))
            }
            counts.removeAll(keepingCapacity: true)
        }
        for row in byViewer(run) {
            if row.viewer != viewer {
                finish()
                viewer = row.viewer
            }
            counts[run.items.facts[Int(row.item)].author, default: 0] += 1
        }
        finish()
        return meetings
    }

    /// The log of the panel, viewer after viewer, in the order of time for each.
    private static func byViewer(_ run: ArmRun) -> [ImpressionRow] {
        run.collect(\.log).sorted { one, other in
            (one.viewer, one.step, one.position) < (other.viewer, other.step, other.position)
        }
    }

    private static func people(_ run: ArmRun, _ natural: ArmRun) -> [Person] {
        let population = run.world.population
        let (ends, natures) = (run.opinions, natural.opinions)
        let (interests, kept) = (run.collect(\.interest), natural.collect(\.interest))
        let (seconds, regret) = (run.collect(\.seconds), run.collect(\.regret))
        let spread = opinionSpread(population)
        let sign = run.mode.isMirrored ? -1.0 : 1.0
        let settings = run.world.settings
        return (0..<population.count).filter { Int(population.joined[$0]) < settings.steps }.map { person in
            let days = Double(settings.steps - Int(population.joined[person])) / Double(settings.slotsPerDay)
            return Person(
                account: Int32(person),
                circle: Int(population.circle[person]),
                isSilent: population.visibility[person] < 1,
                displacement: (ends[person] * sign - natures[person]) / spread,
                interestShift: Double(max(0, 1 - dot(interests[person], kept[person]))),
                narrowing: Topic.narrowing(of: interests[person], from: kept[person]),
                minutes: Double(seconds[person]) / 60 / days,
                regretted: Double(regret[person]) / 60 / days
            )
        }
    }

    /// The standard deviation of innate opinions among people, for each issue.
    static func opinionSpread(_ population: Population) -> SIMD4<Double> {
        let count = Double(max(1, population.count))
        var (sum, squares) = (SIMD4<Double>(), SIMD4<Double>())
        for opinion in population.innate {
            let value = SIMD4<Double>(opinion)
            sum += value
            squares += value * value
        }
        let mean = sum / count
        let variance = squares / count - mean * mean
        return variance.clamped(lowerBound: SIMD4(repeating: 1e-12), upperBound: SIMD4(repeating: 4)).squareRoot()
    }

    private static func control(_ run: ArmRun) -> ControlUse {
        guard run.mode.control != nil else { return ControlUse() }
        let pressed = run.collect(\.pressedAt)
        var use = ControlUse()
        for row in run.collect(\.log) where pressed[Int(row.viewer)] >= 0 && row.step > pressed[Int(row.viewer)] {
            let target = Topic.main(of: Topic.opened(run.world.population.stated[Int(row.viewer)]))
            use.all += 1
            if Int(run.items.facts[Int(row.item)].community) == target { use.similar += 1 }
        }
        return use
    }

    private static func impressions(_ run: ArmRun, _ viewers: Int) -> [Impression] {
        guard viewers > 0 else { return [] }
        var known: [Int32] = []
        var rows: [Impression] = []
        for row in byViewer(run) {
            if known.last != row.viewer {
                guard known.count < viewers else { break }
                known.append(row.viewer)
            }
            let item = run.items.facts[Int(row.item)]
            rows.append(
                Impression(
                    viewer: row.viewer,
                    item: row.item,
                    author: item.author,
                    created: item.created,
                    community: Int(item.community),
                    step: Int(row.step),
                    slot: Int(row.position) + 1,
                    seconds: Double(row.seconds),
                    actions: Feedback.Actions(rawValue: row.actions),
                    isInNetwork: row.isInNetwork
                )
            )
        }
        return rows
    }
}
