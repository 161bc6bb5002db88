// SPDX-License-Identifier: Apache-2.0

/// The order a ranker gives.
///
/// Used again for every session, so that ranking allocates nothing.
public struct RankingAnswer: Sendable {
    /// Places of the request in display order.
    public var places: [Int32] = []
    /// A number for every candidate of the request, in its order, or nothing.
    public var scores: [Double] = []

    /// An empty answer.
    public init() {}

    /// Takes everything out and keeps the memory.
    public mutating func clear() {
        places.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
    }

    /// Fills `places` with the candidates of the highest scores, `request.length` of them at most; equal scores newest first.
    ///
    /// A score that is no number comes last.
    public mutating func orderByScore(_ request: RankingRequest) {
        let count = min(request.length, scores.count)
        places.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        // An insertion sort that keeps the best: most sessions look at a few places of many candidates.
        for place in 0..<scores.count {
            if places.count == count, !precedes(place, Int(places[count - 1]), request) { continue }
            if places.count < count { places.append(Int32(place)) }
            var hole = places.count - 1
            while hole > 0, precedes(place, Int(places[hole - 1]), request) {
                places[hole] = places[hole - 1]
                hole -= 1
            }
            places[hole] = Int32(place)
        }
    }

    private func precedes(_ one: Int, _ other: Int, _ request: RankingRequest) -> Bool {
        let (a, b) = (scores[one], scores[other])
        if a != b, !(a.isNaN && b.isNaN) { return b.isNaN || a > b }
        return request.candidates.created[one] > request.candidates.created[other]
    }
}
