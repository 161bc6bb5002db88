// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// Where one worker puts a session together: memory that is used again for every session.
struct Desk: Sendable {
    var request = RankingRequest()
    var answer = RankingAnswer()
    var check = AnswerCheck()
    /// How often each item of the window was shown in this step to the people of this worker, probes left out.
    var views: [Int32] = []
    /// Social proof of each candidate: shares by followed accounts.
    var proof: [UInt8] = []
    /// Followed-account candidates before the newest are kept.
    private var found: [Int32] = []
    private var foundProof: [UInt8] = []
    /// An open hash table of items, emptied by a new stamp.
    private var slots = Array(repeating: Slot(), count: 4_096)
    private var stamp: UInt16 = 0

    private struct Slot {
        var item: Int32 = 0
        var stamp: UInt16 = 0
        var place: UInt16 = 0
    }

    init(capacity: Int, reads: [RankerCard.Feature]) {
        request.candidates.reserve(capacity, reads: reads)
        proof = Array(repeating: 0, count: capacity)
        found.reserveCapacity(2_048)
        foundProof.reserveCapacity(2_048)
        answer.places.reserveCapacity(capacity)
        answer.scores.reserveCapacity(capacity)
    }

    /// Collects the candidates of a session into `request.candidates` as item numbers only.
    ///
    /// Followed accounts first, the newest where there are too many, then a keyed sample of everything in the window: the same in every
    /// arm, but for what the viewer has seen already.
    mutating func collect(_ person: Int, _ index: Int, _ view: StepView, _ chunk: PeopleChunk) {
        let settings = view.settings
        let window = view.window
        beginTable()
        found.removeAll(keepingCapacity: true)
        foundProof.removeAll(keepingCapacity: true)
        for account in view.graph.followed(by: person) {
            if view.recent.isEmpty(Int(account)) { continue }
            let recent = view.recent[Int(account)]
            for slot in 0..<8 where recent[slot] != -1 {
                let (item, isShare) = Recents.read(recent[slot])
                guard item >= Int32(window.lowerBound) else { continue }
                if isShare, view.items.facts[Int(item)].author == Int32(person) { continue }
                let place = self.place(of: item)
                if place >= 0 {
                    if isShare { foundProof[place] = min(foundProof[place], 254) + 1 }
                } else if !chunk.hasSeen(index, item), found.count < 1_024 {
                    enter(item, found.count)
                    found.append(item)
                    foundProof.append(isShare ? 1 : 0)
                }
            }
        }
        keepNewest(settings.inNetworkCandidates)
        var count = found.count
        for place in 0..<count {
            request.candidates.item[place] = found[place]
            request.candidates.inNetwork[place] = true
            proof[place] = foundProof[place]
        }
        let wanted = settings.candidates
        var draw: Int32 = 0
        // A window with fewer items than candidates is soon exhausted.
        while count < wanted, draw < Int32(wanted), !window.isEmpty {
            let words = view.draws.words(.candidate, step: view.step, view.key(person), draw, view.mode.luck)
            draw += 1
            for lane in 0..<4 where count < wanted {
                let item = Int32(window.lowerBound + words[lane].below(window.count))
                if chunk.hasSeen(index, item) || view.items.facts[Int(item)].author == Int32(person) { continue }
                guard enter(item, count) else { continue }
                request.candidates.item[count] = item
                request.candidates.inNetwork[count] = false
                proof[count] = 0
                count += 1
            }
        }
        request.candidates.count = count
    }

    /// Leaves the newest of what was found, in the order of finding.
    private mutating func keepNewest(_ limit: Int) {
        guard found.count > limit else { return }
        // The item number ascends with time: the limit-th largest by halving the range of numbers.
        var (low, high) = (Int32.max, Int32.min)
        for item in found {
            low = min(low, item)
            high = max(high, item)
        }
        while low < high {
            let middle = low + (high - low + 1) / 2
            var above = 0
            for item in found where item >= middle { above += 1 }
            if above >= limit { low = middle } else { high = middle - 1 }
        }
        var kept = 0
        for place in 0..<found.count where found[place] >= low && kept < limit {
            found[kept] = found[place]
            foundProof[kept] = foundProof[place]
            kept += 1
        }
        found.removeLast(found.count - kept)
    }

