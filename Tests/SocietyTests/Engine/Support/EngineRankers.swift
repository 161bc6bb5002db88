// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics

/// The newest first.
struct Newest: ScoringRanker {
    let card = RankerCard(name: "newest", summary: "", formula: "", source: "")
    /// Multiplies scores, which changes no order.
    var scale = 1.0

    func score(_ place: Int, in request: RankingRequest) -> Double { scale * request.candidates.created[place] }
}

/// An order that depends on nothing but keyed draws.
struct AnyOrder: ScoringRanker {
    let card = RankerCard(name: "any-order", summary: "", formula: "", source: "")

    func score(_ place: Int, in request: RankingRequest) -> Double {
        request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), 0)
    }
}

/// Relevance times a prior of popularity, as in section 8.2 of the experiment that the common draws are held to.
struct Popular: ScoringRanker {
    let card = RankerCard(name: "popular", summary: "", formula: "", source: "", reads: [.relevance])
    var weight: Double

    func score(_ place: Int, in request: RankingRequest) -> Double {
        let popularity = Double(request.candidates.likes[place] + request.candidates.reposts[place])
        return Double(request.candidates.relevance[place]) * (1 + weight * ElementaryFunctions.log2(1 + popularity))
    }
}

/// What a viewer probably clicks on.
struct Clicked: ScoringRanker {
    let card = RankerCard(name: "clicked", summary: "", formula: "", source: "", reads: [.predictions])

    func score(_ place: Int, in request: RankingRequest) -> Double { request.candidates.predictions[place].click }
}

/// Only what followed accounts posted or passed on.
struct Followed: Ranker {
    let card = RankerCard(name: "followed", summary: "", formula: "", source: "")

    func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        for place in 0..<request.candidates.count where request.candidates.inNetwork[place] {
            answer.places.append(Int32(place))
        }
    }
}

/// Any order, but a list that shows the own circle more often, or less.
struct OwnCircle: ScoringRanker {
    let card = RankerCard(name: "own-circle", summary: "", formula: "", source: "")
    /// Added to the keyed number of items from the own circle.
    var bonus: Double
    var circles = 4

    func score(_ place: Int, in request: RankingRequest) -> Double {
        let mask = UInt64(1) << UInt64(circles) - 1
        let isOwn = request.candidates.authorGroups[place] & request.viewer.groups & mask != 0
        let noise = request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), 0)
        return noise + (isOwn ? bonus : 0)
    }
}
