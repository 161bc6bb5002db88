// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// When viewers looked, and which authors they were shown.
struct FollowerSessions: Accumulator {
    /// How far an author reached among followers.
    struct Reach: Sendable {
        /// Followers with a session.
        var followers = 0
        /// Those of them who were shown the author.
        var shown = 0

        /// The share that was shown, kept away from 0 and 1.
        var smoothed: Double { (Double(shown) + 0.5) / (Double(followers) + 1) }
    }

    /// Times of impressions of each arm and viewer; 0 where the sample has no time.
    private var times: [[Double]]
    private var shown: Set<UInt64> = []
    private let viewerCount: Int

    init(for sample: Sample) {
        viewerCount = sample.viewer?.names.count ?? 0
        times = Array(repeating: [], count: viewerCount * 2)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let arms = sample.arm else { return }
        for row in rows where viewers[row] >= 0 && arms[row] >= 0 {
            let place = Int(arms[row]) * viewerCount + Int(viewers[row])
            let time = sample.time?[row] ?? 0
            if !time.isNaN, times[place].last != time { times[place].append(time) }
            if let author = sample.author?.codes[row], author >= 0 { shown.insert(key(place, author)) }
        }
    }

    mutating func merge(_ other: FollowerSessions) {
        for place in times.indices { times[place] += other.times[place] }
        shown.formUnion(other.shown)
    }

    private func key(_ place: Int, _ author: Int32) -> UInt64 { UInt64(place) << 32 | UInt64(UInt32(author)) }

    /// The reach of every author in one arm.
    ///
    /// - Parameters:
    ///   - follows: Who follows whom.
    ///   - authorCount: Authors.
    ///   - arm: The arm.
    ///   - posts: When each author published; `nil` counts any session.
    ///   - window: Seconds for which a post is eligible.
    /// - Returns: One reach an author.
    func reach(_ follows: Follows, _ authorCount: Int, arm: Int8, posts: [[Double]]?, window: Double) -> [Reach] {
        var reach = Array(repeating: Reach(), count: authorCount)
        let sorted = times.map { $0.sorted() }
        for (viewer, author) in zip(follows.viewer, follows.author) where Int(viewer) < viewerCount {
            let place = Int(arm) * viewerCount + Int(viewer)
            guard isPresent(sorted[place], posts?[Int(author)], window) else { continue }
            reach[Int(author)].followers += 1
            if shown.contains(key(place, author)) { reach[Int(author)].shown += 1 }
        }
        return reach
    }

    private func isPresent(_ times: [Double], _ posts: [Double]?, _ window: Double) -> Bool {
        guard let posts else { return !times.isEmpty }
        return posts.contains { post in
            var (low, high) = (0, times.count)
            while low < high {
                let middle = (low + high) / 2
                if times[middle] < post { low = middle + 1 } else { high = middle }
            }
            return low < times.count && times[low] <= post + window
        }
    }
}