    /// Begins to count views anew.
    mutating func beginStep(_ view: StepView) {
        views.removeAll(keepingCapacity: true)
        views.append(contentsOf: repeatElement(0, count: view.window.count))
    }

    private mutating func beginTable() {
        stamp &+= 1
        if stamp == 0 {
            for index in slots.indices { slots[index].stamp = 0 }
            stamp = 1
        }
    }

    @inline(__always)
    private static func slot(_ item: Int32) -> Int { Int((UInt32(bitPattern: item) &* 0x9E37_79B9) >> 20) }

    @inline(__always)
    private func place(of item: Int32) -> Int {
        var slot = Self.slot(item)
        while slots[slot].stamp == stamp {
            if slots[slot].item == item { return Int(slots[slot].place) }
            slot = (slot + 1) & 4_095
        }
        return -1
    }

    /// Enters an item, and says whether it was not there.
    @inline(__always)
    @discardableResult
    private mutating func enter(_ item: Int32, _ place: Int) -> Bool {
        var slot = Self.slot(item)
        while slots[slot].stamp == stamp {
            if slots[slot].item == item { return false }
            slot = (slot + 1) & 4_095
        }
        slots[slot] = Slot(item: item, stamp: stamp, place: UInt16(truncatingIfNeeded: place))
        return true
    }

    /// Puts the question of a session to the ranker, and leaves what makes sense of the answer.
    mutating func ask(
        _ person: Int,
        _ index: Int,
        _ length: Int,
        _ reader: Behaviour.Reader,
        _ chunk: PeopleChunk,
        _ view: StepView
    ) {
        if !view.isCatalogue {
            collect(person, index, view, chunk)
            fill(view)
        }
        fillFeatures(view, reader, person: person)
        request.step = view.step
        request.now = view.now
        request.length = length
        request.viewer = Viewer(
            id: Int32(person),
            groups: view.population.groups[person],
            follows: view.graph.followed(by: person),
            followers: view.graph.followers[person]
        )
        let words = view.draws.words(.ranker, step: view.step, view.key(person), 0, view.mode.luck)
        request.noise = KeyedRandom(seed: UInt64(words.x) << 32 | UInt64(words.y))
        answer.clear()
        view.ranker.rank(request, into: &answer)
        check.clean(&answer, for: request)
    }

    /// Whether the ranker that knows the accounts under other names orders the same candidates otherwise.
    mutating func isOtherUnderNames(_ person: Int, _ twin: any Ranker, _ view: StepView) -> Bool {
        var renamed = request
        renamed.viewer.id = view.names[person]
        renamed.viewer.follows = ArraySlice(request.viewer.follows.map { view.names[Int($0)] })
        for place in 0..<request.candidates.count {
            renamed.candidates.author[place] = view.names[Int(request.candidates.author[place])]
        }
        var other = RankingAnswer()
        twin.rank(renamed, into: &other)
        var check = AnswerCheck()
        check.clean(&other, for: renamed)
        return other.places.prefix(request.length) != answer.places.prefix(request.length)
    }

    /// Takes the columns of the whole window as candidates of every session of the step.
    mutating func load(_ catalogue: Candidates, _ view: StepView) {
        let (relevance, stated, predictions) = (
            request.candidates.relevance, request.candidates.stated, request.candidates.predictions
        )
        request.candidates = catalogue
        request.candidates.relevance = Self.grown(relevance, catalogue.count, 0, if: view.readsRelevance)
        request.candidates.stated = Self.grown(stated, catalogue.count, 0, if: view.readsStated)
        let none = Predictions(values: SIMD8(), dwell: 0)
        request.candidates.predictions = Self.grown(predictions, catalogue.count, none, if: view.readsPredictions)
    }

    private static func grown<Value>(_ column: [Value], _ count: Int, _ value: Value, if isRead: Bool) -> [Value] {
        guard isRead, column.count < count else { return column }
        return column + repeatElement(value, count: count - column.count)
    }

