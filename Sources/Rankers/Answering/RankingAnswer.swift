// SPDX-License-Identifier: Apache-2.0

/// The order a ranker gives.
///
/// Used again for every session, so that ranking allocates nothing.
public struct RankingAnswer: Sendable {
    /// Places of the request in display order.
    public var places: [Int32] = []
    /// A number for every candidate of the request, in its order, or nothing.
    public var scores: [Double] = []
    /// Room for a ranker's own numbers while it ranks; nobody else reads it.
    package var working: [Double] = []
    /// Room for counting authors while ranking; nobody else reads it.
    package var authors = AuthorCounts()

    /// An empty answer.
    public init() {}

    /// Takes everything out and keeps the memory.
    public mutating func clear() {
        places.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        working.removeAll(keepingCapacity: true)
    }

    /// Fills `places` with the candidates of the highest scores, `request.length` of them at most; equal scores newest first.
    ///
    /// A score that is no number comes last.
    public mutating func orderByScore(_ request: RankingRequest) {
        // Scores for candidates that do not exist are for others to count; here they only must do no harm.
        let all = min(scores.count, request.candidates.created.count)
        let count = min(request.length, all)
        places.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        if count > 32 {
            orderAll(request, by: scores)
            places.removeSubrange(count...)
            return
        }
        // An insertion sort that keeps the best: most sessions look at a few places of many candidates.
        // From the newest on, which is last in a request as a rule: ties and freshness then move nothing.
        for place in (0..<all).reversed() {
            if places.count == count, !Self.precedes(place, Int(places[count - 1]), scores, request) { continue }
            if places.count < count { places.append(Int32(place)) }
            var hole = places.count - 1
            while hole > 0, Self.precedes(place, Int(places[hole - 1]), scores, request) {
                places[hole] = places[hole - 1]
                hole -= 1
            }
            places[hole] = Int32(place)
        }
    }

    /// Fills `places` with all candidates, the highest number first; equal numbers newest first.
    ///
    /// A heap sort in place: no memory, and no bad case.
    package mutating func orderAll(_ request: RankingRequest, by numbers: [Double]) {
        places.removeAll(keepingCapacity: true)
        let count = min(numbers.count, request.candidates.created.count)
        for place in 0..<count { places.append(Int32(place)) }
        for root in stride(from: count / 2 - 1, through: 0, by: -1) { sink(root, below: count, numbers, request) }
        for end in stride(from: count - 1, to: 0, by: -1) {
            places.swapAt(0, end)
            sink(0, below: end, numbers, request)
        }
    }

    /// Restores the heap, whose root is the last in display order.
    private mutating func sink(_ root: Int, below end: Int, _ numbers: [Double], _ request: RankingRequest) {
        let moved = Int(places[root])
        var parent = root
        while 2 * parent + 1 < end {
            var child = 2 * parent + 1
            if child + 1 < end, Self.precedes(Int(places[child]), Int(places[child + 1]), numbers, request) {
                child += 1
            }
            guard Self.precedes(moved, Int(places[child]), numbers, request) else { break }
            places[parent] = places[child]
            parent = child
        }
        places[parent] = Int32(moved)
    }

    private static func precedes(_ one: Int, _ other: Int, _ numbers: [Double], _ request: RankingRequest) -> Bool {
        let (a, b) = (numbers[one], numbers[other])
        if a != b, !(a.isNaN && b.isNaN) { return b.isNaN || a > b }
        let (first, second) = (request.candidates.created[one], request.candidates.created[other])
        return first == second ? one < other : first > second
    }
}
