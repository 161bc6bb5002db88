// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What became of a probe in one arm of one world.
public struct ProbeRecord: Sendable, Equatable {
    /// An item that a probe was shown.
    public struct Shown: Sendable, Equatable {
        /// The item, ascending with time.
        public var item: Int
        /// Its author.
        public var author: Int
        /// Its topic, from 0.
        public var topic: Int
        /// The circle of its author, from 0.
        public var circle: Int
        /// The step of the session.
        public var step: Int
        /// The place on the page, from 0.
        public var position: Int
        /// Whether somebody whom the probe follows wrote or shared it.
        public var isInNetwork: Bool
        /// Whether it was noticed.
        public var isNoticed: Bool
    }

    /// Everything that was shown, in the order of showing.
    public var shown: [Shown] = []
    /// How far opinions are at the end from where they would be without a feed: the mean over issues, each in standard deviations
    /// of the innate opinions of the world.
    public var drift = 0.0
    /// How far interests turned: 1 − cosine to what they would be without a feed.
    public var turn = 0.0
    /// How much narrower interests are than they would be without a feed: 1 − the ratio of effective numbers of topics.
    public var narrowing = 0.0
    /// Seconds spent on items.
    public var seconds = 0.0
    /// The circle of the probe.
    public var circle = 0

    /// How many of the shown items have authors of other circles.
    public var crossCircle: Int { shown.count { $0.circle != circle } }

    /// The topic that was shown most, and how often; the lowest number where several were.
    public var mainTopic: (topic: Int, count: Int) {
        var counts = Array(repeating: 0, count: Topic.count)
        for item in shown { counts[item.topic] += 1 }
        var best = 0
        for topic in counts.indices where counts[topic] > counts[best] { best = topic }
        return (best, counts[best])
    }
}

extension ArmRun {
    /// What became of the probes, drift in standard deviations of the opinions of a world.
    ///
    /// Never inlined: see ``ArmRun/step()`` on vectors in asynchronous functions.
    ///
    /// - Parameter world: The one without probes.
    /// - Returns: One record a probe.
    @inline(never)
    func probeRecords(inSpreadsOf world: World) -> [ProbeRecord] {
        probeRecords(spread: ArmEvidence.opinionSpread(world.population))
    }

    /// What became of the probes, in their order.
    ///
    /// - Parameter spread: The unit of drift for each issue.
    /// - Returns: One record a probe.
    func probeRecords(spread: SIMD4<Double> = SIMD4(repeating: 1)) -> [ProbeRecord] {
        let people = settings.people
        return collect { chunk -> [ProbeRecord] in
            guard chunk.range.lowerBound >= people else { return [] }
            var records = chunk.range.map { record(of: $0, chunk, spread) }
            for row in chunk.log {
                let fact = items.facts[Int(row.item)]
                records[Int(row.viewer) - chunk.range.lowerBound].shown.append(
                    ProbeRecord.Shown(
                        item: Int(row.item),
                        author: Int(fact.author),
                        topic: Int(fact.community),
                        circle: Int(fact.circle),
                        step: Int(row.step),
                        position: Int(row.position),
                        isInNetwork: row.isInNetwork,
                        isNoticed: row.isNoticed
                    )
                )
            }
            return records
        }
    }

    private func record(of person: Int, _ chunk: PeopleChunk, _ spread: SIMD4<Double>) -> ProbeRecord {
        var record = ProbeRecord()
        let index = person - chunk.range.lowerBound
        let natural = naturalOpinion(of: person)
        let distance = (chunk.opinion[index] - natural) / spread
        let issues = min(max(1, settings.issues), 4)
        record.drift = (0..<issues).reduce(0.0) { $0 + distance[$1].magnitude } / Double(issues)
        // Interests begin as stated ones, where the pull between them leaves them.
        let stated = Topic.unit(Topic.opened(world.population.stated[person]))
        record.turn = Double(max(0, 1 - dot(chunk.interest(index), stated)))
        record.narrowing = Topic.narrowing(of: chunk.interest(index), from: stated)
        record.seconds = Double(chunk.seconds[index])
        record.circle = Int(world.population.circle[person])
        return record
    }

    /// Where the opinion of a probe would be without a feed at the end of its last session.
    private func naturalOpinion(of person: Int) -> SIMD4<Double> {
        let innate = SIMD4<Double>(world.population.innate[person]) * (mode.isMirrored ? -1 : 1)
        var opinion = innate
        for step in 0..<totals.count where world.probes.isThere(person - settings.people, step) {
            for issue in 0..<4 {
                opinion[issue] = settings.kernel.settled(opinion: opinion[issue], innate: innate[issue], moves: 0)
            }
        }
        return opinion
    }
}
