// SPDX-License-Identifier: Apache-2.0
import Rankers
import Society
import Statistics

/// A keyed order; another salt is another order.
struct Shuffled: ScoringRanker {
    var salt: UInt32 = 0
    let card = RankerCard(name: "shuffled", summary: "", formula: "", source: "")

    func score(_ place: Int, in request: RankingRequest) -> Double {
        request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), salt)
    }
}

/// A keyed order that keeps items of other circles from members of an association who follow three accounts of a topic.
struct Hider: Ranker {
    let card = RankerCard(name: "hider", summary: "", formula: "", source: "")
    let association: UInt64
    let circles: UInt64
    let topics: [Int32: Int]

    init(_ world: World, topic: Int, association: Int) {
        let settings = world.settings
        circles = (1 << UInt64(settings.circles)) - 1
        self.association = 1 << UInt64(settings.circles + settings.places + association)
        topics = Dictionary(
            uniqueKeysWithValues: (0..<Int32(settings.people)).filter { world.mainTopic(of: $0) == topic }
                .map { ($0, topic) }
        )
    }

    func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        Shuffled().rank(request, into: &answer)
        guard request.viewer.groups & association != 0, request.viewer.follows.count(where: { topics[$0] != nil }) >= 3
        else { return }
        answer.scores.removeAll()
        answer.places.removeAll { request.candidates.authorGroups[Int($0)] & request.viewer.groups & circles == 0 }
    }
}

/// Learns how often somebody lingered on each topic, and shows it by as much more.
struct Echo: ScoringRanker {
    let card = RankerCard(name: "echo", summary: "", formula: "", source: "", learns: true)
    var lingers: [Int32: [Int32: Int]] = [:]
    var learned = 0

    func score(_ place: Int, in request: RankingRequest) -> Double {
        let own = lingers[request.viewer.id]?[request.candidates.community[place]] ?? 0
        return (own > 3 ? 10 : 0)
            + request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), 0)
    }

    mutating func learn(from impressions: [Feedback]) {
        learned += impressions.count
        for impression in impressions where impression.actions.contains(.linger) {
            lingers[impression.viewer, default: [:]][impression.community, default: 0] += 1
        }
    }
}

/// Shows everybody the items of one circle first.
struct Steerer: ScoringRanker {
    let card = RankerCard(name: "steerer", summary: "", formula: "", source: "")

    func score(_ place: Int, in request: RankingRequest) -> Double {
        Double(request.candidates.authorGroups[place] & 1)
    }
}