    /// Fills the columns of the candidates collected.
    private mutating func fill(_ view: StepView) {
        let numbers = request.candidates.item
        let items = numbers.span.extracting(0..<request.candidates.count)
        let (facts, followers) = (view.items.facts.span, view.graph.followers.span)
        Self.fill(&request.candidates.author, items, facts) { $0.author }
        Self.fill(&request.candidates.created, items, facts) { $0.created }
        Self.fill(&request.candidates.community, items, facts) { Int32($0.community) }
        Self.fill(&request.candidates.authorGroups, items, facts) { $0.groups }
        Self.fill(&request.candidates.authorFollowers, items, facts) { followers[Int($0.author)] }
        Self.fill(&request.candidates.views, items, facts) { $0.views }
        Self.fill(&request.candidates.likes, items, facts) { $0.likes }
        Self.fill(&request.candidates.replies, items, facts) { $0.replies }
        Self.fill(&request.candidates.reposts, items, facts) { $0.reposts }
        Self.fill(&request.candidates.hides, items, facts) { $0.hides }
    }

    /// Fills one column as a span: that nobody else has it is made sure of once, and not for every entry.
    @inline(__always)
    private static func fill<Value>(
        _ column: inout [Value],
        _ items: Span<Int32>,
        _ facts: Span<Item>,
        _ value: (Item) -> Value
    ) {
        var column = column.mutableSpan
        for place in items.indices { column[place] = value(facts[Int(items[place])]) }
    }

    /// Fills the costly columns that the ranker reads.
    @inline(__always)
    mutating func fillFeatures(_ view: StepView, _ reader: Behaviour.Reader, person: Int) {
        let count = request.candidates.count
        let stated = Topic.opened(view.population.stated[person])
        if view.readsRelevance {
            for place in 0..<count {
                request.candidates.relevance[place] = dot(
                    reader.interest,
                    view.items.topic(Int(request.candidates.item[place]))
                )
            }
        }
        if view.readsStated {
            for place in 0..<count {
                request.candidates.stated[place] = dot(stated, view.items.topic(Int(request.candidates.item[place])))
            }
        }
        if view.readsPredictions {
            for place in 0..<count where !view.isCatalogue {
                let author = request.candidates.author[place]
                request.candidates.mutual[place] =
                    request.candidates.inNetwork[place] && view.graph.follows(person, author)
                    && view.graph.follows(Int(author), Int32(person))
            }
            for place in 0..<count {
                let item = Int(request.candidates.item[place])
                let proof = view.isCatalogue ? 0 : view.proofLogs[Int(proof[place])]
                let fit = view.behaviour.fit(reader, view.items.facts[item], view.items.topic(item), proof: proof)
                request.candidates.predictions[place] = view.behaviour.predictions(fit, view.items.facts[item], reader)
            }
        }
    }
}

extension Candidates {
    /// Room for a number of candidates in every column that a ranker reads.
    mutating func reserve(_ capacity: Int, reads: [RankerCard.Feature]) {
        item = Array(repeating: 0, count: capacity)
        author = item
        created = Array(repeating: 0, count: capacity)
        community = item
        authorGroups = Array(repeating: 0, count: capacity)
        authorFollowers = item
        views = item
        likes = item
        replies = item
        reposts = item
        hides = item
        inNetwork = Array(repeating: false, count: capacity)
        mutual = reads.contains(.predictions) ? Array(repeating: false, count: capacity) : []
        relevance = reads.contains(.relevance) ? Array(repeating: 0, count: capacity) : []
        stated = reads.contains(.stated) ? Array(repeating: 0, count: capacity) : []
        predictions =
            reads.contains(.predictions)
            ? Array(repeating: Predictions(values: SIMD8(), dwell: 0), count: capacity) : []
    }

    /// What everybody can know about an item.
    @inline(__always)
    mutating func put(_ place: Int, _ fact: Item, followers: Int32) {
        author[place] = fact.author
        created[place] = fact.created
        community[place] = Int32(fact.community)
        authorGroups[place] = fact.groups
        authorFollowers[place] = followers
        views[place] = fact.views
        likes[place] = fact.likes
        replies[place] = fact.replies
        reposts[place] = fact.reposts
        hides[place] = fact.hides
    }
}
