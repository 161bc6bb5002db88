// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport

/// A small world whose people have one of two tastes, in which a ranker's answers are shown and what people do comes back.
struct PlantedTastes {
    /// How many people there are; the first half has the first taste.
    let people: Int
    private(set) var draws: Draws
    private(set) var step = 0
    private var items: [(author: Int32, community: Int32, taste: Int)] = []
    private var created: [Double] = []
    private var counters: [SIMD4<Int32>] = []

    /// Whether nobody leaves any trace but time.
    let isSilent: Bool

    init(seed: Int, people: Int = 120, isSilent: Bool = false) {
        self.people = people
        self.isSilent = isSilent
        draws = Draws(seed: seed)
    }

    /// Runs steps; each posts 24 items, asks for ten places for everybody, and teaches the ranker.
    ///
    /// - Returns: The share of what was shown that fits the taste of the viewer, and the share that engaged them.
    mutating func run(_ ranker: inout any Ranker, steps: Int) -> (fitting: Double, engaged: Double) {
        var (shown, fitting, engaged) = (0.0, 0.0, 0.0)
        for _ in 0..<steps {
            for _ in 0..<24 {
                let author = draws.below(24)
                // Authors keep to a taste; communities hold both, so that only people can tell.
                items.append((Int32(author), Int32(draws.below(4)), author % 2))
                created.append(Double(step) * 21_600 + Double(items.count % 24))
                counters.append(SIMD4(repeating: 0))
            }
            step += 1
            var feedback: [Feedback] = []
            for person in 0..<people {
                let request = request(person)
                for place in ranker.places(request) {
                    let item = Int(request.candidates.item[Int(place)])
                    let fits = items[item].taste == (person < people / 2 ? 0 : 1)
                    let seen = react(person, item, fits)
                    (shown, fitting) = (shown + 1, fitting + (fits ? 1 : 0))
                    engaged += seen.actions.isEmpty ? 0 : 1
                    feedback.append(seen)
                }
            }
            ranker.learn(from: feedback)
        }
        return (fitting / shown, engaged / shown)
    }

    private mutating func react(_ person: Int, _ item: Int, _ fits: Bool) -> Feedback {
        var actions: Feedback.Actions = []
        if draws.chance(fits ? 0.30 : 0.06) { actions.insert(.linger) }
        if draws.chance(fits ? 0.06 : 0.012) { actions.insert(.like) }
        let isEngaged = !actions.isEmpty
        if isSilent { actions = [] }
        counters[item] &+= SIMD4(1, actions.contains(.like) ? 1 : 0, 0, 0)
        return Feedback(
            viewer: Int32(person),
            item: Int32(item),
            author: items[item].author,
            community: items[item].community,
            time: Double(step) * 21_600,
            actions: actions,
            dwell: isSilent ? (isEngaged ? 8 : 2) * Float(1 + draws.below(3)) : 0
        )
    }

    /// The sixty newest items, half of them by accounts the viewer follows.
    func request(_ person: Int) -> RankingRequest {
        var request = RankingRequest()
        request.now = Double(step) * 21_600
        request.viewer.id = Int32(person)
        request.length = 10
        for item in max(0, items.count - 60)..<items.count {
            request.candidates.count += 1
            request.candidates.item.append(Int32(item))
            request.candidates.author.append(items[item].author)
            request.candidates.created.append(created[item])
            request.candidates.community.append(items[item].community)
            request.candidates.authorGroups.append(items[item].author % 4 == 0 ? 1 : 0)
            request.candidates.authorFollowers.append(40)
            request.candidates.views.append(counters[item].x)
            request.candidates.likes.append(counters[item].y)
            request.candidates.replies.append(0)
            request.candidates.reposts.append(0)
            request.candidates.hides.append(0)
            request.candidates.inNetwork.append((Int(items[item].author) + person) % 3 != 0)
        }
        return request
    }
}
