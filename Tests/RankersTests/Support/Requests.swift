// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics
import TestSupport

/// Sessions drawn from a seed, with every column filled.
enum Requests {
    /// One session.
    ///
    /// - Parameters:
    ///   - seed: What it is drawn from.
    ///   - count: How many candidates there are.
    /// - Returns: A session with an answer of ten places.
    static func drawn(seed: Int, count: Int = 60) -> RankingRequest {
        var draws = Draws(seed: seed)
        var request = RankingRequest()
        request.step = 40
        request.now = 40 * 21_600
        request.length = 10
        request.viewer = Viewer(id: Int32(draws.below(30)), groups: draws.word(), follows: [1, 5, 9], followers: 12)
        request.communityInteractions = (0..<8).map { _ in Int32(draws.below(900)) }
        request.noise = KeyedRandom(seed: UInt64(seed))
        for place in 0..<count { append(place, to: &request.candidates, &draws) }
        return request
    }

    private static func append(_ place: Int, to candidates: inout Candidates, _ draws: inout Draws) {
        candidates.count += 1
        candidates.item.append(Int32(1_000 + 3 * place))
        candidates.author.append(Int32(draws.below(20)))
        // Three days back, ascending, no two at the same time.
        candidates.created.append(40 * 21_600 - 259_200 + 4_000 * Double(place) + Double(draws.below(3_000)))
        candidates.community.append(Int32(draws.below(8)))
        candidates.authorGroups.append(draws.word())
        candidates.authorFollowers.append(Int32(draws.below(3_000)))
        let views = 20 + draws.below(2_000)
        candidates.views.append(Int32(views))
        candidates.likes.append(Int32(draws.below(1 + views / 10)))
        candidates.replies.append(Int32(draws.below(1 + views / 40)))
        candidates.reposts.append(Int32(draws.below(1 + views / 60)))
        candidates.hides.append(Int32(draws.below(1 + views / 80)))
        candidates.inNetwork.append(draws.chance(0.6))
        candidates.mutual.append(draws.chance(0.1))
        candidates.relevance.append(Float(draws.below(2_000)) / 1_000 - 1)
        candidates.stated.append(Float(draws.below(2_000)) / 1_000 - 1)
        var values = SIMD8<Float>(repeating: 0)
        for lane in 0..<7 { values[lane] = Float(draws.below(1_000)) / (lane == 4 ? 400_000 : 20_000) }
        values[5] *= 8
        candidates.predictions.append(Predictions(values: values, dwell: Float(draws.below(400)) / 10))
    }

    /// What thirty viewers did with the items of `drawn`, two taste groups apart.
    static func feedback(seed: Int, count: Int = 1_500) -> [Feedback] {
        var draws = Draws(seed: seed)
        return (0..<count).map { index in
            let (viewer, item) = (draws.below(30), draws.below(60))
            let isTheirs = viewer % 2 == item % 2
            var actions: Feedback.Actions = []
            if draws.chance(isTheirs ? 0.4 : 0.05) { actions.insert(.linger) }
            if draws.chance(isTheirs ? 0.3 : 0.02) { actions.insert(.like) }
            if draws.chance(0.02) { actions.insert(.hide) }
            return Feedback(
                viewer: Int32(viewer),
                item: Int32(1_000 + 3 * item),
                author: Int32(item % 20),
                community: Int32(item % 8),
                time: 600_000 + Double(index) * 170,
                actions: actions,
                dwell: 3
            )
        }
    }
}

extension RankingRequest {
    /// The same candidates at other places.
    ///
    /// - Parameter order: The place from which each new place is filled.
    /// - Returns: The session in the new order.
    func permuted(_ order: [Int]) -> RankingRequest {
        var request = self
        request.candidates.item = order.map { candidates.item[$0] }
        request.candidates.author = order.map { candidates.author[$0] }
        request.candidates.created = order.map { candidates.created[$0] }
        request.candidates.community = order.map { candidates.community[$0] }
        request.candidates.authorGroups = order.map { candidates.authorGroups[$0] }
        request.candidates.authorFollowers = order.map { candidates.authorFollowers[$0] }
        request.candidates.views = order.map { candidates.views[$0] }
        request.candidates.likes = order.map { candidates.likes[$0] }
        request.candidates.replies = order.map { candidates.replies[$0] }
        request.candidates.reposts = order.map { candidates.reposts[$0] }
        request.candidates.hides = order.map { candidates.hides[$0] }
        request.candidates.inNetwork = order.map { candidates.inNetwork[$0] }
        request.candidates.mutual = order.map { candidates.mutual[$0] }
        request.candidates.relevance = order.map { candidates.relevance[$0] }
        request.candidates.stated = order.map { candidates.stated[$0] }
        request.candidates.predictions = order.map { candidates.predictions[$0] }
        return request
    }
}

extension Ranker {
    /// The places it answers with.
    func places(_ request: RankingRequest) -> [Int32] {
        var answer = RankingAnswer()
        rank(request, into: &answer)
        return answer.places
    }
}
